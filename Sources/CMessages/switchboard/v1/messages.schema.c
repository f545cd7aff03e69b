// Generated from switchboard/v1/messages.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/messages.schema.h"
#include "switchboard/v1/messages.pb-c.h"
#include "google/protobuf/duration.schema.h"
#include "google/protobuf/timestamp.schema.h"
#include "google/protobuf/wrappers.schema.h"
#include "switchboard/v1/media.schema.h"

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

static const sb_enum_value switchboard__v1__link_preview__enumeration_values[] = {
    {0, "LINK_PREVIEW_UNSPECIFIED"},
    {1, "LINK_PREVIEW_ON"},
    {2, "LINK_PREVIEW_OFF"},
};
const sb_enum switchboard__v1__link_preview__enumeration = {
    .name = "switchboard.v1.LinkPreview",
    .prefix = "LINK_PREVIEW_",
    .values = switchboard__v1__link_preview__enumeration_values,
    .value_count = 3,
};

static const sb_enum_value switchboard__v1__presence__enumeration_values[] = {
    {0, "PRESENCE_UNSPECIFIED"},
    {1, "PRESENCE_TYPING"},
    {2, "PRESENCE_RECORDING"},
    {3, "PRESENCE_PAUSED"},
};
const sb_enum switchboard__v1__presence__enumeration = {
    .name = "switchboard.v1.Presence",
    .prefix = "PRESENCE_",
    .values = switchboard__v1__presence__enumeration_values,
    .value_count = 4,
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
    {30, SB_KIND_MESSAGE, SB_ONEOF, 0, "media", "media", &switchboard__v1__media_content__table, NULL},
    {31, SB_KIND_MESSAGE, SB_ONEOF, 0, "location", "location", &switchboard__v1__location_content__table, NULL},
    {32, SB_KIND_MESSAGE, SB_ONEOF, 0, "contact", "contact", &switchboard__v1__contact_content__table, NULL},
    {33, SB_KIND_MESSAGE, SB_ONEOF, 0, "poll", "poll", &switchboard__v1__poll_content__table, NULL},
    {34, SB_KIND_MESSAGE, SB_ONEOF, 0, "reaction", "reaction", &switchboard__v1__reaction_content__table, NULL},
    {35, SB_KIND_MESSAGE, SB_ONEOF, 0, "edit", "edit", &switchboard__v1__edit_content__table, NULL},
    {36, SB_KIND_MESSAGE, SB_ONEOF, 0, "delete", "delete", &switchboard__v1__delete_content__table, NULL},
    {37, SB_KIND_MESSAGE, SB_ONEOF, 0, "unknown", "unknown", &switchboard__v1__unknown_content__table, NULL},
    {38, SB_KIND_STRING, 0, -1, "chat", "chat", NULL, NULL},
    {39, SB_KIND_MESSAGE, 0, -1, "edited_at", "editedAt", &google__protobuf__timestamp__table, NULL},
    {40, SB_KIND_MESSAGE, 0, -1, "deleted_at", "deletedAt", &google__protobuf__timestamp__table, NULL},
    {41, SB_KIND_MESSAGE, SB_REPEATED, -1, "reactions", "reactions", &switchboard__v1__reaction__table, NULL},
    {42, SB_KIND_STRING, 0, -1, "sender_lid", "senderLid", NULL, NULL},
};
static const char *const switchboard__v1__message__table_oneofs[] = {"kind"};
const sb_message switchboard__v1__message__table = {
    .name = "switchboard.v1.Message",
    .descriptor = &switchboard__v1__message__descriptor,
    .fields = switchboard__v1__message__table_fields,
    .field_count = 42,
    .oneof_count = 1,
    .oneof_names = switchboard__v1__message__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__message__schema(void) { return &switchboard__v1__message__table; }

static const sb_field switchboard__v1__text_content__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "body", "body", NULL, NULL},
    {2, SB_KIND_STRING, SB_REPEATED, -1, "mentions", "mentions", NULL, NULL},
    {3, SB_KIND_ENUM, 0, -1, "link_preview", "linkPreview", NULL, &switchboard__v1__link_preview__enumeration},
};
const sb_message switchboard__v1__text_content__table = {
    .name = "switchboard.v1.TextContent",
    .descriptor = &switchboard__v1__text_content__descriptor,
    .fields = switchboard__v1__text_content__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__text_content__schema(void) { return &switchboard__v1__text_content__table; }

static const sb_field switchboard__v1__media_content__table_fields[] = {
    {1, SB_KIND_ENUM, 0, -1, "kind", "kind", NULL, &switchboard__v1__media_kind__enumeration},
    {2, SB_KIND_INT64, 0, -1, "media_id", "mediaId", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "caption", "caption", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "file_name", "fileName", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "mime_type", "mimeType", NULL, NULL},
    {6, SB_KIND_INT64, 0, -1, "size", "size", NULL, NULL},
    {7, SB_KIND_INT64, 0, -1, "duration_ms", "durationMs", NULL, NULL},
    {8, SB_KIND_STRING, SB_REPEATED, -1, "mentions", "mentions", NULL, NULL},
    {9, SB_KIND_STRING, 0, -1, "sha256", "sha256", NULL, NULL},
};
const sb_message switchboard__v1__media_content__table = {
    .name = "switchboard.v1.MediaContent",
    .descriptor = &switchboard__v1__media_content__descriptor,
    .fields = switchboard__v1__media_content__table_fields,
    .field_count = 9,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__media_content__schema(void) { return &switchboard__v1__media_content__table; }

static const sb_field switchboard__v1__location_content__table_fields[] = {
    {1, SB_KIND_DOUBLE, 0, -1, "latitude", "latitude", NULL, NULL},
    {2, SB_KIND_DOUBLE, 0, -1, "longitude", "longitude", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "address", "address", NULL, NULL},
};
const sb_message switchboard__v1__location_content__table = {
    .name = "switchboard.v1.LocationContent",
    .descriptor = &switchboard__v1__location_content__descriptor,
    .fields = switchboard__v1__location_content__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__location_content__schema(void) { return &switchboard__v1__location_content__table; }

static const sb_field switchboard__v1__contact_content__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "cards", "cards", &switchboard__v1__contact_card__table, NULL},
};
const sb_message switchboard__v1__contact_content__table = {
    .name = "switchboard.v1.ContactContent",
    .descriptor = &switchboard__v1__contact_content__descriptor,
    .fields = switchboard__v1__contact_content__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__contact_content__schema(void) { return &switchboard__v1__contact_content__table; }

static const sb_field switchboard__v1__contact_card__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "display_name", "displayName", NULL, NULL},
    {2, SB_KIND_STRING, SB_REPEATED, -1, "phone_numbers", "phoneNumbers", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "organization", "organization", NULL, NULL},
    {4, SB_KIND_STRING, SB_REPEATED, -1, "emails", "emails", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "vcard", "vcard", NULL, NULL},
};
const sb_message switchboard__v1__contact_card__table = {
    .name = "switchboard.v1.ContactCard",
    .descriptor = &switchboard__v1__contact_card__descriptor,
    .fields = switchboard__v1__contact_card__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__contact_card__schema(void) { return &switchboard__v1__contact_card__table; }

static const sb_field switchboard__v1__poll_content__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "question", "question", NULL, NULL},
    {2, SB_KIND_STRING, SB_REPEATED, -1, "options", "options", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "selectable", "selectable", NULL, NULL},
};
const sb_message switchboard__v1__poll_content__table = {
    .name = "switchboard.v1.PollContent",
    .descriptor = &switchboard__v1__poll_content__descriptor,
    .fields = switchboard__v1__poll_content__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__poll_content__schema(void) { return &switchboard__v1__poll_content__table; }

static const sb_field switchboard__v1__reaction_content__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "message_id", "messageId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "emoji", "emoji", NULL, NULL},
};
const sb_message switchboard__v1__reaction_content__table = {
    .name = "switchboard.v1.ReactionContent",
    .descriptor = &switchboard__v1__reaction_content__descriptor,
    .fields = switchboard__v1__reaction_content__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__reaction_content__schema(void) { return &switchboard__v1__reaction_content__table; }

static const sb_field switchboard__v1__edit_content__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "message_id", "messageId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "body", "body", NULL, NULL},
    {3, SB_KIND_STRING, SB_REPEATED, -1, "mentions", "mentions", NULL, NULL},
    {4, SB_KIND_ENUM, 0, -1, "link_preview", "linkPreview", NULL, &switchboard__v1__link_preview__enumeration},
};
const sb_message switchboard__v1__edit_content__table = {
    .name = "switchboard.v1.EditContent",
    .descriptor = &switchboard__v1__edit_content__descriptor,
    .fields = switchboard__v1__edit_content__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__edit_content__schema(void) { return &switchboard__v1__edit_content__table; }

static const sb_field switchboard__v1__delete_content__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "message_id", "messageId", NULL, NULL},
};
const sb_message switchboard__v1__delete_content__table = {
    .name = "switchboard.v1.DeleteContent",
    .descriptor = &switchboard__v1__delete_content__descriptor,
    .fields = switchboard__v1__delete_content__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_content__schema(void) { return &switchboard__v1__delete_content__table; }

static const sb_field switchboard__v1__unknown_content__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "kind", "kind", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "text", "text", NULL, NULL},
};
const sb_message switchboard__v1__unknown_content__table = {
    .name = "switchboard.v1.UnknownContent",
    .descriptor = &switchboard__v1__unknown_content__descriptor,
    .fields = switchboard__v1__unknown_content__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__unknown_content__schema(void) { return &switchboard__v1__unknown_content__table; }

static const sb_field switchboard__v1__reaction__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "sender", "sender", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "emoji", "emoji", NULL, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "at", "at", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__reaction__table = {
    .name = "switchboard.v1.Reaction",
    .descriptor = &switchboard__v1__reaction__descriptor,
    .fields = switchboard__v1__reaction__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__reaction__schema(void) { return &switchboard__v1__reaction__table; }

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
    {11, SB_KIND_STRING, SB_REPEATED, -1, "mentions", "mentions", NULL, NULL},
    {12, SB_KIND_ENUM, 0, -1, "link_preview", "linkPreview", NULL, &switchboard__v1__link_preview__enumeration},
    {13, SB_KIND_INT64, 0, -1, "template_id", "templateId", NULL, NULL},
    {14, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "variables", "variables", &switchboard__v1__send_text_request__variables_entry__table, NULL},
};
const sb_message switchboard__v1__send_text_request__table = {
    .name = "switchboard.v1.SendTextRequest",
    .descriptor = &switchboard__v1__send_text_request__descriptor,
    .fields = switchboard__v1__send_text_request__table_fields,
    .field_count = 14,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__send_text_request__schema(void) { return &switchboard__v1__send_text_request__table; }

static const sb_field switchboard__v1__send_text_request__variables_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__send_text_request__variables_entry__table = {
    .name = "switchboard.v1.SendTextRequest.VariablesEntry",
    .descriptor = &switchboard__v1__send_text_request__variables_entry__descriptor,
    .fields = switchboard__v1__send_text_request__variables_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__v1__send_location_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "queue", "queue", NULL, &switchboard__v1__queue__enumeration},
    {6, SB_KIND_MESSAGE, 0, -1, "scheduled_at", "scheduledAt", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_INT64, 0, -1, "reply_to_id", "replyToId", NULL, NULL},
    {9, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
    {10, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "latitude", "latitude", &google__protobuf__double_value__table, NULL},
    {12, SB_KIND_MESSAGE, 0, -1, "longitude", "longitude", &google__protobuf__double_value__table, NULL},
    {13, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {14, SB_KIND_STRING, 0, -1, "address", "address", NULL, NULL},
};
const sb_message switchboard__v1__send_location_request__table = {
    .name = "switchboard.v1.SendLocationRequest",
    .descriptor = &switchboard__v1__send_location_request__descriptor,
    .fields = switchboard__v1__send_location_request__table_fields,
    .field_count = 13,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__send_location_request__schema(void) { return &switchboard__v1__send_location_request__table; }

static const sb_field switchboard__v1__send_contact_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "queue", "queue", NULL, &switchboard__v1__queue__enumeration},
    {6, SB_KIND_MESSAGE, 0, -1, "scheduled_at", "scheduledAt", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_INT64, 0, -1, "reply_to_id", "replyToId", NULL, NULL},
    {9, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
    {10, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {11, SB_KIND_MESSAGE, SB_REPEATED, -1, "contacts", "contacts", &switchboard__v1__contact_card__table, NULL},
};
const sb_message switchboard__v1__send_contact_request__table = {
    .name = "switchboard.v1.SendContactRequest",
    .descriptor = &switchboard__v1__send_contact_request__descriptor,
    .fields = switchboard__v1__send_contact_request__table_fields,
    .field_count = 10,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__send_contact_request__schema(void) { return &switchboard__v1__send_contact_request__table; }

static const sb_field switchboard__v1__send_poll_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "queue", "queue", NULL, &switchboard__v1__queue__enumeration},
    {6, SB_KIND_MESSAGE, 0, -1, "scheduled_at", "scheduledAt", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_INT64, 0, -1, "reply_to_id", "replyToId", NULL, NULL},
    {9, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
    {10, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {11, SB_KIND_STRING, 0, -1, "question", "question", NULL, NULL},
    {12, SB_KIND_STRING, SB_REPEATED, -1, "options", "options", NULL, NULL},
    {13, SB_KIND_INT32, 0, -1, "selectable", "selectable", NULL, NULL},
};
const sb_message switchboard__v1__send_poll_request__table = {
    .name = "switchboard.v1.SendPollRequest",
    .descriptor = &switchboard__v1__send_poll_request__descriptor,
    .fields = switchboard__v1__send_poll_request__table_fields,
    .field_count = 12,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__send_poll_request__schema(void) { return &switchboard__v1__send_poll_request__table; }

static const sb_field switchboard__v1__send_media_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "queue", "queue", NULL, &switchboard__v1__queue__enumeration},
    {6, SB_KIND_MESSAGE, 0, -1, "scheduled_at", "scheduledAt", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_INT64, 0, -1, "reply_to_id", "replyToId", NULL, NULL},
    {9, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
    {10, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {11, SB_KIND_ENUM, 0, -1, "kind", "kind", NULL, &switchboard__v1__media_kind__enumeration},
    {12, SB_KIND_INT64, 0, -1, "media_id", "mediaId", NULL, NULL},
    {13, SB_KIND_STRING, 0, -1, "media_url", "mediaUrl", NULL, NULL},
    {14, SB_KIND_STRING, 0, -1, "caption", "caption", NULL, NULL},
    {15, SB_KIND_STRING, 0, -1, "file_name", "fileName", NULL, NULL},
    {16, SB_KIND_STRING, SB_REPEATED, -1, "mentions", "mentions", NULL, NULL},
};
const sb_message switchboard__v1__send_media_request__table = {
    .name = "switchboard.v1.SendMediaRequest",
    .descriptor = &switchboard__v1__send_media_request__descriptor,
    .fields = switchboard__v1__send_media_request__table_fields,
    .field_count = 15,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__send_media_request__schema(void) { return &switchboard__v1__send_media_request__table; }

static const sb_field switchboard__v1__send_reaction_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "message_id", "messageId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "emoji", "emoji", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "queue", "queue", NULL, &switchboard__v1__queue__enumeration},
    {6, SB_KIND_MESSAGE, 0, -1, "scheduled_at", "scheduledAt", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {9, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
};
const sb_message switchboard__v1__send_reaction_request__table = {
    .name = "switchboard.v1.SendReactionRequest",
    .descriptor = &switchboard__v1__send_reaction_request__descriptor,
    .fields = switchboard__v1__send_reaction_request__table_fields,
    .field_count = 6,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__send_reaction_request__schema(void) { return &switchboard__v1__send_reaction_request__table; }

static const sb_field switchboard__v1__edit_message_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "message", "message", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "queue", "queue", NULL, &switchboard__v1__queue__enumeration},
    {6, SB_KIND_MESSAGE, 0, -1, "scheduled_at", "scheduledAt", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {9, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
    {11, SB_KIND_STRING, SB_REPEATED, -1, "mentions", "mentions", NULL, NULL},
    {12, SB_KIND_ENUM, 0, -1, "link_preview", "linkPreview", NULL, &switchboard__v1__link_preview__enumeration},
};
const sb_message switchboard__v1__edit_message_request__table = {
    .name = "switchboard.v1.EditMessageRequest",
    .descriptor = &switchboard__v1__edit_message_request__descriptor,
    .fields = switchboard__v1__edit_message_request__table_fields,
    .field_count = 8,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__edit_message_request__schema(void) { return &switchboard__v1__edit_message_request__table; }

static const sb_field switchboard__v1__delete_message_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "queue", "queue", NULL, &switchboard__v1__queue__enumeration},
    {6, SB_KIND_MESSAGE, 0, -1, "scheduled_at", "scheduledAt", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {9, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
};
const sb_message switchboard__v1__delete_message_request__table = {
    .name = "switchboard.v1.DeleteMessageRequest",
    .descriptor = &switchboard__v1__delete_message_request__descriptor,
    .fields = switchboard__v1__delete_message_request__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_message_request__schema(void) { return &switchboard__v1__delete_message_request__table; }

static const sb_field switchboard__v1__mark_read_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__mark_read_request__table = {
    .name = "switchboard.v1.MarkReadRequest",
    .descriptor = &switchboard__v1__mark_read_request__descriptor,
    .fields = switchboard__v1__mark_read_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__mark_read_request__schema(void) { return &switchboard__v1__mark_read_request__table; }

static const sb_field switchboard__v1__set_presence_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {2, SB_KIND_ENUM, 0, -1, "presence", "presence", NULL, &switchboard__v1__presence__enumeration},
    {3, SB_KIND_STRING, 0, -1, "session", "session", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {10, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__set_presence_request__table = {
    .name = "switchboard.v1.SetPresenceRequest",
    .descriptor = &switchboard__v1__set_presence_request__descriptor,
    .fields = switchboard__v1__set_presence_request__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__set_presence_request__schema(void) { return &switchboard__v1__set_presence_request__table; }

const sb_message switchboard__v1__set_presence_response__table = {
    .name = "switchboard.v1.SetPresenceResponse",
    .descriptor = &switchboard__v1__set_presence_response__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__set_presence_response__schema(void) { return &switchboard__v1__set_presence_response__table; }

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
    {10, SB_KIND_STRING, 0, -1, "sender", "sender", NULL, NULL},
};
const sb_message switchboard__v1__list_messages_request__table = {
    .name = "switchboard.v1.ListMessagesRequest",
    .descriptor = &switchboard__v1__list_messages_request__descriptor,
    .fields = switchboard__v1__list_messages_request__table_fields,
    .field_count = 10,
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

static const sb_field switchboard__v1__send_bulk_request__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "text", "text", &switchboard__v1__send_text_request__table, NULL},
};
const sb_message switchboard__v1__send_bulk_request__table = {
    .name = "switchboard.v1.SendBulkRequest",
    .descriptor = &switchboard__v1__send_bulk_request__descriptor,
    .fields = switchboard__v1__send_bulk_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__send_bulk_request__schema(void) { return &switchboard__v1__send_bulk_request__table; }

static const sb_field switchboard__v1__send_bulk_response__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "credit", "credit", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "window_bytes", "windowBytes", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "item", "item", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "message_id", "messageId", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "status", "status", NULL, &switchboard__v1__message_status__enumeration},
    {6, SB_KIND_MESSAGE, 0, -1, "refusal", "refusal", &switchboard__v1__bulk_refusal__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "waits_until", "waitsUntil", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__send_bulk_response__table = {
    .name = "switchboard.v1.SendBulkResponse",
    .descriptor = &switchboard__v1__send_bulk_response__descriptor,
    .fields = switchboard__v1__send_bulk_response__table_fields,
    .field_count = 7,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__send_bulk_response__schema(void) { return &switchboard__v1__send_bulk_response__table; }

static const sb_field switchboard__v1__bulk_refusal__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "reason", "reason", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "message", "message", NULL, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED, -1, "violations", "violations", &switchboard__v1__bulk_violation__table, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "retry_after", "retryAfter", &google__protobuf__duration__table, NULL},
};
const sb_message switchboard__v1__bulk_refusal__table = {
    .name = "switchboard.v1.BulkRefusal",
    .descriptor = &switchboard__v1__bulk_refusal__descriptor,
    .fields = switchboard__v1__bulk_refusal__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__bulk_refusal__schema(void) { return &switchboard__v1__bulk_refusal__table; }

static const sb_field switchboard__v1__bulk_violation__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "field", "field", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "description", "description", NULL, NULL},
};
const sb_message switchboard__v1__bulk_violation__table = {
    .name = "switchboard.v1.BulkViolation",
    .descriptor = &switchboard__v1__bulk_violation__descriptor,
    .fields = switchboard__v1__bulk_violation__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__bulk_violation__schema(void) { return &switchboard__v1__bulk_violation__table; }
