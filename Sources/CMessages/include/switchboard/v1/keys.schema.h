// Generated from switchboard/v1/keys.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message switchboard__v1__list_keys_request__table;
const sb_message *switchboard__v1__list_keys_request__schema(void);

extern const sb_message switchboard__v1__list_keys_response__table;
const sb_message *switchboard__v1__list_keys_response__schema(void);

extern const sb_message switchboard__v1__create_key_request__table;
const sb_message *switchboard__v1__create_key_request__schema(void);

extern const sb_message switchboard__v1__create_key_response__table;
const sb_message *switchboard__v1__create_key_response__schema(void);

extern const sb_message switchboard__v1__revoke_key_request__table;
const sb_message *switchboard__v1__revoke_key_request__schema(void);

extern const sb_message switchboard__v1__get_key_request__table;
const sb_message *switchboard__v1__get_key_request__schema(void);

extern const sb_message switchboard__v1__update_key_request__table;
const sb_message *switchboard__v1__update_key_request__schema(void);

extern const sb_message switchboard__v1__rotate_key_request__table;
const sb_message *switchboard__v1__rotate_key_request__schema(void);

extern const sb_message switchboard__v1__rotate_key_response__table;
const sb_message *switchboard__v1__rotate_key_response__schema(void);
