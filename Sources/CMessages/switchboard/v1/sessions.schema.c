// Generated from switchboard/v1/sessions.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/sessions.schema.h"
#include "switchboard/v1/sessions.pb-c.h"
#include "google/protobuf/field_mask.schema.h"
#include "google/protobuf/timestamp.schema.h"

static const sb_enum_value switchboard__v1__session_status__enumeration_values[] = {
    {0, "SESSION_STATUS_UNSPECIFIED"},
    {1, "SESSION_STATUS_CREATED"},
    {2, "SESSION_STATUS_STARTING"},
    {3, "SESSION_STATUS_QR_PENDING"},
    {4, "SESSION_STATUS_AUTHENTICATED"},
    {5, "SESSION_STATUS_CONNECTED"},
    {6, "SESSION_STATUS_PAUSED"},
    {7, "SESSION_STATUS_DISCONNECTED"},
    {8, "SESSION_STATUS_LOGGED_OUT"},
    {9, "SESSION_STATUS_CONFLICT"},
    {10, "SESSION_STATUS_RESTRICTED"},
    {11, "SESSION_STATUS_FAILED"},
};
const sb_enum switchboard__v1__session_status__enumeration = {
    .name = "switchboard.v1.SessionStatus",
    .prefix = "SESSION_STATUS_",
    .values = switchboard__v1__session_status__enumeration_values,
    .value_count = 12,
};

static const sb_enum_value switchboard__v1__pacing_profile__enumeration_values[] = {
    {0, "PACING_PROFILE_UNSPECIFIED"},
    {1, "PACING_PROFILE_FAST"},
    {2, "PACING_PROFILE_CAREFUL"},
};
const sb_enum switchboard__v1__pacing_profile__enumeration = {
    .name = "switchboard.v1.PacingProfile",
    .prefix = "PACING_PROFILE_",
    .values = switchboard__v1__pacing_profile__enumeration_values,
    .value_count = 3,
};

