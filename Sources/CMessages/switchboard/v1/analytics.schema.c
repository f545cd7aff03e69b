// Generated from switchboard/v1/analytics.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/analytics.schema.h"
#include "switchboard/v1/analytics.pb-c.h"
#include "google/protobuf/timestamp.schema.h"

static const sb_field switchboard__v1__get_overview_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__get_overview_request__table = {
    .name = "switchboard.v1.GetOverviewRequest",
    .descriptor = &switchboard__v1__get_overview_request__descriptor,
    .fields = switchboard__v1__get_overview_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_overview_request__schema(void) { return &switchboard__v1__get_overview_request__table; }

static const sb_field switchboard__v1__overview__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "users", "users", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "api_keys", "apiKeys", NULL, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "sessions", "sessions", &switchboard__v1__overview__sessions_entry__table, NULL},
    {4, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "messages", "messages", &switchboard__v1__overview__messages_entry__table, NULL},
    {5, SB_KIND_MESSAGE, 0, -1, "today", "today", &switchboard__v1__usage_stats__table, NULL},
    {6, SB_KIND_INT64, 0, -1, "queue_depth", "queueDepth", NULL, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "oldest_queued_at", "oldestQueuedAt", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_INT64, 0, -1, "bridges", "bridges", NULL, NULL},
};
const sb_message switchboard__v1__overview__table = {
    .name = "switchboard.v1.Overview",
    .descriptor = &switchboard__v1__overview__descriptor,
    .fields = switchboard__v1__overview__table_fields,
    .field_count = 8,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__overview__schema(void) { return &switchboard__v1__overview__table; }

static const sb_field switchboard__v1__overview__sessions_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__overview__sessions_entry__table = {
    .name = "switchboard.v1.Overview.SessionsEntry",
    .descriptor = &switchboard__v1__overview__sessions_entry__descriptor,
    .fields = switchboard__v1__overview__sessions_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__v1__overview__messages_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__overview__messages_entry__table = {
    .name = "switchboard.v1.Overview.MessagesEntry",
    .descriptor = &switchboard__v1__overview__messages_entry__descriptor,
    .fields = switchboard__v1__overview__messages_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__v1__usage_stats__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "date", "date", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "messages_sent", "messagesSent", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "messages_failed", "messagesFailed", NULL, NULL},
    {5, SB_KIND_INT64, 0, -1, "messages_received", "messagesReceived", NULL, NULL},
    {6, SB_KIND_INT64, 0, -1, "media_sent", "mediaSent", NULL, NULL},
    {7, SB_KIND_INT64, 0, -1, "api_requests", "apiRequests", NULL, NULL},
    {8, SB_KIND_INT64, 0, -1, "messages_accepted", "messagesAccepted", NULL, NULL},
};
const sb_message switchboard__v1__usage_stats__table = {
    .name = "switchboard.v1.UsageStats",
    .descriptor = &switchboard__v1__usage_stats__descriptor,
    .fields = switchboard__v1__usage_stats__table_fields,
    .field_count = 8,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__usage_stats__schema(void) { return &switchboard__v1__usage_stats__table; }

static const sb_field switchboard__v1__list_usage_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "from_date", "fromDate", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "to_date", "toDate", NULL, NULL},
    {7, SB_KIND_BOOL, 0, -1, "monthly", "monthly", NULL, NULL},
};
const sb_message switchboard__v1__list_usage_request__table = {
    .name = "switchboard.v1.ListUsageRequest",
    .descriptor = &switchboard__v1__list_usage_request__descriptor,
    .fields = switchboard__v1__list_usage_request__table_fields,
    .field_count = 7,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_usage_request__schema(void) { return &switchboard__v1__list_usage_request__table; }

static const sb_field switchboard__v1__list_usage_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "usage", "usage", &switchboard__v1__usage_stats__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_usage_response__table = {
    .name = "switchboard.v1.ListUsageResponse",
    .descriptor = &switchboard__v1__list_usage_response__descriptor,
    .fields = switchboard__v1__list_usage_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_usage_response__schema(void) { return &switchboard__v1__list_usage_response__table; }

static const sb_field switchboard__v1__api_log__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "time", "time", &google__protobuf__timestamp__table, NULL},
    {3, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "key_prefix", "keyPrefix", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "transport", "transport", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "method", "method", NULL, NULL},
    {7, SB_KIND_STRING, 0, -1, "endpoint", "endpoint", NULL, NULL},
    {8, SB_KIND_STRING, 0, -1, "status", "status", NULL, NULL},
    {9, SB_KIND_INT32, 0, -1, "http_status", "httpStatus", NULL, NULL},
    {10, SB_KIND_INT64, 0, -1, "latency_us", "latencyUs", NULL, NULL},
    {11, SB_KIND_STRING, 0, -1, "ip", "ip", NULL, NULL},
    {12, SB_KIND_STRING, 0, -1, "request_id", "requestId", NULL, NULL},
};
const sb_message switchboard__v1__api_log__table = {
    .name = "switchboard.v1.ApiLog",
    .descriptor = &switchboard__v1__api_log__descriptor,
    .fields = switchboard__v1__api_log__table_fields,
    .field_count = 12,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__api_log__schema(void) { return &switchboard__v1__api_log__table; }

static const sb_field switchboard__v1__list_api_logs_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "method", "method", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "status", "status", NULL, NULL},
    {7, SB_KIND_STRING, 0, -1, "request_id", "requestId", NULL, NULL},
    {8, SB_KIND_INT64, 0, -1, "after_id", "afterId", NULL, NULL},
};
const sb_message switchboard__v1__list_api_logs_request__table = {
    .name = "switchboard.v1.ListApiLogsRequest",
    .descriptor = &switchboard__v1__list_api_logs_request__descriptor,
    .fields = switchboard__v1__list_api_logs_request__table_fields,
    .field_count = 8,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_api_logs_request__schema(void) { return &switchboard__v1__list_api_logs_request__table; }

static const sb_field switchboard__v1__list_api_logs_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "api_logs", "apiLogs", &switchboard__v1__api_log__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_api_logs_response__table = {
    .name = "switchboard.v1.ListApiLogsResponse",
    .descriptor = &switchboard__v1__list_api_logs_response__descriptor,
    .fields = switchboard__v1__list_api_logs_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_api_logs_response__schema(void) { return &switchboard__v1__list_api_logs_response__table; }
