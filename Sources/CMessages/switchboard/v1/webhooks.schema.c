// Generated from switchboard/v1/webhooks.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/webhooks.schema.h"
#include "switchboard/v1/webhooks.pb-c.h"
#include "google/protobuf/duration.schema.h"
#include "google/protobuf/field_mask.schema.h"
#include "google/protobuf/timestamp.schema.h"
#include "switchboard/v1/events.schema.h"

static const sb_enum_value switchboard__v1__delivery_state__enumeration_values[] = {
    {0, "DELIVERY_STATE_UNSPECIFIED"},
    {1, "DELIVERY_STATE_WAITING"},
    {2, "DELIVERY_STATE_DELAYED"},
    {3, "DELIVERY_STATE_DEAD"},
    {4, "DELIVERY_STATE_DELIVERED"},
};
const sb_enum switchboard__v1__delivery_state__enumeration = {
    .name = "switchboard.v1.DeliveryState",
    .prefix = "DELIVERY_STATE_",
    .values = switchboard__v1__delivery_state__enumeration_values,
    .value_count = 5,
};

static const sb_field switchboard__v1__webhook__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "url", "url", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "description", "description", NULL, NULL},
    {5, SB_KIND_STRING, SB_REPEATED, -1, "types", "types", NULL, NULL},
    {6, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {7, SB_KIND_MESSAGE, SB_REPEATED, -1, "headers", "headers", &switchboard__v1__webhook_header__table, NULL},
    {8, SB_KIND_BOOL, 0, -1, "is_active", "isActive", NULL, NULL},
    {9, SB_KIND_STRING, 0, -1, "inactive_reason", "inactiveReason", NULL, NULL},
    {10, SB_KIND_MESSAGE, 0, -1, "former_secret_until", "formerSecretUntil", &google__protobuf__timestamp__table, NULL},
    {11, SB_KIND_INT64, 0, -1, "waiting", "waiting", NULL, NULL},
    {12, SB_KIND_INT64, 0, -1, "dead", "dead", NULL, NULL},
    {13, SB_KIND_INT64, 0, -1, "lost", "lost", NULL, NULL},
    {14, SB_KIND_INT64, 0, -1, "delivered", "delivered", NULL, NULL},
    {15, SB_KIND_MESSAGE, 0, -1, "last_success_at", "lastSuccessAt", &google__protobuf__timestamp__table, NULL},
    {16, SB_KIND_MESSAGE, 0, -1, "last_failure_at", "lastFailureAt", &google__protobuf__timestamp__table, NULL},
    {17, SB_KIND_STRING, 0, -1, "last_error", "lastError", NULL, NULL},
    {18, SB_KIND_MESSAGE, 0, -1, "created_at", "createdAt", &google__protobuf__timestamp__table, NULL},
    {19, SB_KIND_MESSAGE, 0, -1, "updated_at", "updatedAt", &google__protobuf__timestamp__table, NULL},
    {20, SB_KIND_STRING, 0, -1, "etag", "etag", NULL, NULL},
};
const sb_message switchboard__v1__webhook__table = {
    .name = "switchboard.v1.Webhook",
    .descriptor = &switchboard__v1__webhook__descriptor,
    .fields = switchboard__v1__webhook__table_fields,
    .field_count = 20,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__webhook__schema(void) { return &switchboard__v1__webhook__table; }

static const sb_field switchboard__v1__webhook_header__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__webhook_header__table = {
    .name = "switchboard.v1.WebhookHeader",
    .descriptor = &switchboard__v1__webhook_header__descriptor,
    .fields = switchboard__v1__webhook_header__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__webhook_header__schema(void) { return &switchboard__v1__webhook_header__table; }

static const sb_field switchboard__v1__webhook_payload__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "type", "type", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "timestamp", "timestamp", &google__protobuf__timestamp__table, NULL},
    {3, SB_KIND_INT64, 0, -1, "sequence", "sequence", NULL, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "data", "data", &switchboard__v1__event__table, NULL},
};
const sb_message switchboard__v1__webhook_payload__table = {
    .name = "switchboard.v1.WebhookPayload",
    .descriptor = &switchboard__v1__webhook_payload__descriptor,
    .fields = switchboard__v1__webhook_payload__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__webhook_payload__schema(void) { return &switchboard__v1__webhook_payload__table; }

static const sb_field switchboard__v1__delivery__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "webhook_id", "webhookId", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "message_id", "messageId", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "sequence", "sequence", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "type", "type", NULL, NULL},
    {6, SB_KIND_MESSAGE, 0, -1, "at", "at", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {8, SB_KIND_ENUM, 0, -1, "state", "state", NULL, &switchboard__v1__delivery_state__enumeration},
    {9, SB_KIND_INT32, 0, -1, "tries", "tries", NULL, NULL},
    {10, SB_KIND_MESSAGE, 0, -1, "next_try_at", "nextTryAt", &google__protobuf__timestamp__table, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "last_try_at", "lastTryAt", &google__protobuf__timestamp__table, NULL},
    {12, SB_KIND_INT32, 0, -1, "last_status", "lastStatus", NULL, NULL},
    {13, SB_KIND_STRING, 0, -1, "last_error", "lastError", NULL, NULL},
    {14, SB_KIND_MESSAGE, 0, -1, "finished_at", "finishedAt", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__delivery__table = {
    .name = "switchboard.v1.Delivery",
    .descriptor = &switchboard__v1__delivery__descriptor,
    .fields = switchboard__v1__delivery__table_fields,
    .field_count = 14,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delivery__schema(void) { return &switchboard__v1__delivery__table; }

static const sb_field switchboard__v1__list_webhooks_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__list_webhooks_request__table = {
    .name = "switchboard.v1.ListWebhooksRequest",
    .descriptor = &switchboard__v1__list_webhooks_request__descriptor,
    .fields = switchboard__v1__list_webhooks_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_webhooks_request__schema(void) { return &switchboard__v1__list_webhooks_request__table; }

static const sb_field switchboard__v1__list_webhooks_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "webhooks", "webhooks", &switchboard__v1__webhook__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_webhooks_response__table = {
    .name = "switchboard.v1.ListWebhooksResponse",
    .descriptor = &switchboard__v1__list_webhooks_response__descriptor,
    .fields = switchboard__v1__list_webhooks_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_webhooks_response__schema(void) { return &switchboard__v1__list_webhooks_response__table; }

static const sb_field switchboard__v1__create_webhook_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "url", "url", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "description", "description", NULL, NULL},
    {4, SB_KIND_STRING, SB_REPEATED, -1, "types", "types", NULL, NULL},
    {5, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {6, SB_KIND_MESSAGE, SB_REPEATED, -1, "headers", "headers", &switchboard__v1__webhook_header__table, NULL},
    {7, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
};
const sb_message switchboard__v1__create_webhook_request__table = {
    .name = "switchboard.v1.CreateWebhookRequest",
    .descriptor = &switchboard__v1__create_webhook_request__descriptor,
    .fields = switchboard__v1__create_webhook_request__table_fields,
    .field_count = 7,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__create_webhook_request__schema(void) { return &switchboard__v1__create_webhook_request__table; }

static const sb_field switchboard__v1__create_webhook_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "webhook", "webhook", &switchboard__v1__webhook__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "secret", "secret", NULL, NULL},
};
const sb_message switchboard__v1__create_webhook_response__table = {
    .name = "switchboard.v1.CreateWebhookResponse",
    .descriptor = &switchboard__v1__create_webhook_response__descriptor,
    .fields = switchboard__v1__create_webhook_response__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__create_webhook_response__schema(void) { return &switchboard__v1__create_webhook_response__table; }

static const sb_field switchboard__v1__get_webhook_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__get_webhook_request__table = {
    .name = "switchboard.v1.GetWebhookRequest",
    .descriptor = &switchboard__v1__get_webhook_request__descriptor,
    .fields = switchboard__v1__get_webhook_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_webhook_request__schema(void) { return &switchboard__v1__get_webhook_request__table; }

static const sb_field switchboard__v1__update_webhook_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "webhook", "webhook", &switchboard__v1__webhook__table, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "update_mask", "updateMask", &google__protobuf__field_mask__table, NULL},
};
const sb_message switchboard__v1__update_webhook_request__table = {
    .name = "switchboard.v1.UpdateWebhookRequest",
    .descriptor = &switchboard__v1__update_webhook_request__descriptor,
    .fields = switchboard__v1__update_webhook_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__update_webhook_request__schema(void) { return &switchboard__v1__update_webhook_request__table; }

static const sb_field switchboard__v1__delete_webhook_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "etag", "etag", NULL, NULL},
};
const sb_message switchboard__v1__delete_webhook_request__table = {
    .name = "switchboard.v1.DeleteWebhookRequest",
    .descriptor = &switchboard__v1__delete_webhook_request__descriptor,
    .fields = switchboard__v1__delete_webhook_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_webhook_request__schema(void) { return &switchboard__v1__delete_webhook_request__table; }

const sb_message switchboard__v1__delete_webhook_response__table = {
    .name = "switchboard.v1.DeleteWebhookResponse",
    .descriptor = &switchboard__v1__delete_webhook_response__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_webhook_response__schema(void) { return &switchboard__v1__delete_webhook_response__table; }

static const sb_field switchboard__v1__test_webhook_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__test_webhook_request__table = {
    .name = "switchboard.v1.TestWebhookRequest",
    .descriptor = &switchboard__v1__test_webhook_request__descriptor,
    .fields = switchboard__v1__test_webhook_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__test_webhook_request__schema(void) { return &switchboard__v1__test_webhook_request__table; }

static const sb_field switchboard__v1__test_webhook_response__table_fields[] = {
    {1, SB_KIND_BOOL, 0, -1, "is_delivered", "isDelivered", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "status", "status", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "error", "error", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "message_id", "messageId", NULL, NULL},
    {5, SB_KIND_INT64, 0, -1, "latency_ms", "latencyMs", NULL, NULL},
};
const sb_message switchboard__v1__test_webhook_response__table = {
    .name = "switchboard.v1.TestWebhookResponse",
    .descriptor = &switchboard__v1__test_webhook_response__descriptor,
    .fields = switchboard__v1__test_webhook_response__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__test_webhook_response__schema(void) { return &switchboard__v1__test_webhook_response__table; }

static const sb_field switchboard__v1__list_deliveries_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {4, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {5, SB_KIND_ENUM, 0, -1, "state", "state", NULL, &switchboard__v1__delivery_state__enumeration},
};
const sb_message switchboard__v1__list_deliveries_request__table = {
    .name = "switchboard.v1.ListDeliveriesRequest",
    .descriptor = &switchboard__v1__list_deliveries_request__descriptor,
    .fields = switchboard__v1__list_deliveries_request__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_deliveries_request__schema(void) { return &switchboard__v1__list_deliveries_request__table; }

static const sb_field switchboard__v1__list_deliveries_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "deliveries", "deliveries", &switchboard__v1__delivery__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_deliveries_response__table = {
    .name = "switchboard.v1.ListDeliveriesResponse",
    .descriptor = &switchboard__v1__list_deliveries_response__descriptor,
    .fields = switchboard__v1__list_deliveries_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_deliveries_response__schema(void) { return &switchboard__v1__list_deliveries_response__table; }

static const sb_field switchboard__v1__replay_deliveries_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "delivery_id", "deliveryId", NULL, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "since", "since", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__replay_deliveries_request__table = {
    .name = "switchboard.v1.ReplayDeliveriesRequest",
    .descriptor = &switchboard__v1__replay_deliveries_request__descriptor,
    .fields = switchboard__v1__replay_deliveries_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__replay_deliveries_request__schema(void) { return &switchboard__v1__replay_deliveries_request__table; }

static const sb_field switchboard__v1__replay_deliveries_response__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "replayed", "replayed", NULL, NULL},
};
const sb_message switchboard__v1__replay_deliveries_response__table = {
    .name = "switchboard.v1.ReplayDeliveriesResponse",
    .descriptor = &switchboard__v1__replay_deliveries_response__descriptor,
    .fields = switchboard__v1__replay_deliveries_response__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__replay_deliveries_response__schema(void) { return &switchboard__v1__replay_deliveries_response__table; }

static const sb_field switchboard__v1__rotate_webhook_secret_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "overlap", "overlap", &google__protobuf__duration__table, NULL},
    {3, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
};
const sb_message switchboard__v1__rotate_webhook_secret_request__table = {
    .name = "switchboard.v1.RotateWebhookSecretRequest",
    .descriptor = &switchboard__v1__rotate_webhook_secret_request__descriptor,
    .fields = switchboard__v1__rotate_webhook_secret_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__rotate_webhook_secret_request__schema(void) { return &switchboard__v1__rotate_webhook_secret_request__table; }

static const sb_field switchboard__v1__rotate_webhook_secret_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "webhook", "webhook", &switchboard__v1__webhook__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "secret", "secret", NULL, NULL},
};
const sb_message switchboard__v1__rotate_webhook_secret_response__table = {
    .name = "switchboard.v1.RotateWebhookSecretResponse",
    .descriptor = &switchboard__v1__rotate_webhook_secret_response__descriptor,
    .fields = switchboard__v1__rotate_webhook_secret_response__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__rotate_webhook_secret_response__schema(void) { return &switchboard__v1__rotate_webhook_secret_response__table; }
