// Generated from switchboard/v1/messages.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/messages.schema.h"
#include "switchboard/v1/messages.pb-c.h"
#include "google/protobuf/timestamp.schema.h"

static const sb_enum_value switchboard__v1__message_status__enumeration_values[] = {
    {0, "MESSAGE_STATUS_UNSPECIFIED"},
    {1, "MESSAGE_STATUS_SCHEDULED"},
    {2, "MESSAGE_STATUS_PENDING"},
    {3, "MESSAGE_STATUS_DISPATCHED"},
    {4, "MESSAGE_STATUS_SUBMITTED"},
    {5, "MESSAGE_STATUS_UNKNOWN"},
    {6, "MESSAGE_STATUS_SENT"},
    {7, "MESSAGE_STATUS_DELIVERED"},
    {8, "MESSAGE_STATUS_READ"},
    {9, "MESSAGE_STATUS_PLAYED"},
    {10, "MESSAGE_STATUS_FAILED"},
    {11, "MESSAGE_STATUS_EXPIRED"},
    {12, "MESSAGE_STATUS_CANCELLED"},
};
const sb_enum switchboard__v1__message_status__enumeration = {
    .name = "switchboard.v1.MessageStatus",
    .prefix = "MESSAGE_STATUS_",
    .values = switchboard__v1__message_status__enumeration_values,
    .value_count = 13,
};

static const sb_enum_value switchboard__v1__message_direction__enumeration_values[] = {
    {0, "MESSAGE_DIRECTION_UNSPECIFIED"},
    {1, "MESSAGE_DIRECTION_OUTBOUND"},
    {2, "MESSAGE_DIRECTION_INBOUND"},
};
const sb_enum switchboard__v1__message_direction__enumeration = {
    .name = "switchboard.v1.MessageDirection",
    .prefix = "MESSAGE_DIRECTION_",
    .values = switchboard__v1__message_direction__enumeration_values,
    .value_count = 3,
};

static const sb_enum_value switchboard__v1__queue__enumeration_values[] = {
    {0, "QUEUE_UNSPECIFIED"},
    {1, "QUEUE_NEVER"},
};
const sb_enum switchboard__v1__queue__enumeration = {
    .name = "switchboard.v1.Queue",
    .prefix = "QUEUE_",
    .values = switchboard__v1__queue__enumeration_values,
    .value_count = 2,
};

static const sb_enum_value switchboard__v1__resolution__enumeration_values[] = {
    {0, "RESOLUTION_UNSPECIFIED"},
    {1, "RESOLUTION_SENT"},
    {2, "RESOLUTION_FAILED"},
    {3, "RESOLUTION_RESEND"},
};
const sb_enum switchboard__v1__resolution__enumeration = {
    .name = "switchboard.v1.Resolution",
    .prefix = "RESOLUTION_",
    .values = switchboard__v1__resolution__enumeration_values,
    .value_count = 4,
};

