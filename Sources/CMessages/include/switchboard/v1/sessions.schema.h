// Generated from switchboard/v1/sessions.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__v1__session_status__enumeration;
extern const sb_enum switchboard__v1__pacing_profile__enumeration;

extern const sb_message switchboard__v1__session__table;
const sb_message *switchboard__v1__session__schema(void);

extern const sb_message switchboard__v1__session_settings__table;
const sb_message *switchboard__v1__session_settings__schema(void);

extern const sb_message switchboard__v1__list_sessions_request__table;
const sb_message *switchboard__v1__list_sessions_request__schema(void);

extern const sb_message switchboard__v1__list_sessions_response__table;
const sb_message *switchboard__v1__list_sessions_response__schema(void);

extern const sb_message switchboard__v1__get_session_request__table;
const sb_message *switchboard__v1__get_session_request__schema(void);

extern const sb_message switchboard__v1__init_session_request__table;
const sb_message *switchboard__v1__init_session_request__schema(void);

extern const sb_message switchboard__v1__get_session_status_request__table;
const sb_message *switchboard__v1__get_session_status_request__schema(void);

extern const sb_message switchboard__v1__disconnect_session_request__table;
const sb_message *switchboard__v1__disconnect_session_request__schema(void);

extern const sb_message switchboard__v1__get_qr_code_request__table;
const sb_message *switchboard__v1__get_qr_code_request__schema(void);

extern const sb_message switchboard__v1__qr_code__table;
const sb_message *switchboard__v1__qr_code__schema(void);

extern const sb_message switchboard__v1__watch_session_request__table;
const sb_message *switchboard__v1__watch_session_request__schema(void);

extern const sb_message switchboard__v1__session_update__table;
const sb_message *switchboard__v1__session_update__schema(void);
