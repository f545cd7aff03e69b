// Generated from switchboard/v1/system.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/system.schema.h"
#include "switchboard/v1/system.pb-c.h"
#include "google/protobuf/timestamp.schema.h"

const sb_message switchboard__v1__get_status_request__table = {
    .name = "switchboard.v1.GetStatusRequest",
    .descriptor = &switchboard__v1__get_status_request__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_status_request__schema(void) { return &switchboard__v1__get_status_request__table; }

static const sb_field switchboard__v1__system_status__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "version", "version", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "pid", "pid", NULL, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "started_at", "startedAt", &google__protobuf__timestamp__table, NULL},
    {4, SB_KIND_INT64, 0, -1, "uptime_seconds", "uptimeSeconds", NULL, NULL},
    {5, SB_KIND_STRING, SB_REPEATED, -1, "listeners", "listeners", NULL, NULL},
    {6, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "limits", "limits", &switchboard__v1__system_status__limits_entry__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "live", "live", &switchboard__v1__live_counts__table, NULL},
    {8, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "messages", "messages", &switchboard__v1__system_status__messages_entry__table, NULL},
    {9, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "sessions", "sessions", &switchboard__v1__system_status__sessions_entry__table, NULL},
};
const sb_message switchboard__v1__system_status__table = {
    .name = "switchboard.v1.SystemStatus",
    .descriptor = &switchboard__v1__system_status__descriptor,
    .fields = switchboard__v1__system_status__table_fields,
    .field_count = 9,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__system_status__schema(void) { return &switchboard__v1__system_status__table; }

static const sb_field switchboard__v1__system_status__limits_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__system_status__limits_entry__table = {
    .name = "switchboard.v1.SystemStatus.LimitsEntry",
    .descriptor = &switchboard__v1__system_status__limits_entry__descriptor,
    .fields = switchboard__v1__system_status__limits_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__v1__system_status__messages_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__system_status__messages_entry__table = {
    .name = "switchboard.v1.SystemStatus.MessagesEntry",
    .descriptor = &switchboard__v1__system_status__messages_entry__descriptor,
    .fields = switchboard__v1__system_status__messages_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__v1__system_status__sessions_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__system_status__sessions_entry__table = {
    .name = "switchboard.v1.SystemStatus.SessionsEntry",
    .descriptor = &switchboard__v1__system_status__sessions_entry__descriptor,
    .fields = switchboard__v1__system_status__sessions_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__v1__live_counts__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "connections", "connections", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "streams", "streams", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "running_handlers", "runningHandlers", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "watchers", "watchers", NULL, NULL},
    {5, SB_KIND_INT64, 0, -1, "file_descriptors", "fileDescriptors", NULL, NULL},
    {6, SB_KIND_INT64, 0, -1, "resident_memory", "residentMemory", NULL, NULL},
    {7, SB_KIND_INT64, 0, -1, "wal_size", "walSize", NULL, NULL},
    {8, SB_KIND_INT64, 0, -1, "leases", "leases", NULL, NULL},
    {9, SB_KIND_INT64, 0, -1, "bridges", "bridges", NULL, NULL},
};
const sb_message switchboard__v1__live_counts__table = {
    .name = "switchboard.v1.LiveCounts",
    .descriptor = &switchboard__v1__live_counts__descriptor,
    .fields = switchboard__v1__live_counts__table_fields,
    .field_count = 9,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__live_counts__schema(void) { return &switchboard__v1__live_counts__table; }