static const sb_field switchboard__v1__message__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {4, SB_KIND_ENUM, 0, -1, "direction", "direction", NULL, &switchboard__v1__message_direction__enumeration},
    {5, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "sender", "sender", NULL, NULL},
    {7, SB_KIND_MESSAGE, SB_ONEOF, 0, "text", "text", &switchboard__v1__text_content__table, NULL},
    {8, SB_KIND_STRING, 0, -1, "content", "content", NULL, NULL},
    {9, SB_KIND_ENUM, 0, -1, "status", "status", NULL, &switchboard__v1__message_status__enumeration},
    {10, SB_KIND_STRING, 0, -1, "hold_reason", "holdReason", NULL, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "next_try_at", "nextTryAt", &google__protobuf__timestamp__table, NULL},
    {12, SB_KIND_INT32, 0, -1, "attempts", "attempts", NULL, NULL},
    {13, SB_KIND_STRING, 0, -1, "client_message_id", "clientMessageId", NULL, NULL},
    {14, SB_KIND_STRING, 0, -1, "provider_message_id", "providerMessageId", NULL, NULL},
    {15, SB_KIND_INT64, 0, -1, "reply_to_id", "replyToId", NULL, NULL},
    {16, SB_KIND_MESSAGE, 0, -1, "scheduled_at", "scheduledAt", &google__protobuf__timestamp__table, NULL},
    {17, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {18, SB_KIND_STRING, 0, -1, "error_code", "errorCode", NULL, NULL},
    {19, SB_KIND_STRING, 0, -1, "error_message", "errorMessage", NULL, NULL},
    {20, SB_KIND_MESSAGE, 0, -1, "created_at", "createdAt", &google__protobuf__timestamp__table, NULL},
    {21, SB_KIND_MESSAGE, 0, -1, "updated_at", "updatedAt", &google__protobuf__timestamp__table, NULL},
    {22, SB_KIND_MESSAGE, 0, -1, "dispatched_at", "dispatchedAt", &google__protobuf__timestamp__table, NULL},
    {23, SB_KIND_MESSAGE, 0, -1, "submitted_at", "submittedAt", &google__protobuf__timestamp__table, NULL},
    {24, SB_KIND_MESSAGE, 0, -1, "sent_at", "sentAt", &google__protobuf__timestamp__table, NULL},
    {25, SB_KIND_MESSAGE, 0, -1, "delivered_at", "deliveredAt", &google__protobuf__timestamp__table, NULL},
    {26, SB_KIND_MESSAGE, 0, -1, "read_at", "readAt", &google__protobuf__timestamp__table, NULL},
    {27, SB_KIND_MESSAGE, 0, -1, "played_at", "playedAt", &google__protobuf__timestamp__table, NULL},
    {28, SB_KIND_MESSAGE, 0, -1, "failed_at", "failedAt", &google__protobuf__timestamp__table, NULL},
    {29, SB_KIND_MESSAGE, SB_REPEATED, -1, "timeline", "timeline", &switchboard__v1__timeline_entry__table, NULL},
};
static const char *const switchboard__v1__message__table_oneofs[] = {"kind"};
const sb_message switchboard__v1__message__table = {
    .name = "switchboard.v1.Message",
    .descriptor = &switchboard__v1__message__descriptor,
    .fields = switchboard__v1__message__table_fields,
    .field_count = 29,
    .oneof_count = 1,
    .oneof_names = switchboard__v1__message__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__message__schema(void) { return &switchboard__v1__message__table; }

static const sb_field switchboard__v1__text_content__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "body", "body", NULL, NULL},
};
const sb_message switchboard__v1__text_content__table = {
    .name = "switchboard.v1.TextContent",
    .descriptor = &switchboard__v1__text_content__descriptor,
    .fields = switchboard__v1__text_content__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__text_content__schema(void) { return &switchboard__v1__text_content__table; }

static const sb_field switchboard__v1__timeline_entry__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "at", "at", &google__protobuf__timestamp__table, NULL},
    {2, SB_KIND_ENUM, 0, -1, "from", "from", NULL, &switchboard__v1__message_status__enumeration},
    {3, SB_KIND_ENUM, 0, -1, "to", "to", NULL, &switchboard__v1__message_status__enumeration},
    {4, SB_KIND_STRING, 0, -1, "cause", "cause", NULL, NULL},
    {5, SB_KIND_INT32, 0, -1, "attempt", "attempt", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "bridge", "bridge", NULL, NULL},
    {7, SB_KIND_STRING, 0, -1, "reason", "reason", NULL, NULL},
    {8, SB_KIND_STRING, 0, -1, "engine_code", "engineCode", NULL, NULL},
    {9, SB_KIND_STRING, 0, -1, "detail", "detail", NULL, NULL},
};
const sb_message switchboard__v1__timeline_entry__table = {
    .name = "switchboard.v1.TimelineEntry",
    .descriptor = &switchboard__v1__timeline_entry__descriptor,
    .fields = switchboard__v1__timeline_entry__table_fields,
    .field_count = 9,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__timeline_entry__schema(void) { return &switchboard__v1__timeline_entry__table; }

static const sb_field switchboard__v1__send_text_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "message", "message", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "queue", "queue", NULL, &switchboard__v1__queue__enumeration},
    {6, SB_KIND_MESSAGE, 0, -1, "scheduled_at", "scheduledAt", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_INT64, 0, -1, "reply_to_id", "replyToId", NULL, NULL},
    {9, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
    {10, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__send_text_request__table = {
    .name = "switchboard.v1.SendTextRequest",
    .descriptor = &switchboard__v1__send_text_request__descriptor,
    .fields = switchboard__v1__send_text_request__table_fields,
    .field_count = 10,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__send_text_request__schema(void) { return &switchboard__v1__send_text_request__table; }

static const sb_field switchboard__v1__get_message_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__get_message_request__table = {
    .name = "switchboard.v1.GetMessageRequest",
    .descriptor = &switchboard__v1__get_message_request__descriptor,
    .fields = switchboard__v1__get_message_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_message_request__schema(void) { return &switchboard__v1__get_message_request__table; }

static const sb_field switchboard__v1__cancel_message_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__cancel_message_request__table = {
    .name = "switchboard.v1.CancelMessageRequest",
    .descriptor = &switchboard__v1__cancel_message_request__descriptor,
    .fields = switchboard__v1__cancel_message_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__cancel_message_request__schema(void) { return &switchboard__v1__cancel_message_request__table; }

static const sb_field switchboard__v1__retry_message_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__retry_message_request__table = {
    .name = "switchboard.v1.RetryMessageRequest",
    .descriptor = &switchboard__v1__retry_message_request__descriptor,
    .fields = switchboard__v1__retry_message_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__retry_message_request__schema(void) { return &switchboard__v1__retry_message_request__table; }

static const sb_field switchboard__v1__resolve_message_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_ENUM, 0, -1, "resolution", "resolution", NULL, &switchboard__v1__resolution__enumeration},
};
const sb_message switchboard__v1__resolve_message_request__table = {
    .name = "switchboard.v1.ResolveMessageRequest",
    .descriptor = &switchboard__v1__resolve_message_request__descriptor,
    .fields = switchboard__v1__resolve_message_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__resolve_message_request__schema(void) { return &switchboard__v1__resolve_message_request__table; }

static const sb_field switchboard__v1__list_messages_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {4, SB_KIND_ENUM, 0, -1, "status", "status", NULL, &switchboard__v1__message_status__enumeration},
    {5, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {6, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {7, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {8, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {9, SB_KIND_ENUM, 0, -1, "direction", "direction", NULL, &switchboard__v1__message_direction__enumeration},
};
const sb_message switchboard__v1__list_messages_request__table = {
    .name = "switchboard.v1.ListMessagesRequest",
    .descriptor = &switchboard__v1__list_messages_request__descriptor,
    .fields = switchboard__v1__list_messages_request__table_fields,
    .field_count = 9,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_messages_request__schema(void) { return &switchboard__v1__list_messages_request__table; }

static const sb_field switchboard__v1__list_messages_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "messages", "messages", &switchboard__v1__message__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_messages_response__table = {
    .name = "switchboard.v1.ListMessagesResponse",
    .descriptor = &switchboard__v1__list_messages_response__descriptor,
    .fields = switchboard__v1__list_messages_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_messages_response__schema(void) { return &switchboard__v1__list_messages_response__table; }

static const sb_field switchboard__v1__watch_messages_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__watch_messages_request__table = {
    .name = "switchboard.v1.WatchMessagesRequest",
    .descriptor = &switchboard__v1__watch_messages_request__descriptor,
    .fields = switchboard__v1__watch_messages_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__watch_messages_request__schema(void) { return &switchboard__v1__watch_messages_request__table; }

static const sb_field switchboard__v1__message_update__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "message", "message", &switchboard__v1__message__table, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "entry", "entry", &switchboard__v1__timeline_entry__table, NULL},
};
const sb_message switchboard__v1__message_update__table = {
    .name = "switchboard.v1.MessageUpdate",
    .descriptor = &switchboard__v1__message_update__descriptor,
    .fields = switchboard__v1__message_update__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__message_update__schema(void) { return &switchboard__v1__message_update__table; }
