// Generated from switchboard/v1/auth.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__v1__principal_kind__enumeration;

extern const sb_message switchboard__v1__login_request__table;
const sb_message *switchboard__v1__login_request__schema(void);

extern const sb_message switchboard__v1__login_response__table;
const sb_message *switchboard__v1__login_response__schema(void);

extern const sb_message switchboard__v1__refresh_request__table;
const sb_message *switchboard__v1__refresh_request__schema(void);

extern const sb_message switchboard__v1__refresh_response__table;
const sb_message *switchboard__v1__refresh_response__schema(void);

extern const sb_message switchboard__v1__logout_request__table;
const sb_message *switchboard__v1__logout_request__schema(void);

extern const sb_message switchboard__v1__logout_response__table;
const sb_message *switchboard__v1__logout_response__schema(void);

extern const sb_message switchboard__v1__change_password_request__table;
const sb_message *switchboard__v1__change_password_request__schema(void);

extern const sb_message switchboard__v1__change_password_response__table;
const sb_message *switchboard__v1__change_password_response__schema(void);

extern const sb_message switchboard__v1__sign_in__table;
const sb_message *switchboard__v1__sign_in__schema(void);

extern const sb_message switchboard__v1__list_sign_ins_request__table;
const sb_message *switchboard__v1__list_sign_ins_request__schema(void);

extern const sb_message switchboard__v1__list_sign_ins_response__table;
const sb_message *switchboard__v1__list_sign_ins_response__schema(void);

extern const sb_message switchboard__v1__end_sign_in_request__table;
const sb_message *switchboard__v1__end_sign_in_request__schema(void);

extern const sb_message switchboard__v1__end_sign_in_response__table;
const sb_message *switchboard__v1__end_sign_in_response__schema(void);

extern const sb_message switchboard__v1__rotate_signing_key_request__table;
const sb_message *switchboard__v1__rotate_signing_key_request__schema(void);

extern const sb_message switchboard__v1__rotate_signing_key_response__table;
const sb_message *switchboard__v1__rotate_signing_key_response__schema(void);

extern const sb_message switchboard__v1__get_me_request__table;
const sb_message *switchboard__v1__get_me_request__schema(void);

extern const sb_message switchboard__v1__principal__table;
const sb_message *switchboard__v1__principal__schema(void);

extern const sb_message switchboard__v1__principal_limits__table;
const sb_message *switchboard__v1__principal_limits__schema(void);
