// Generated from switchboard/v1/bridges.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/bridges.schema.h"
#include "switchboard/v1/bridges.pb-c.h"
#include "google/protobuf/timestamp.schema.h"
#include "switchboard/v1/messages.schema.h"
#include "switchboard/v1/sessions.schema.h"

static const sb_enum_value switchboard__v1__ack_state__enumeration_values[] = {
    {0, "ACK_STATE_UNSPECIFIED"},
    {1, "ACK_STATE_SERVER"},
    {2, "ACK_STATE_DELIVERED"},
    {3, "ACK_STATE_READ"},
    {4, "ACK_STATE_PLAYED"},
    {5, "ACK_STATE_ERROR"},
};
const sb_enum switchboard__v1__ack_state__enumeration = {
    .name = "switchboard.v1.AckState",
    .prefix = "ACK_STATE_",
    .values = switchboard__v1__ack_state__enumeration_values,
    .value_count = 6,
};

static const sb_enum_value switchboard__v1__bridge_status__enumeration_values[] = {
    {0, "BRIDGE_STATUS_UNSPECIFIED"},
    {1, "BRIDGE_STATUS_ATTACHED"},
    {2, "BRIDGE_STATUS_DRAINING"},
    {3, "BRIDGE_STATUS_LOST"},
};
const sb_enum switchboard__v1__bridge_status__enumeration = {
    .name = "switchboard.v1.BridgeStatus",
    .prefix = "BRIDGE_STATUS_",
    .values = switchboard__v1__bridge_status__enumeration_values,
    .value_count = 4,
};

