// Generated from switchboard/v1/bridges.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__v1__ack_state__enumeration;
extern const sb_enum switchboard__v1__bridge_status__enumeration;

extern const sb_message switchboard__v1__bridge_frame__table;
const sb_message *switchboard__v1__bridge_frame__schema(void);

extern const sb_message switchboard__v1__session_epoch__table;
const sb_message *switchboard__v1__session_epoch__schema(void);

extern const sb_message switchboard__v1__hello__table;
const sb_message *switchboard__v1__hello__schema(void);

extern const sb_message switchboard__v1__heartbeat__table;
const sb_message *switchboard__v1__heartbeat__schema(void);

extern const sb_message switchboard__v1__credit__table;
const sb_message *switchboard__v1__credit__schema(void);

extern const sb_message switchboard__v1__session_state__table;
const sb_message *switchboard__v1__session_state__schema(void);

extern const sb_message switchboard__v1__bridge_qr_code__table;
const sb_message *switchboard__v1__bridge_qr_code__schema(void);

extern const sb_message switchboard__v1__bridge_pairing_code__table;
const sb_message *switchboard__v1__bridge_pairing_code__schema(void);

extern const sb_message switchboard__v1__result__table;
const sb_message *switchboard__v1__result__schema(void);

extern const sb_message switchboard__v1__submitted__table;
const sb_message *switchboard__v1__submitted__schema(void);

extern const sb_message switchboard__v1__done__table;
const sb_message *switchboard__v1__done__schema(void);

extern const sb_message switchboard__v1__done__data_entry__table;

extern const sb_message switchboard__v1__command_error__table;
const sb_message *switchboard__v1__command_error__schema(void);

extern const sb_message switchboard__v1__ack__table;
const sb_message *switchboard__v1__ack__schema(void);

extern const sb_message switchboard__v1__incoming__table;
const sb_message *switchboard__v1__incoming__schema(void);

extern const sb_message switchboard__v1__restriction__table;
const sb_message *switchboard__v1__restriction__schema(void);

extern const sb_message switchboard__v1__server_frame__table;
const sb_message *switchboard__v1__server_frame__schema(void);

extern const sb_message switchboard__v1__welcome__table;
const sb_message *switchboard__v1__welcome__schema(void);

extern const sb_message switchboard__v1__assign__table;
const sb_message *switchboard__v1__assign__schema(void);

extern const sb_message switchboard__v1__release__table;
const sb_message *switchboard__v1__release__schema(void);

extern const sb_message switchboard__v1__send__table;
const sb_message *switchboard__v1__send__schema(void);

extern const sb_message switchboard__v1__message_ref__table;
const sb_message *switchboard__v1__message_ref__schema(void);

extern const sb_message switchboard__v1__request_pairing_code__table;
const sb_message *switchboard__v1__request_pairing_code__schema(void);

extern const sb_message switchboard__v1__check_number__table;
const sb_message *switchboard__v1__check_number__schema(void);

extern const sb_message switchboard__v1__request_history__table;
const sb_message *switchboard__v1__request_history__schema(void);

extern const sb_message switchboard__v1__mark_read__table;
const sb_message *switchboard__v1__mark_read__schema(void);

extern const sb_message switchboard__v1__show_presence__table;
const sb_message *switchboard__v1__show_presence__schema(void);

extern const sb_message switchboard__v1__fetch_media__table;
const sb_message *switchboard__v1__fetch_media__schema(void);

extern const sb_message switchboard__v1__confirm__table;
const sb_message *switchboard__v1__confirm__schema(void);

extern const sb_message switchboard__v1__drain__table;
const sb_message *switchboard__v1__drain__schema(void);

extern const sb_message switchboard__v1__get_auth_state_request__table;
const sb_message *switchboard__v1__get_auth_state_request__schema(void);

extern const sb_message switchboard__v1__auth_state_item__table;
const sb_message *switchboard__v1__auth_state_item__schema(void);

extern const sb_message switchboard__v1__put_auth_state_request__table;
const sb_message *switchboard__v1__put_auth_state_request__schema(void);

extern const sb_message switchboard__v1__put_auth_state_response__table;
const sb_message *switchboard__v1__put_auth_state_response__schema(void);

extern const sb_message switchboard__v1__list_bridges_request__table;
const sb_message *switchboard__v1__list_bridges_request__schema(void);

extern const sb_message switchboard__v1__list_bridges_response__table;
const sb_message *switchboard__v1__list_bridges_response__schema(void);

extern const sb_message switchboard__v1__bridge__table;
const sb_message *switchboard__v1__bridge__schema(void);
