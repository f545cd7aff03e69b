// Generated from switchboard/v1/users.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message switchboard__v1__list_users_request__table;
const sb_message *switchboard__v1__list_users_request__schema(void);

extern const sb_message switchboard__v1__list_users_response__table;
const sb_message *switchboard__v1__list_users_response__schema(void);

extern const sb_message switchboard__v1__create_user_request__table;
const sb_message *switchboard__v1__create_user_request__schema(void);

extern const sb_message switchboard__v1__get_user_request__table;
const sb_message *switchboard__v1__get_user_request__schema(void);

extern const sb_message switchboard__v1__update_user_request__table;
const sb_message *switchboard__v1__update_user_request__schema(void);

extern const sb_message switchboard__v1__delete_user_request__table;
const sb_message *switchboard__v1__delete_user_request__schema(void);

extern const sb_message switchboard__v1__delete_user_response__table;
const sb_message *switchboard__v1__delete_user_response__schema(void);

extern const sb_message switchboard__v1__activate_user_request__table;
const sb_message *switchboard__v1__activate_user_request__schema(void);

extern const sb_message switchboard__v1__deactivate_user_request__table;
const sb_message *switchboard__v1__deactivate_user_request__schema(void);

extern const sb_message switchboard__v1__set_password_request__table;
const sb_message *switchboard__v1__set_password_request__schema(void);

extern const sb_message switchboard__v1__set_password_response__table;
const sb_message *switchboard__v1__set_password_response__schema(void);
