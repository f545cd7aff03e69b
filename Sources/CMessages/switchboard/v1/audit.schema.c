// Generated from switchboard/v1/audit.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/audit.schema.h"
#include "switchboard/v1/audit.pb-c.h"
#include "google/protobuf/struct.schema.h"
#include "google/protobuf/timestamp.schema.h"

static const sb_enum_value switchboard__v1__audit_fault__enumeration_values[] = {
    {0, "AUDIT_FAULT_UNSPECIFIED"},
    {1, "AUDIT_FAULT_CHANGED"},
    {2, "AUDIT_FAULT_REMOVED"},
    {3, "AUDIT_FAULT_REORDERED"},
    {4, "AUDIT_FAULT_ADDED"},
    {5, "AUDIT_FAULT_CHAIN"},
    {6, "AUDIT_FAULT_BROKEN"},
};
const sb_enum switchboard__v1__audit_fault__enumeration = {
    .name = "switchboard.v1.AuditFault",
    .prefix = "AUDIT_FAULT_",
    .values = switchboard__v1__audit_fault__enumeration_values,
    .value_count = 7,
};

static const sb_field switchboard__v1__audit_entry__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "time", "time", &google__protobuf__timestamp__table, NULL},
    {3, SB_KIND_STRING, 0, -1, "who", "who", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "username", "username", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "key_prefix", "keyPrefix", NULL, NULL},
    {7, SB_KIND_STRING, 0, -1, "method", "method", NULL, NULL},
    {8, SB_KIND_STRING, 0, -1, "target_kind", "targetKind", NULL, NULL},
    {9, SB_KIND_INT64, 0, -1, "target_id", "targetId", NULL, NULL},
    {10, SB_KIND_STRING, 0, -1, "target_name", "targetName", NULL, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "before", "before", &google__protobuf__struct__table, NULL},
    {12, SB_KIND_MESSAGE, 0, -1, "after", "after", &google__protobuf__struct__table, NULL},
    {13, SB_KIND_STRING, 0, -1, "outcome", "outcome", NULL, NULL},
    {14, SB_KIND_INT64, 0, -1, "times", "times", NULL, NULL},
    {15, SB_KIND_STRING, 0, -1, "transport", "transport", NULL, NULL},
    {16, SB_KIND_STRING, 0, -1, "ip", "ip", NULL, NULL},
    {17, SB_KIND_STRING, 0, -1, "request_id", "requestId", NULL, NULL},
    {18, SB_KIND_STRING, 0, -1, "hash", "hash", NULL, NULL},
};
const sb_message switchboard__v1__audit_entry__table = {
    .name = "switchboard.v1.AuditEntry",
    .descriptor = &switchboard__v1__audit_entry__descriptor,
    .fields = switchboard__v1__audit_entry__table_fields,
    .field_count = 18,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__audit_entry__schema(void) { return &switchboard__v1__audit_entry__table; }

static const sb_field switchboard__v1__list_audit_log_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "who", "who", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "method", "method", NULL, NULL},
    {7, SB_KIND_STRING, 0, -1, "target_kind", "targetKind", NULL, NULL},
    {8, SB_KIND_INT64, 0, -1, "target_id", "targetId", NULL, NULL},
    {9, SB_KIND_STRING, 0, -1, "outcome", "outcome", NULL, NULL},
    {10, SB_KIND_MESSAGE, 0, -1, "since", "since", &google__protobuf__timestamp__table, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "until", "until", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__list_audit_log_request__table = {
    .name = "switchboard.v1.ListAuditLogRequest",
    .descriptor = &switchboard__v1__list_audit_log_request__descriptor,
    .fields = switchboard__v1__list_audit_log_request__table_fields,
    .field_count = 11,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_audit_log_request__schema(void) { return &switchboard__v1__list_audit_log_request__table; }

static const sb_field switchboard__v1__list_audit_log_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "entries", "entries", &switchboard__v1__audit_entry__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_audit_log_response__table = {
    .name = "switchboard.v1.ListAuditLogResponse",
    .descriptor = &switchboard__v1__list_audit_log_response__descriptor,
    .fields = switchboard__v1__list_audit_log_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_audit_log_response__schema(void) { return &switchboard__v1__list_audit_log_response__table; }

static const sb_field switchboard__v1__verify_audit_log_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "known_id", "knownId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "known_hash", "knownHash", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "from_id", "fromId", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "max_entries", "maxEntries", NULL, NULL},
};
const sb_message switchboard__v1__verify_audit_log_request__table = {
    .name = "switchboard.v1.VerifyAuditLogRequest",
    .descriptor = &switchboard__v1__verify_audit_log_request__descriptor,
    .fields = switchboard__v1__verify_audit_log_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__verify_audit_log_request__schema(void) { return &switchboard__v1__verify_audit_log_request__table; }

static const sb_field switchboard__v1__audit_verdict__table_fields[] = {
    {1, SB_KIND_BOOL, 0, -1, "is_intact", "isIntact", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "checked", "checked", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "first_id", "firstId", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "last_id", "lastId", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "last_hash", "lastHash", NULL, NULL},
    {6, SB_KIND_ENUM, 0, -1, "fault", "fault", NULL, &switchboard__v1__audit_fault__enumeration},
    {7, SB_KIND_INT64, 0, -1, "bad_id", "badId", NULL, NULL},
    {8, SB_KIND_STRING, 0, -1, "detail", "detail", NULL, NULL},
    {9, SB_KIND_INT64, 0, -1, "next_id", "nextId", NULL, NULL},
    {10, SB_KIND_INT64, 0, -1, "broken_id", "brokenId", NULL, NULL},
};
const sb_message switchboard__v1__audit_verdict__table = {
    .name = "switchboard.v1.AuditVerdict",
    .descriptor = &switchboard__v1__audit_verdict__descriptor,
    .fields = switchboard__v1__audit_verdict__table_fields,
    .field_count = 10,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__audit_verdict__schema(void) { return &switchboard__v1__audit_verdict__table; }