static const sb_field switchboard__v1__session__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {4, SB_KIND_ENUM, 0, -1, "status", "status", NULL, &switchboard__v1__session_status__enumeration},
    {5, SB_KIND_STRING, 0, -1, "status_reason", "statusReason", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "engine", "engine", NULL, NULL},
    {7, SB_KIND_STRING, 0, -1, "phone_number", "phoneNumber", NULL, NULL},
    {8, SB_KIND_STRING, 0, -1, "lid", "lid", NULL, NULL},
    {9, SB_KIND_MESSAGE, 0, -1, "qr_expires_at", "qrExpiresAt", &google__protobuf__timestamp__table, NULL},
    {10, SB_KIND_MESSAGE, 0, -1, "connected_at", "connectedAt", &google__protobuf__timestamp__table, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "last_active_at", "lastActiveAt", &google__protobuf__timestamp__table, NULL},
    {12, SB_KIND_STRING, 0, -1, "last_error", "lastError", NULL, NULL},
    {13, SB_KIND_STRING, 0, -1, "bridge", "bridge", NULL, NULL},
    {14, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {15, SB_KIND_MESSAGE, 0, -1, "settings", "settings", &switchboard__v1__session_settings__table, NULL},
    {16, SB_KIND_MESSAGE, 0, -1, "created_at", "createdAt", &google__protobuf__timestamp__table, NULL},
    {17, SB_KIND_MESSAGE, 0, -1, "updated_at", "updatedAt", &google__protobuf__timestamp__table, NULL},
    {18, SB_KIND_MESSAGE, 0, -1, "pacing", "pacing", &switchboard__v1__session_pacing__table, NULL},
};
const sb_message switchboard__v1__session__table = {
    .name = "switchboard.v1.Session",
    .descriptor = &switchboard__v1__session__descriptor,
    .fields = switchboard__v1__session__table_fields,
    .field_count = 18,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__session__schema(void) { return &switchboard__v1__session__table; }

static const sb_field switchboard__v1__session_settings__table_fields[] = {
    {1, SB_KIND_ENUM, 0, -1, "pacing", "pacing", NULL, &switchboard__v1__pacing_profile__enumeration},
    {2, SB_KIND_STRING, 0, -1, "quiet_hours", "quietHours", NULL, NULL},
};
const sb_message switchboard__v1__session_settings__table = {
    .name = "switchboard.v1.SessionSettings",
    .descriptor = &switchboard__v1__session_settings__descriptor,
    .fields = switchboard__v1__session_settings__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__session_settings__schema(void) { return &switchboard__v1__session_settings__table; }

static const sb_field switchboard__v1__session_pacing__table_fields[] = {
    {1, SB_KIND_ENUM, 0, -1, "profile", "profile", NULL, &switchboard__v1__pacing_profile__enumeration},
    {2, SB_KIND_MESSAGE, 0, -1, "next_send_at", "nextSendAt", &google__protobuf__timestamp__table, NULL},
    {3, SB_KIND_STRING, 0, -1, "hold_reason", "holdReason", NULL, NULL},
    {4, SB_KIND_INT32, 0, -1, "minute_left", "minuteLeft", NULL, NULL},
    {5, SB_KIND_INT32, 0, -1, "hour_left", "hourLeft", NULL, NULL},
    {6, SB_KIND_INT32, 0, -1, "cold_left", "coldLeft", NULL, NULL},
    {7, SB_KIND_INT32, 0, -1, "cold_budget", "coldBudget", NULL, NULL},
    {8, SB_KIND_MESSAGE, 0, -1, "cold_stopped_until", "coldStoppedUntil", &google__protobuf__timestamp__table, NULL},
    {9, SB_KIND_MESSAGE, 0, -1, "paused_until", "pausedUntil", &google__protobuf__timestamp__table, NULL},
    {10, SB_KIND_MESSAGE, 0, -1, "ramp_until", "rampUntil", &google__protobuf__timestamp__table, NULL},
    {11, SB_KIND_INT32, 0, -1, "failures", "failures", NULL, NULL},
};
const sb_message switchboard__v1__session_pacing__table = {
    .name = "switchboard.v1.SessionPacing",
    .descriptor = &switchboard__v1__session_pacing__descriptor,
    .fields = switchboard__v1__session_pacing__table_fields,
    .field_count = 11,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__session_pacing__schema(void) { return &switchboard__v1__session_pacing__table; }

static const sb_field switchboard__v1__list_sessions_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "status", "status", NULL, &switchboard__v1__session_status__enumeration},
};
const sb_message switchboard__v1__list_sessions_request__table = {
    .name = "switchboard.v1.ListSessionsRequest",
    .descriptor = &switchboard__v1__list_sessions_request__descriptor,
    .fields = switchboard__v1__list_sessions_request__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_sessions_request__schema(void) { return &switchboard__v1__list_sessions_request__table; }

static const sb_field switchboard__v1__list_sessions_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "sessions", "sessions", &switchboard__v1__session__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_sessions_response__table = {
    .name = "switchboard.v1.ListSessionsResponse",
    .descriptor = &switchboard__v1__list_sessions_response__descriptor,
    .fields = switchboard__v1__list_sessions_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_sessions_response__schema(void) { return &switchboard__v1__list_sessions_response__table; }

static const sb_field switchboard__v1__get_session_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__get_session_request__table = {
    .name = "switchboard.v1.GetSessionRequest",
    .descriptor = &switchboard__v1__get_session_request__descriptor,
    .fields = switchboard__v1__get_session_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_session_request__schema(void) { return &switchboard__v1__get_session_request__table; }

static const sb_field switchboard__v1__create_session_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "engine", "engine", NULL, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "settings", "settings", &switchboard__v1__session_settings__table, NULL},
    {5, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
};
const sb_message switchboard__v1__create_session_request__table = {
    .name = "switchboard.v1.CreateSessionRequest",
    .descriptor = &switchboard__v1__create_session_request__descriptor,
    .fields = switchboard__v1__create_session_request__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__create_session_request__schema(void) { return &switchboard__v1__create_session_request__table; }

static const sb_field switchboard__v1__update_session_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "session", "session", &switchboard__v1__session__table, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "update_mask", "updateMask", &google__protobuf__field_mask__table, NULL},
};
const sb_message switchboard__v1__update_session_request__table = {
    .name = "switchboard.v1.UpdateSessionRequest",
    .descriptor = &switchboard__v1__update_session_request__descriptor,
    .fields = switchboard__v1__update_session_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__update_session_request__schema(void) { return &switchboard__v1__update_session_request__table; }

static const sb_field switchboard__v1__delete_session_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__delete_session_request__table = {
    .name = "switchboard.v1.DeleteSessionRequest",
    .descriptor = &switchboard__v1__delete_session_request__descriptor,
    .fields = switchboard__v1__delete_session_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_session_request__schema(void) { return &switchboard__v1__delete_session_request__table; }

const sb_message switchboard__v1__delete_session_response__table = {
    .name = "switchboard.v1.DeleteSessionResponse",
    .descriptor = &switchboard__v1__delete_session_response__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_session_response__schema(void) { return &switchboard__v1__delete_session_response__table; }

static const sb_field switchboard__v1__init_session_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "engine", "engine", NULL, NULL},
};
const sb_message switchboard__v1__init_session_request__table = {
    .name = "switchboard.v1.InitSessionRequest",
    .descriptor = &switchboard__v1__init_session_request__descriptor,
    .fields = switchboard__v1__init_session_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__init_session_request__schema(void) { return &switchboard__v1__init_session_request__table; }

static const sb_field switchboard__v1__get_session_status_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__get_session_status_request__table = {
    .name = "switchboard.v1.GetSessionStatusRequest",
    .descriptor = &switchboard__v1__get_session_status_request__descriptor,
    .fields = switchboard__v1__get_session_status_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_session_status_request__schema(void) { return &switchboard__v1__get_session_status_request__table; }

static const sb_field switchboard__v1__disconnect_session_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__disconnect_session_request__table = {
    .name = "switchboard.v1.DisconnectSessionRequest",
    .descriptor = &switchboard__v1__disconnect_session_request__descriptor,
    .fields = switchboard__v1__disconnect_session_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__disconnect_session_request__schema(void) { return &switchboard__v1__disconnect_session_request__table; }

static const sb_field switchboard__v1__restart_session_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__restart_session_request__table = {
    .name = "switchboard.v1.RestartSessionRequest",
    .descriptor = &switchboard__v1__restart_session_request__descriptor,
    .fields = switchboard__v1__restart_session_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__restart_session_request__schema(void) { return &switchboard__v1__restart_session_request__table; }

static const sb_field switchboard__v1__logout_session_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__logout_session_request__table = {
    .name = "switchboard.v1.LogoutSessionRequest",
    .descriptor = &switchboard__v1__logout_session_request__descriptor,
    .fields = switchboard__v1__logout_session_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__logout_session_request__schema(void) { return &switchboard__v1__logout_session_request__table; }

static const sb_field switchboard__v1__get_qr_code_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__get_qr_code_request__table = {
    .name = "switchboard.v1.GetQrCodeRequest",
    .descriptor = &switchboard__v1__get_qr_code_request__descriptor,
    .fields = switchboard__v1__get_qr_code_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_qr_code_request__schema(void) { return &switchboard__v1__get_qr_code_request__table; }

static const sb_field switchboard__v1__qr_code__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "code", "code", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "sequence", "sequence", NULL, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__qr_code__table = {
    .name = "switchboard.v1.QrCode",
    .descriptor = &switchboard__v1__qr_code__descriptor,
    .fields = switchboard__v1__qr_code__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__qr_code__schema(void) { return &switchboard__v1__qr_code__table; }

static const sb_field switchboard__v1__request_pairing_code_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "phone_number", "phoneNumber", NULL, NULL},
};
const sb_message switchboard__v1__request_pairing_code_request__table = {
    .name = "switchboard.v1.RequestPairingCodeRequest",
    .descriptor = &switchboard__v1__request_pairing_code_request__descriptor,
    .fields = switchboard__v1__request_pairing_code_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__request_pairing_code_request__schema(void) { return &switchboard__v1__request_pairing_code_request__table; }

static const sb_field switchboard__v1__pairing_code__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "code", "code", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "phone_number", "phoneNumber", NULL, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__pairing_code__table = {
    .name = "switchboard.v1.PairingCode",
    .descriptor = &switchboard__v1__pairing_code__descriptor,
    .fields = switchboard__v1__pairing_code__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__pairing_code__schema(void) { return &switchboard__v1__pairing_code__table; }

static const sb_field switchboard__v1__check_number_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "phone_number", "phoneNumber", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__check_number_request__table = {
    .name = "switchboard.v1.CheckNumberRequest",
    .descriptor = &switchboard__v1__check_number_request__descriptor,
    .fields = switchboard__v1__check_number_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__check_number_request__schema(void) { return &switchboard__v1__check_number_request__table; }

static const sb_field switchboard__v1__number_check__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "phone_number", "phoneNumber", NULL, NULL},
    {2, SB_KIND_BOOL, 0, -1, "exists", "exists", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "lid", "lid", NULL, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "checked_at", "checkedAt", &google__protobuf__timestamp__table, NULL},
    {5, SB_KIND_BOOL, 0, -1, "cached", "cached", NULL, NULL},
};
const sb_message switchboard__v1__number_check__table = {
    .name = "switchboard.v1.NumberCheck",
    .descriptor = &switchboard__v1__number_check__descriptor,
    .fields = switchboard__v1__number_check__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__number_check__schema(void) { return &switchboard__v1__number_check__table; }

static const sb_field switchboard__v1__watch_session_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__watch_session_request__table = {
    .name = "switchboard.v1.WatchSessionRequest",
    .descriptor = &switchboard__v1__watch_session_request__descriptor,
    .fields = switchboard__v1__watch_session_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__watch_session_request__schema(void) { return &switchboard__v1__watch_session_request__table; }

static const sb_field switchboard__v1__session_update__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "session", "session", &switchboard__v1__session__table, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "qr_code", "qrCode", &switchboard__v1__qr_code__table, NULL},
};
const sb_message switchboard__v1__session_update__table = {
    .name = "switchboard.v1.SessionUpdate",
    .descriptor = &switchboard__v1__session_update__descriptor,
    .fields = switchboard__v1__session_update__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__session_update__schema(void) { return &switchboard__v1__session_update__table; }
