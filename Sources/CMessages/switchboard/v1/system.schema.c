// Generated from switchboard/v1/system.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/system.schema.h"
#include "switchboard/v1/system.pb-c.h"
#include "google/protobuf/timestamp.schema.h"
#include "switchboard/v1/options.schema.h"

static const sb_enum_value switchboard__v1__finding_level__enumeration_values[] = {
    {0, "FINDING_LEVEL_UNSPECIFIED"},
    {1, "FINDING_LEVEL_OK"},
    {2, "FINDING_LEVEL_WARN"},
    {3, "FINDING_LEVEL_FAIL"},
};
const sb_enum switchboard__v1__finding_level__enumeration = {
    .name = "switchboard.v1.FindingLevel",
    .prefix = "FINDING_LEVEL_",
    .values = switchboard__v1__finding_level__enumeration_values,
    .value_count = 4,
};

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
    {10, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "refused", "refused", &switchboard__v1__system_status__refused_entry__table, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "integrity", "integrity", &switchboard__v1__integrity_status__table, NULL},
    {12, SB_KIND_INT64, 0, -1, "failing_jobs", "failingJobs", NULL, NULL},
    {13, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "dropped_facts", "droppedFacts", &switchboard__v1__system_status__dropped_facts_entry__table, NULL},
    {14, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "webhook_tries", "webhookTries", &switchboard__v1__system_status__webhook_tries_entry__table, NULL},
    {15, SB_KIND_MESSAGE, 0, -1, "webhook_oldest", "webhookOldest", &google__protobuf__timestamp__table, NULL},
    {16, SB_KIND_MESSAGE, 0, -1, "media", "media", &switchboard__v1__media_counts__table, NULL},
};
const sb_message switchboard__v1__system_status__table = {
    .name = "switchboard.v1.SystemStatus",
    .descriptor = &switchboard__v1__system_status__descriptor,
    .fields = switchboard__v1__system_status__table_fields,
    .field_count = 16,
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

static const sb_field switchboard__v1__system_status__refused_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__system_status__refused_entry__table = {
    .name = "switchboard.v1.SystemStatus.RefusedEntry",
    .descriptor = &switchboard__v1__system_status__refused_entry__descriptor,
    .fields = switchboard__v1__system_status__refused_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__v1__system_status__dropped_facts_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__system_status__dropped_facts_entry__table = {
    .name = "switchboard.v1.SystemStatus.DroppedFactsEntry",
    .descriptor = &switchboard__v1__system_status__dropped_facts_entry__descriptor,
    .fields = switchboard__v1__system_status__dropped_facts_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__v1__system_status__webhook_tries_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__v1__system_status__webhook_tries_entry__table = {
    .name = "switchboard.v1.SystemStatus.WebhookTriesEntry",
    .descriptor = &switchboard__v1__system_status__webhook_tries_entry__descriptor,
    .fields = switchboard__v1__system_status__webhook_tries_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__v1__media_counts__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "files", "files", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "bytes", "bytes", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "uploads", "uploads", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "reserved_bytes", "reservedBytes", NULL, NULL},
};
const sb_message switchboard__v1__media_counts__table = {
    .name = "switchboard.v1.MediaCounts",
    .descriptor = &switchboard__v1__media_counts__descriptor,
    .fields = switchboard__v1__media_counts__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__media_counts__schema(void) { return &switchboard__v1__media_counts__table; }

static const sb_field switchboard__v1__integrity_status__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "checked_at", "checkedAt", &google__protobuf__timestamp__table, NULL},
    {2, SB_KIND_BOOL, 0, -1, "is_sound", "isSound", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "detail", "detail", NULL, NULL},
};
const sb_message switchboard__v1__integrity_status__table = {
    .name = "switchboard.v1.IntegrityStatus",
    .descriptor = &switchboard__v1__integrity_status__descriptor,
    .fields = switchboard__v1__integrity_status__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__integrity_status__schema(void) { return &switchboard__v1__integrity_status__table; }

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
    {10, SB_KIND_INT64, 0, -1, "parsing_bytes", "parsingBytes", NULL, NULL},
    {11, SB_KIND_INT64, 0, -1, "webhook_queue", "webhookQueue", NULL, NULL},
};
const sb_message switchboard__v1__live_counts__table = {
    .name = "switchboard.v1.LiveCounts",
    .descriptor = &switchboard__v1__live_counts__descriptor,
    .fields = switchboard__v1__live_counts__table_fields,
    .field_count = 11,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__live_counts__schema(void) { return &switchboard__v1__live_counts__table; }

const sb_message switchboard__v1__diagnose_request__table = {
    .name = "switchboard.v1.DiagnoseRequest",
    .descriptor = &switchboard__v1__diagnose_request__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__diagnose_request__schema(void) { return &switchboard__v1__diagnose_request__table; }

static const sb_field switchboard__v1__diagnosis__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "findings", "findings", &switchboard__v1__finding__table, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "at", "at", &google__protobuf__timestamp__table, NULL},
    {3, SB_KIND_STRING, 0, -1, "version", "version", NULL, NULL},
};
const sb_message switchboard__v1__diagnosis__table = {
    .name = "switchboard.v1.Diagnosis",
    .descriptor = &switchboard__v1__diagnosis__descriptor,
    .fields = switchboard__v1__diagnosis__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__diagnosis__schema(void) { return &switchboard__v1__diagnosis__table; }

static const sb_field switchboard__v1__finding__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "subject", "subject", NULL, NULL},
    {2, SB_KIND_ENUM, 0, -1, "level", "level", NULL, &switchboard__v1__finding_level__enumeration},
    {3, SB_KIND_STRING, 0, -1, "detail", "detail", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "advice", "advice", NULL, NULL},
};
const sb_message switchboard__v1__finding__table = {
    .name = "switchboard.v1.Finding",
    .descriptor = &switchboard__v1__finding__descriptor,
    .fields = switchboard__v1__finding__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__finding__schema(void) { return &switchboard__v1__finding__table; }

static const sb_field switchboard__v1__backup_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "path", "path", NULL, NULL},
    {2, SB_KIND_BOOL, 0, -1, "with_secrets", "withSecrets", NULL, NULL},
};
const sb_message switchboard__v1__backup_request__table = {
    .name = "switchboard.v1.BackupRequest",
    .descriptor = &switchboard__v1__backup_request__descriptor,
    .fields = switchboard__v1__backup_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__backup_request__schema(void) { return &switchboard__v1__backup_request__table; }

static const sb_field switchboard__v1__backup_response__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "path", "path", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "size_bytes", "sizeBytes", NULL, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "taken_at", "takenAt", &google__protobuf__timestamp__table, NULL},
    {4, SB_KIND_INT64, 0, -1, "duration_ms", "durationMs", NULL, NULL},
    {5, SB_KIND_INT32, 0, -1, "schema_version", "schemaVersion", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "secrets_path", "secretsPath", NULL, NULL},
};
const sb_message switchboard__v1__backup_response__table = {
    .name = "switchboard.v1.BackupResponse",
    .descriptor = &switchboard__v1__backup_response__descriptor,
    .fields = switchboard__v1__backup_response__table_fields,
    .field_count = 6,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__backup_response__schema(void) { return &switchboard__v1__backup_response__table; }

const sb_message switchboard__v1__list_services_request__table = {
    .name = "switchboard.v1.ListServicesRequest",
    .descriptor = &switchboard__v1__list_services_request__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_services_request__schema(void) { return &switchboard__v1__list_services_request__table; }

static const sb_field switchboard__v1__list_services_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "services", "services", &switchboard__v1__service_summary__table, NULL},
};
const sb_message switchboard__v1__list_services_response__table = {
    .name = "switchboard.v1.ListServicesResponse",
    .descriptor = &switchboard__v1__list_services_response__descriptor,
    .fields = switchboard__v1__list_services_response__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_services_response__schema(void) { return &switchboard__v1__list_services_response__table; }

static const sb_field switchboard__v1__service_summary__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "summary", "summary", NULL, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED, -1, "methods", "methods", &switchboard__v1__method_summary__table, NULL},
};
const sb_message switchboard__v1__service_summary__table = {
    .name = "switchboard.v1.ServiceSummary",
    .descriptor = &switchboard__v1__service_summary__descriptor,
    .fields = switchboard__v1__service_summary__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__service_summary__schema(void) { return &switchboard__v1__service_summary__table; }

static const sb_field switchboard__v1__method_summary__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "summary", "summary", NULL, NULL},
};
const sb_message switchboard__v1__method_summary__table = {
    .name = "switchboard.v1.MethodSummary",
    .descriptor = &switchboard__v1__method_summary__descriptor,
    .fields = switchboard__v1__method_summary__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__method_summary__schema(void) { return &switchboard__v1__method_summary__table; }

static const sb_field switchboard__v1__describe_service_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
};
const sb_message switchboard__v1__describe_service_request__table = {
    .name = "switchboard.v1.DescribeServiceRequest",
    .descriptor = &switchboard__v1__describe_service_request__descriptor,
    .fields = switchboard__v1__describe_service_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__describe_service_request__schema(void) { return &switchboard__v1__describe_service_request__table; }

static const sb_field switchboard__v1__description__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "service", "service", &switchboard__v1__service_description__table, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "method", "method", &switchboard__v1__method_description__table, NULL},
    {3, SB_KIND_STRING, 0, -1, "message", "message", NULL, NULL},
    {4, SB_KIND_MESSAGE, SB_REPEATED, -1, "messages", "messages", &switchboard__v1__message_description__table, NULL},
    {5, SB_KIND_MESSAGE, SB_REPEATED, -1, "enums", "enums", &switchboard__v1__enum_description__table, NULL},
};
const sb_message switchboard__v1__description__table = {
    .name = "switchboard.v1.Description",
    .descriptor = &switchboard__v1__description__descriptor,
    .fields = switchboard__v1__description__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__description__schema(void) { return &switchboard__v1__description__table; }

static const sb_field switchboard__v1__service_description__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "comment", "comment", NULL, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED, -1, "methods", "methods", &switchboard__v1__method_description__table, NULL},
};
const sb_message switchboard__v1__service_description__table = {
    .name = "switchboard.v1.ServiceDescription",
    .descriptor = &switchboard__v1__service_description__descriptor,
    .fields = switchboard__v1__service_description__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__service_description__schema(void) { return &switchboard__v1__service_description__table; }

static const sb_field switchboard__v1__method_description__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "path", "path", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "comment", "comment", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "request", "request", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "response", "response", NULL, NULL},
    {5, SB_KIND_BOOL, 0, -1, "client_streaming", "clientStreaming", NULL, NULL},
    {6, SB_KIND_BOOL, 0, -1, "server_streaming", "serverStreaming", NULL, NULL},
    {7, SB_KIND_ENUM, SB_REPEATED | SB_PACKED, -1, "access", "access", NULL, &switchboard__v1__access__enumeration},
    {8, SB_KIND_STRING, 0, -1, "scope", "scope", NULL, NULL},
    {9, SB_KIND_BOOL, 0, -1, "idempotent", "idempotent", NULL, NULL},
    {10, SB_KIND_MESSAGE, SB_REPEATED, -1, "routes", "routes", &switchboard__v1__route_description__table, NULL},
};
const sb_message switchboard__v1__method_description__table = {
    .name = "switchboard.v1.MethodDescription",
    .descriptor = &switchboard__v1__method_description__descriptor,
    .fields = switchboard__v1__method_description__table_fields,
    .field_count = 10,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__method_description__schema(void) { return &switchboard__v1__method_description__table; }

static const sb_field switchboard__v1__route_description__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "method", "method", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "path", "path", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "body", "body", NULL, NULL},
};
const sb_message switchboard__v1__route_description__table = {
    .name = "switchboard.v1.RouteDescription",
    .descriptor = &switchboard__v1__route_description__descriptor,
    .fields = switchboard__v1__route_description__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__route_description__schema(void) { return &switchboard__v1__route_description__table; }

static const sb_field switchboard__v1__message_description__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "comment", "comment", NULL, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED, -1, "fields", "fields", &switchboard__v1__field_description__table, NULL},
};
const sb_message switchboard__v1__message_description__table = {
    .name = "switchboard.v1.MessageDescription",
    .descriptor = &switchboard__v1__message_description__descriptor,
    .fields = switchboard__v1__message_description__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__message_description__schema(void) { return &switchboard__v1__message_description__table; }

static const sb_field switchboard__v1__field_description__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "number", "number", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "type", "type", NULL, NULL},
    {4, SB_KIND_BOOL, 0, -1, "repeated", "repeated", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "oneof", "oneof", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "comment", "comment", NULL, NULL},
};
const sb_message switchboard__v1__field_description__table = {
    .name = "switchboard.v1.FieldDescription",
    .descriptor = &switchboard__v1__field_description__descriptor,
    .fields = switchboard__v1__field_description__table_fields,
    .field_count = 6,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__field_description__schema(void) { return &switchboard__v1__field_description__table; }

static const sb_field switchboard__v1__enum_description__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "comment", "comment", NULL, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED, -1, "values", "values", &switchboard__v1__enum_value_description__table, NULL},
};
const sb_message switchboard__v1__enum_description__table = {
    .name = "switchboard.v1.EnumDescription",
    .descriptor = &switchboard__v1__enum_description__descriptor,
    .fields = switchboard__v1__enum_description__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__enum_description__schema(void) { return &switchboard__v1__enum_description__table; }

static const sb_field switchboard__v1__enum_value_description__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "number", "number", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "json", "json", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "comment", "comment", NULL, NULL},
};
const sb_message switchboard__v1__enum_value_description__table = {
    .name = "switchboard.v1.EnumValueDescription",
    .descriptor = &switchboard__v1__enum_value_description__descriptor,
    .fields = switchboard__v1__enum_value_description__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__enum_value_description__schema(void) { return &switchboard__v1__enum_value_description__table; }
