// Generated from google/rpc/error_details.proto by scripts/generate.sh. Do not edit.
#include "google/rpc/error_details.schema.h"
#include "google/rpc/error_details.pb-c.h"
#include "google/protobuf/duration.schema.h"

static const sb_field google__rpc__error_info__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "reason", "reason", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "domain", "domain", NULL, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "metadata", "metadata", &google__rpc__error_info__metadata_entry__table, NULL},
};
const sb_message google__rpc__error_info__table = {
    .name = "google.rpc.ErrorInfo",
    .descriptor = &google__rpc__error_info__descriptor,
    .fields = google__rpc__error_info__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__error_info__schema(void) { return &google__rpc__error_info__table; }

static const sb_field google__rpc__error_info__metadata_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__rpc__error_info__metadata_entry__table = {
    .name = "google.rpc.ErrorInfo.MetadataEntry",
    .descriptor = &google__rpc__error_info__metadata_entry__descriptor,
    .fields = google__rpc__error_info__metadata_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field google__rpc__retry_info__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "retry_delay", "retryDelay", &google__protobuf__duration__table, NULL},
};
const sb_message google__rpc__retry_info__table = {
    .name = "google.rpc.RetryInfo",
    .descriptor = &google__rpc__retry_info__descriptor,
    .fields = google__rpc__retry_info__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__retry_info__schema(void) { return &google__rpc__retry_info__table; }

static const sb_field google__rpc__debug_info__table_fields[] = {
    {1, SB_KIND_STRING, SB_REPEATED, -1, "stack_entries", "stackEntries", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "detail", "detail", NULL, NULL},
};
const sb_message google__rpc__debug_info__table = {
    .name = "google.rpc.DebugInfo",
    .descriptor = &google__rpc__debug_info__descriptor,
    .fields = google__rpc__debug_info__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__debug_info__schema(void) { return &google__rpc__debug_info__table; }

static const sb_field google__rpc__quota_failure__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "violations", "violations", &google__rpc__quota_failure__violation__table, NULL},
};
const sb_message google__rpc__quota_failure__table = {
    .name = "google.rpc.QuotaFailure",
    .descriptor = &google__rpc__quota_failure__descriptor,
    .fields = google__rpc__quota_failure__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__quota_failure__schema(void) { return &google__rpc__quota_failure__table; }

static const sb_field google__rpc__quota_failure__violation__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "subject", "subject", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "description", "description", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "api_service", "apiService", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "quota_metric", "quotaMetric", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "quota_id", "quotaId", NULL, NULL},
    {6, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "quota_dimensions", "quotaDimensions", &google__rpc__quota_failure__violation__quota_dimensions_entry__table, NULL},
    {7, SB_KIND_INT64, 0, -1, "quota_value", "quotaValue", NULL, NULL},
    {8, SB_KIND_INT64, SB_OPTIONAL, 0, "future_quota_value", "futureQuotaValue", NULL, NULL},
};
static const char *const google__rpc__quota_failure__violation__table_oneofs[] = {"_future_quota_value"};
const sb_message google__rpc__quota_failure__violation__table = {
    .name = "google.rpc.QuotaFailure.Violation",
    .descriptor = &google__rpc__quota_failure__violation__descriptor,
    .fields = google__rpc__quota_failure__violation__table_fields,
    .field_count = 8,
    .oneof_count = 1,
    .oneof_names = google__rpc__quota_failure__violation__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__quota_failure__violation__schema(void) { return &google__rpc__quota_failure__violation__table; }

static const sb_field google__rpc__quota_failure__violation__quota_dimensions_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__rpc__quota_failure__violation__quota_dimensions_entry__table = {
    .name = "google.rpc.QuotaFailure.Violation.QuotaDimensionsEntry",
    .descriptor = &google__rpc__quota_failure__violation__quota_dimensions_entry__descriptor,
    .fields = google__rpc__quota_failure__violation__quota_dimensions_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field google__rpc__precondition_failure__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "violations", "violations", &google__rpc__precondition_failure__violation__table, NULL},
};
const sb_message google__rpc__precondition_failure__table = {
    .name = "google.rpc.PreconditionFailure",
    .descriptor = &google__rpc__precondition_failure__descriptor,
    .fields = google__rpc__precondition_failure__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__precondition_failure__schema(void) { return &google__rpc__precondition_failure__table; }

static const sb_field google__rpc__precondition_failure__violation__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "type", "type", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "subject", "subject", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "description", "description", NULL, NULL},
};
const sb_message google__rpc__precondition_failure__violation__table = {
    .name = "google.rpc.PreconditionFailure.Violation",
    .descriptor = &google__rpc__precondition_failure__violation__descriptor,
    .fields = google__rpc__precondition_failure__violation__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__precondition_failure__violation__schema(void) { return &google__rpc__precondition_failure__violation__table; }

static const sb_field google__rpc__bad_request__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "field_violations", "fieldViolations", &google__rpc__bad_request__field_violation__table, NULL},
};
const sb_message google__rpc__bad_request__table = {
    .name = "google.rpc.BadRequest",
    .descriptor = &google__rpc__bad_request__descriptor,
    .fields = google__rpc__bad_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__bad_request__schema(void) { return &google__rpc__bad_request__table; }

static const sb_field google__rpc__bad_request__field_violation__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "field", "field", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "description", "description", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "reason", "reason", NULL, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "localized_message", "localizedMessage", &google__rpc__localized_message__table, NULL},
};
const sb_message google__rpc__bad_request__field_violation__table = {
    .name = "google.rpc.BadRequest.FieldViolation",
    .descriptor = &google__rpc__bad_request__field_violation__descriptor,
    .fields = google__rpc__bad_request__field_violation__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__bad_request__field_violation__schema(void) { return &google__rpc__bad_request__field_violation__table; }

static const sb_field google__rpc__request_info__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "request_id", "requestId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "serving_data", "servingData", NULL, NULL},
};
const sb_message google__rpc__request_info__table = {
    .name = "google.rpc.RequestInfo",
    .descriptor = &google__rpc__request_info__descriptor,
    .fields = google__rpc__request_info__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__request_info__schema(void) { return &google__rpc__request_info__table; }

static const sb_field google__rpc__resource_info__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "resource_type", "resourceType", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "resource_name", "resourceName", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "owner", "owner", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "description", "description", NULL, NULL},
};
const sb_message google__rpc__resource_info__table = {
    .name = "google.rpc.ResourceInfo",
    .descriptor = &google__rpc__resource_info__descriptor,
    .fields = google__rpc__resource_info__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__resource_info__schema(void) { return &google__rpc__resource_info__table; }

static const sb_field google__rpc__help__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "links", "links", &google__rpc__help__link__table, NULL},
};
const sb_message google__rpc__help__table = {
    .name = "google.rpc.Help",
    .descriptor = &google__rpc__help__descriptor,
    .fields = google__rpc__help__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__help__schema(void) { return &google__rpc__help__table; }

static const sb_field google__rpc__help__link__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "description", "description", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "url", "url", NULL, NULL},
};
const sb_message google__rpc__help__link__table = {
    .name = "google.rpc.Help.Link",
    .descriptor = &google__rpc__help__link__descriptor,
    .fields = google__rpc__help__link__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__help__link__schema(void) { return &google__rpc__help__link__table; }

static const sb_field google__rpc__localized_message__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "locale", "locale", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "message", "message", NULL, NULL},
};
const sb_message google__rpc__localized_message__table = {
    .name = "google.rpc.LocalizedMessage",
    .descriptor = &google__rpc__localized_message__descriptor,
    .fields = google__rpc__localized_message__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__localized_message__schema(void) { return &google__rpc__localized_message__table; }