static const sb_field switchboard__v1__bridge_frame__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "seq", "seq", NULL, NULL},
    {2, SB_KIND_MESSAGE, SB_ONEOF, 0, "hello", "hello", &switchboard__v1__hello__table, NULL},
    {3, SB_KIND_MESSAGE, SB_ONEOF, 0, "heartbeat", "heartbeat", &switchboard__v1__heartbeat__table, NULL},
    {4, SB_KIND_MESSAGE, SB_ONEOF, 0, "credit", "credit", &switchboard__v1__credit__table, NULL},
    {5, SB_KIND_MESSAGE, SB_ONEOF, 0, "session_state", "sessionState", &switchboard__v1__session_state__table, NULL},
    {6, SB_KIND_MESSAGE, SB_ONEOF, 0, "qr_code", "qrCode", &switchboard__v1__bridge_qr_code__table, NULL},
    {7, SB_KIND_MESSAGE, SB_ONEOF, 0, "result", "result", &switchboard__v1__result__table, NULL},
    {8, SB_KIND_MESSAGE, SB_ONEOF, 0, "ack", "ack", &switchboard__v1__ack__table, NULL},
    {9, SB_KIND_MESSAGE, SB_ONEOF, 0, "incoming", "incoming", &switchboard__v1__incoming__table, NULL},
    {10, SB_KIND_MESSAGE, SB_ONEOF, 0, "restriction", "restriction", &switchboard__v1__restriction__table, NULL},
    {11, SB_KIND_MESSAGE, SB_ONEOF, 0, "pairing_code", "pairingCode", &switchboard__v1__bridge_pairing_code__table, NULL},
};
static const char *const switchboard__v1__bridge_frame__table_oneofs[] = {"frame"};
const sb_message switchboard__v1__bridge_frame__table = {
    .name = "switchboard.v1.BridgeFrame",
    .descriptor = &switchboard__v1__bridge_frame__descriptor,
    .fields = switchboard__v1__bridge_frame__table_fields,
    .field_count = 11,
    .oneof_count = 1,
    .oneof_names = switchboard__v1__bridge_frame__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__bridge_frame__schema(void) { return &switchboard__v1__bridge_frame__table; }

static const sb_field switchboard__v1__session_epoch__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
};
const sb_message switchboard__v1__session_epoch__table = {
    .name = "switchboard.v1.SessionEpoch",
    .descriptor = &switchboard__v1__session_epoch__descriptor,
    .fields = switchboard__v1__session_epoch__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__session_epoch__schema(void) { return &switchboard__v1__session_epoch__table; }

static const sb_field switchboard__v1__hello__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "protocol_version", "protocolVersion", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "bridge_name", "bridgeName", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "instance_id", "instanceId", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "engine", "engine", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "engine_version", "engineVersion", NULL, NULL},
    {6, SB_KIND_STRING, SB_REPEATED, -1, "kinds", "kinds", NULL, NULL},
    {7, SB_KIND_INT32, 0, -1, "capacity", "capacity", NULL, NULL},
    {8, SB_KIND_MESSAGE, SB_REPEATED, -1, "held", "held", &switchboard__v1__session_epoch__table, NULL},
    {9, SB_KIND_INT64, 0, -1, "next_seq", "nextSeq", NULL, NULL},
    {11, SB_KIND_STRING, SB_REPEATED, -1, "commands", "commands", NULL, NULL},
    {12, SB_KIND_BOOL, 0, -1, "repeats_are_safe", "repeatsAreSafe", NULL, NULL},
};
const sb_message switchboard__v1__hello__table = {
    .name = "switchboard.v1.Hello",
    .descriptor = &switchboard__v1__hello__descriptor,
    .fields = switchboard__v1__hello__table_fields,
    .field_count = 11,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__hello__schema(void) { return &switchboard__v1__hello__table; }

static const sb_field switchboard__v1__heartbeat__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "rss", "rss", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "sessions", "sessions", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "event_loop_lag_ms", "eventLoopLagMs", NULL, NULL},
};
const sb_message switchboard__v1__heartbeat__table = {
    .name = "switchboard.v1.Heartbeat",
    .descriptor = &switchboard__v1__heartbeat__descriptor,
    .fields = switchboard__v1__heartbeat__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__heartbeat__schema(void) { return &switchboard__v1__heartbeat__table; }

static const sb_field switchboard__v1__credit__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "n", "n", NULL, NULL},
};
const sb_message switchboard__v1__credit__table = {
    .name = "switchboard.v1.Credit",
    .descriptor = &switchboard__v1__credit__descriptor,
    .fields = switchboard__v1__credit__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__credit__schema(void) { return &switchboard__v1__credit__table; }

static const sb_field switchboard__v1__session_state__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_ENUM, 0, -1, "state", "state", NULL, &switchboard__v1__session_status__enumeration},
    {4, SB_KIND_STRING, 0, -1, "phone_number", "phoneNumber", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "lid", "lid", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "reason", "reason", NULL, NULL},
};
const sb_message switchboard__v1__session_state__table = {
    .name = "switchboard.v1.SessionState",
    .descriptor = &switchboard__v1__session_state__descriptor,
    .fields = switchboard__v1__session_state__table_fields,
    .field_count = 6,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__session_state__schema(void) { return &switchboard__v1__session_state__table; }

static const sb_field switchboard__v1__bridge_qr_code__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "sequence", "sequence", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "code", "code", NULL, NULL},
    {5, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__bridge_qr_code__table = {
    .name = "switchboard.v1.BridgeQrCode",
    .descriptor = &switchboard__v1__bridge_qr_code__descriptor,
    .fields = switchboard__v1__bridge_qr_code__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__bridge_qr_code__schema(void) { return &switchboard__v1__bridge_qr_code__table; }

static const sb_field switchboard__v1__bridge_pairing_code__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "code", "code", NULL, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {5, SB_KIND_INT64, 0, -1, "command_id", "commandId", NULL, NULL},
};
const sb_message switchboard__v1__bridge_pairing_code__table = {
    .name = "switchboard.v1.BridgePairingCode",
    .descriptor = &switchboard__v1__bridge_pairing_code__descriptor,
    .fields = switchboard__v1__bridge_pairing_code__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__bridge_pairing_code__schema(void) { return &switchboard__v1__bridge_pairing_code__table; }

static const sb_field switchboard__v1__result__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "command_id", "commandId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {4, SB_KIND_MESSAGE, SB_ONEOF, 0, "submitted", "submitted", &switchboard__v1__submitted__table, NULL},
    {5, SB_KIND_MESSAGE, SB_ONEOF, 0, "done", "done", &switchboard__v1__done__table, NULL},
    {6, SB_KIND_MESSAGE, SB_ONEOF, 0, "error", "error", &switchboard__v1__command_error__table, NULL},
};
static const char *const switchboard__v1__result__table_oneofs[] = {"outcome"};
const sb_message switchboard__v1__result__table = {
    .name = "switchboard.v1.Result",
    .descriptor = &switchboard__v1__result__descriptor,
    .fields = switchboard__v1__result__table_fields,
    .field_count = 6,
    .oneof_count = 1,
    .oneof_names = switchboard__v1__result__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__result__schema(void) { return &switchboard__v1__result__table; }

static const sb_field switchboard__v1__submitted__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "provider_message_id", "providerMessageId", NULL, NULL},
    {2, SB_KIND_ENUM, 0, -1, "state", "state", NULL, &switchboard__v1__ack_state__enumeration},
};
const sb_message switchboard__v1__submitted__table = {
    .name = "switchboard.v1.Submitted",
    .descriptor = &switchboard__v1__submitted__descriptor,
    .fields = switchboard__v1__submitted__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__submitted__schema(void) { return &switchboard__v1__submitted__table; }

static const sb_field switchboard__v1__done__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "data", "data", &switchboard__v1__done__data_entry__table, NULL},
};
const sb_message switchboard__v1__done__table = {
    .name = "switchboard.v1.Done",
    .descriptor = &switchboard__v1__done__descriptor,
    .fields = switchboard__v1__done__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__done__schema(void) { return &switchboard__v1__done__table; }

static const sb_field switchboard__v1__done__data_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__done__data_entry__table = {
    .name = "switchboard.v1.Done.DataEntry",
    .descriptor = &switchboard__v1__done__data_entry__descriptor,
    .fields = switchboard__v1__done__data_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__v1__command_error__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "reason", "reason", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "engine_code", "engineCode", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "text", "text", NULL, NULL},
    {4, SB_KIND_BOOL, 0, -1, "not_begun", "notBegun", NULL, NULL},
};
const sb_message switchboard__v1__command_error__table = {
    .name = "switchboard.v1.CommandError",
    .descriptor = &switchboard__v1__command_error__descriptor,
    .fields = switchboard__v1__command_error__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__command_error__schema(void) { return &switchboard__v1__command_error__table; }

static const sb_field switchboard__v1__ack__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "provider_message_id", "providerMessageId", NULL, NULL},
    {4, SB_KIND_ENUM, 0, -1, "state", "state", NULL, &switchboard__v1__ack_state__enumeration},
    {5, SB_KIND_MESSAGE, 0, -1, "at", "at", &google__protobuf__timestamp__table, NULL},
    {6, SB_KIND_STRING, 0, -1, "engine_code", "engineCode", NULL, NULL},
};
const sb_message switchboard__v1__ack__table = {
    .name = "switchboard.v1.Ack",
    .descriptor = &switchboard__v1__ack__descriptor,
    .fields = switchboard__v1__ack__table_fields,
    .field_count = 6,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__ack__schema(void) { return &switchboard__v1__ack__table; }

static const sb_field switchboard__v1__incoming__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "provider_message_id", "providerMessageId", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "from_phone", "fromPhone", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "from_lid", "fromLid", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "kind", "kind", NULL, NULL},
    {7, SB_KIND_STRING, 0, -1, "text", "text", NULL, NULL},
    {8, SB_KIND_STRING, 0, -1, "quoted", "quoted", NULL, NULL},
    {9, SB_KIND_MESSAGE, 0, -1, "at", "at", &google__protobuf__timestamp__table, NULL},
    {10, SB_KIND_STRING, 0, -1, "chat", "chat", NULL, NULL},
    {11, SB_KIND_STRING, 0, -1, "target", "target", NULL, NULL},
    {12, SB_KIND_STRING, SB_REPEATED, -1, "mentions", "mentions", NULL, NULL},
    {13, SB_KIND_BYTES, 0, -1, "media_ref", "mediaRef", NULL, NULL},
    {20, SB_KIND_MESSAGE, SB_ONEOF, 0, "media", "media", &switchboard__v1__media_content__table, NULL},
    {21, SB_KIND_MESSAGE, SB_ONEOF, 0, "location", "location", &switchboard__v1__location_content__table, NULL},
    {22, SB_KIND_MESSAGE, SB_ONEOF, 0, "contact", "contact", &switchboard__v1__contact_content__table, NULL},
    {23, SB_KIND_MESSAGE, SB_ONEOF, 0, "poll", "poll", &switchboard__v1__poll_content__table, NULL},
    {24, SB_KIND_MESSAGE, SB_ONEOF, 0, "reaction", "reaction", &switchboard__v1__reaction_content__table, NULL},
    {25, SB_KIND_MESSAGE, SB_ONEOF, 0, "edit", "edit", &switchboard__v1__edit_content__table, NULL},
    {26, SB_KIND_MESSAGE, SB_ONEOF, 0, "delete", "delete", &switchboard__v1__delete_content__table, NULL},
};
static const char *const switchboard__v1__incoming__table_oneofs[] = {"content"};
const sb_message switchboard__v1__incoming__table = {
    .name = "switchboard.v1.Incoming",
    .descriptor = &switchboard__v1__incoming__descriptor,
    .fields = switchboard__v1__incoming__table_fields,
    .field_count = 20,
    .oneof_count = 1,
    .oneof_names = switchboard__v1__incoming__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__incoming__schema(void) { return &switchboard__v1__incoming__table; }

static const sb_field switchboard__v1__restriction__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "kind", "kind", NULL, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "until", "until", &google__protobuf__timestamp__table, NULL},
    {5, SB_KIND_INT32, 0, -1, "used", "used", NULL, NULL},
    {6, SB_KIND_INT32, 0, -1, "total", "total", NULL, NULL},
};
const sb_message switchboard__v1__restriction__table = {
    .name = "switchboard.v1.Restriction",
    .descriptor = &switchboard__v1__restriction__descriptor,
    .fields = switchboard__v1__restriction__table_fields,
    .field_count = 6,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__restriction__schema(void) { return &switchboard__v1__restriction__table; }

static const sb_field switchboard__v1__server_frame__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_ONEOF, 0, "welcome", "welcome", &switchboard__v1__welcome__table, NULL},
    {2, SB_KIND_MESSAGE, SB_ONEOF, 0, "assign", "assign", &switchboard__v1__assign__table, NULL},
    {3, SB_KIND_MESSAGE, SB_ONEOF, 0, "release", "release", &switchboard__v1__release__table, NULL},
    {4, SB_KIND_MESSAGE, SB_ONEOF, 0, "send", "send", &switchboard__v1__send__table, NULL},
    {5, SB_KIND_MESSAGE, SB_ONEOF, 0, "confirm", "confirm", &switchboard__v1__confirm__table, NULL},
    {6, SB_KIND_MESSAGE, SB_ONEOF, 0, "drain", "drain", &switchboard__v1__drain__table, NULL},
    {7, SB_KIND_MESSAGE, SB_ONEOF, 0, "request_pairing_code", "requestPairingCode", &switchboard__v1__request_pairing_code__table, NULL},
    {8, SB_KIND_MESSAGE, SB_ONEOF, 0, "check_number", "checkNumber", &switchboard__v1__check_number__table, NULL},
    {9, SB_KIND_MESSAGE, SB_ONEOF, 0, "request_history", "requestHistory", &switchboard__v1__request_history__table, NULL},
    {10, SB_KIND_MESSAGE, SB_ONEOF, 0, "mark_read", "markRead", &switchboard__v1__mark_read__table, NULL},
    {11, SB_KIND_MESSAGE, SB_ONEOF, 0, "presence", "presence", &switchboard__v1__show_presence__table, NULL},
    {12, SB_KIND_MESSAGE, SB_ONEOF, 0, "fetch_media", "fetchMedia", &switchboard__v1__fetch_media__table, NULL},
};
static const char *const switchboard__v1__server_frame__table_oneofs[] = {"frame"};
const sb_message switchboard__v1__server_frame__table = {
    .name = "switchboard.v1.ServerFrame",
    .descriptor = &switchboard__v1__server_frame__descriptor,
    .fields = switchboard__v1__server_frame__table_fields,
    .field_count = 12,
    .oneof_count = 1,
    .oneof_names = switchboard__v1__server_frame__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__server_frame__schema(void) { return &switchboard__v1__server_frame__table; }

static const sb_field switchboard__v1__welcome__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "protocol_version", "protocolVersion", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "server_version", "serverVersion", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "heartbeat_interval_ms", "heartbeatIntervalMs", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "token", "token", NULL, NULL},
    {5, SB_KIND_MESSAGE, SB_REPEATED, -1, "kept", "kept", &switchboard__v1__session_epoch__table, NULL},
    {6, SB_KIND_MESSAGE, SB_REPEATED, -1, "drop", "drop", &switchboard__v1__session_epoch__table, NULL},
    {7, SB_KIND_INT64, 0, -1, "confirmed_seq", "confirmedSeq", NULL, NULL},
};
const sb_message switchboard__v1__welcome__table = {
    .name = "switchboard.v1.Welcome",
    .descriptor = &switchboard__v1__welcome__descriptor,
    .fields = switchboard__v1__welcome__table_fields,
    .field_count = 7,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__welcome__schema(void) { return &switchboard__v1__welcome__table; }

static const sb_field switchboard__v1__assign__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "settings", "settings", &switchboard__v1__session_settings__table, NULL},
    {4, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {5, SB_KIND_BOOL, 0, -1, "linked", "linked", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "phone_number", "phoneNumber", NULL, NULL},
};
const sb_message switchboard__v1__assign__table = {
    .name = "switchboard.v1.Assign",
    .descriptor = &switchboard__v1__assign__descriptor,
    .fields = switchboard__v1__assign__table_fields,
    .field_count = 6,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__assign__schema(void) { return &switchboard__v1__assign__table; }

static const sb_field switchboard__v1__release__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "reason", "reason", NULL, NULL},
};
const sb_message switchboard__v1__release__table = {
    .name = "switchboard.v1.Release",
    .descriptor = &switchboard__v1__release__descriptor,
    .fields = switchboard__v1__release__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__release__schema(void) { return &switchboard__v1__release__table; }

static const sb_field switchboard__v1__send__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "command_id", "commandId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {4, SB_KIND_INT32, 0, -1, "attempt", "attempt", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "client_message_id", "clientMessageId", NULL, NULL},
    {6, SB_KIND_INT64, 0, -1, "timeout_ms", "timeoutMs", NULL, NULL},
    {7, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {8, SB_KIND_MESSAGE, SB_ONEOF, 0, "text", "text", &switchboard__v1__text_content__table, NULL},
    {9, SB_KIND_STRING, 0, -1, "quoted", "quoted", NULL, NULL},
    {10, SB_KIND_MESSAGE, 0, -1, "quoted_message", "quotedMessage", &switchboard__v1__message_ref__table, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "target", "target", &switchboard__v1__message_ref__table, NULL},
    {20, SB_KIND_MESSAGE, SB_ONEOF, 0, "media", "media", &switchboard__v1__media_content__table, NULL},
    {21, SB_KIND_MESSAGE, SB_ONEOF, 0, "location", "location", &switchboard__v1__location_content__table, NULL},
    {22, SB_KIND_MESSAGE, SB_ONEOF, 0, "contact", "contact", &switchboard__v1__contact_content__table, NULL},
    {23, SB_KIND_MESSAGE, SB_ONEOF, 0, "poll", "poll", &switchboard__v1__poll_content__table, NULL},
    {24, SB_KIND_MESSAGE, SB_ONEOF, 0, "reaction", "reaction", &switchboard__v1__reaction_content__table, NULL},
    {25, SB_KIND_MESSAGE, SB_ONEOF, 0, "edit", "edit", &switchboard__v1__edit_content__table, NULL},
    {26, SB_KIND_MESSAGE, SB_ONEOF, 0, "delete", "delete", &switchboard__v1__delete_content__table, NULL},
};
static const char *const switchboard__v1__send__table_oneofs[] = {"kind"};
const sb_message switchboard__v1__send__table = {
    .name = "switchboard.v1.Send",
    .descriptor = &switchboard__v1__send__descriptor,
    .fields = switchboard__v1__send__table_fields,
    .field_count = 18,
    .oneof_count = 1,
    .oneof_names = switchboard__v1__send__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__send__schema(void) { return &switchboard__v1__send__table; }

static const sb_field switchboard__v1__message_ref__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "provider_message_id", "providerMessageId", NULL, NULL},
    {2, SB_KIND_BOOL, 0, -1, "from_me", "fromMe", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "sender", "sender", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "text", "text", NULL, NULL},
};
const sb_message switchboard__v1__message_ref__table = {
    .name = "switchboard.v1.MessageRef",
    .descriptor = &switchboard__v1__message_ref__descriptor,
    .fields = switchboard__v1__message_ref__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__message_ref__schema(void) { return &switchboard__v1__message_ref__table; }

static const sb_field switchboard__v1__request_pairing_code__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "command_id", "commandId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "timeout_ms", "timeoutMs", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "phone_number", "phoneNumber", NULL, NULL},
};
const sb_message switchboard__v1__request_pairing_code__table = {
    .name = "switchboard.v1.RequestPairingCode",
    .descriptor = &switchboard__v1__request_pairing_code__descriptor,
    .fields = switchboard__v1__request_pairing_code__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__request_pairing_code__schema(void) { return &switchboard__v1__request_pairing_code__table; }

static const sb_field switchboard__v1__check_number__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "command_id", "commandId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "timeout_ms", "timeoutMs", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "phone_number", "phoneNumber", NULL, NULL},
};
const sb_message switchboard__v1__check_number__table = {
    .name = "switchboard.v1.CheckNumber",
    .descriptor = &switchboard__v1__check_number__descriptor,
    .fields = switchboard__v1__check_number__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__check_number__schema(void) { return &switchboard__v1__check_number__table; }

static const sb_field switchboard__v1__request_history__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "command_id", "commandId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "timeout_ms", "timeoutMs", NULL, NULL},
    {5, SB_KIND_MESSAGE, 0, -1, "since", "since", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__request_history__table = {
    .name = "switchboard.v1.RequestHistory",
    .descriptor = &switchboard__v1__request_history__descriptor,
    .fields = switchboard__v1__request_history__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__request_history__schema(void) { return &switchboard__v1__request_history__table; }

static const sb_field switchboard__v1__mark_read__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "command_id", "commandId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "timeout_ms", "timeoutMs", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "chat", "chat", NULL, NULL},
    {6, SB_KIND_MESSAGE, 0, -1, "message", "message", &switchboard__v1__message_ref__table, NULL},
};
const sb_message switchboard__v1__mark_read__table = {
    .name = "switchboard.v1.MarkRead",
    .descriptor = &switchboard__v1__mark_read__descriptor,
    .fields = switchboard__v1__mark_read__table_fields,
    .field_count = 6,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__mark_read__schema(void) { return &switchboard__v1__mark_read__table; }

static const sb_field switchboard__v1__show_presence__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "command_id", "commandId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "timeout_ms", "timeoutMs", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {6, SB_KIND_ENUM, 0, -1, "presence", "presence", NULL, &switchboard__v1__presence__enumeration},
};
const sb_message switchboard__v1__show_presence__table = {
    .name = "switchboard.v1.ShowPresence",
    .descriptor = &switchboard__v1__show_presence__descriptor,
    .fields = switchboard__v1__show_presence__table_fields,
    .field_count = 6,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__show_presence__schema(void) { return &switchboard__v1__show_presence__table; }

static const sb_field switchboard__v1__fetch_media__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "command_id", "commandId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "timeout_ms", "timeoutMs", NULL, NULL},
    {5, SB_KIND_MESSAGE, 0, -1, "message", "message", &switchboard__v1__message_ref__table, NULL},
    {6, SB_KIND_BYTES, 0, -1, "media_ref", "mediaRef", NULL, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "media", "media", &switchboard__v1__media_content__table, NULL},
    {8, SB_KIND_INT64, 0, -1, "max_bytes", "maxBytes", NULL, NULL},
};
const sb_message switchboard__v1__fetch_media__table = {
    .name = "switchboard.v1.FetchMedia",
    .descriptor = &switchboard__v1__fetch_media__descriptor,
    .fields = switchboard__v1__fetch_media__table_fields,
    .field_count = 8,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__fetch_media__schema(void) { return &switchboard__v1__fetch_media__table; }

static const sb_field switchboard__v1__confirm__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "up_to_seq", "upToSeq", NULL, NULL},
};
const sb_message switchboard__v1__confirm__table = {
    .name = "switchboard.v1.Confirm",
    .descriptor = &switchboard__v1__confirm__descriptor,
    .fields = switchboard__v1__confirm__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__confirm__schema(void) { return &switchboard__v1__confirm__table; }

static const sb_field switchboard__v1__drain__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "reason", "reason", NULL, NULL},
};
const sb_message switchboard__v1__drain__table = {
    .name = "switchboard.v1.Drain",
    .descriptor = &switchboard__v1__drain__descriptor,
    .fields = switchboard__v1__drain__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__drain__schema(void) { return &switchboard__v1__drain__table; }

static const sb_field switchboard__v1__get_auth_state_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_STRING, SB_REPEATED, -1, "keys", "keys", NULL, NULL},
};
const sb_message switchboard__v1__get_auth_state_request__table = {
    .name = "switchboard.v1.GetAuthStateRequest",
    .descriptor = &switchboard__v1__get_auth_state_request__descriptor,
    .fields = switchboard__v1__get_auth_state_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_auth_state_request__schema(void) { return &switchboard__v1__get_auth_state_request__table; }

static const sb_field switchboard__v1__auth_state_item__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_BYTES, 0, -1, "value", "value", NULL, NULL},
    {3, SB_KIND_BOOL, 0, -1, "more", "more", NULL, NULL},
};
const sb_message switchboard__v1__auth_state_item__table = {
    .name = "switchboard.v1.AuthStateItem",
    .descriptor = &switchboard__v1__auth_state_item__descriptor,
    .fields = switchboard__v1__auth_state_item__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__auth_state_item__schema(void) { return &switchboard__v1__auth_state_item__table; }

static const sb_field switchboard__v1__put_auth_state_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {4, SB_KIND_BYTES, 0, -1, "value", "value", NULL, NULL},
    {5, SB_KIND_BOOL, 0, -1, "deleted", "deleted", NULL, NULL},
    {6, SB_KIND_BOOL, 0, -1, "more", "more", NULL, NULL},
    {7, SB_KIND_BOOL, 0, -1, "clear", "clear", NULL, NULL},
};
const sb_message switchboard__v1__put_auth_state_request__table = {
    .name = "switchboard.v1.PutAuthStateRequest",
    .descriptor = &switchboard__v1__put_auth_state_request__descriptor,
    .fields = switchboard__v1__put_auth_state_request__table_fields,
    .field_count = 7,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__put_auth_state_request__schema(void) { return &switchboard__v1__put_auth_state_request__table; }

static const sb_field switchboard__v1__put_auth_state_response__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "stored", "stored", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "deleted", "deleted", NULL, NULL},
};
const sb_message switchboard__v1__put_auth_state_response__table = {
    .name = "switchboard.v1.PutAuthStateResponse",
    .descriptor = &switchboard__v1__put_auth_state_response__descriptor,
    .fields = switchboard__v1__put_auth_state_response__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__put_auth_state_response__schema(void) { return &switchboard__v1__put_auth_state_response__table; }

const sb_message switchboard__v1__list_bridges_request__table = {
    .name = "switchboard.v1.ListBridgesRequest",
    .descriptor = &switchboard__v1__list_bridges_request__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_bridges_request__schema(void) { return &switchboard__v1__list_bridges_request__table; }

static const sb_field switchboard__v1__list_bridges_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "bridges", "bridges", &switchboard__v1__bridge__table, NULL},
};
const sb_message switchboard__v1__list_bridges_response__table = {
    .name = "switchboard.v1.ListBridgesResponse",
    .descriptor = &switchboard__v1__list_bridges_response__descriptor,
    .fields = switchboard__v1__list_bridges_response__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_bridges_response__schema(void) { return &switchboard__v1__list_bridges_response__table; }

static const sb_field switchboard__v1__bridge__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "identity", "identity", NULL, NULL},
    {3, SB_KIND_ENUM, 0, -1, "status", "status", NULL, &switchboard__v1__bridge_status__enumeration},
    {4, SB_KIND_STRING, 0, -1, "instance_id", "instanceId", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "engine", "engine", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "engine_version", "engineVersion", NULL, NULL},
    {7, SB_KIND_STRING, SB_REPEATED, -1, "kinds", "kinds", NULL, NULL},
    {8, SB_KIND_INT32, 0, -1, "capacity", "capacity", NULL, NULL},
    {9, SB_KIND_INT32, 0, -1, "sessions", "sessions", NULL, NULL},
    {10, SB_KIND_INT32, 0, -1, "credit", "credit", NULL, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "attached_at", "attachedAt", &google__protobuf__timestamp__table, NULL},
    {12, SB_KIND_MESSAGE, 0, -1, "last_heartbeat_at", "lastHeartbeatAt", &google__protobuf__timestamp__table, NULL},
    {13, SB_KIND_INT64, 0, -1, "rss", "rss", NULL, NULL},
    {14, SB_KIND_INT32, 0, -1, "event_loop_lag_ms", "eventLoopLagMs", NULL, NULL},
    {15, SB_KIND_STRING, SB_REPEATED, -1, "commands", "commands", NULL, NULL},
    {16, SB_KIND_BOOL, 0, -1, "repeats_are_safe", "repeatsAreSafe", NULL, NULL},
};
const sb_message switchboard__v1__bridge__table = {
    .name = "switchboard.v1.Bridge",
    .descriptor = &switchboard__v1__bridge__descriptor,
    .fields = switchboard__v1__bridge__table_fields,
    .field_count = 16,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__bridge__schema(void) { return &switchboard__v1__bridge__table; }
