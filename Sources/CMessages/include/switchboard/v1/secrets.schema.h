// Generated from switchboard/v1/secrets.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message switchboard__v1__rotate_secret_key_request__table;
const sb_message *switchboard__v1__rotate_secret_key_request__schema(void);

extern const sb_message switchboard__v1__rotate_secret_key_response__table;
const sb_message *switchboard__v1__rotate_secret_key_response__schema(void);
