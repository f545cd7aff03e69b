// Generated from google/protobuf/wrappers.proto by scripts/generate.sh. Do not edit.
#include "google/protobuf/wrappers.schema.h"
#include "google/protobuf/wrappers.pb-c.h"

static const sb_field google__protobuf__double_value__table_fields[] = {
    {1, SB_KIND_DOUBLE, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__protobuf__double_value__table = {
    .name = "google.protobuf.DoubleValue",
    .descriptor = &google__protobuf__double_value__descriptor,
    .fields = google__protobuf__double_value__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_WRAPPER,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__double_value__schema(void) { return &google__protobuf__double_value__table; }

static const sb_field google__protobuf__float_value__table_fields[] = {
    {1, SB_KIND_FLOAT, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__protobuf__float_value__table = {
    .name = "google.protobuf.FloatValue",
    .descriptor = &google__protobuf__float_value__descriptor,
    .fields = google__protobuf__float_value__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_WRAPPER,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__float_value__schema(void) { return &google__protobuf__float_value__table; }

static const sb_field google__protobuf__int64_value__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__protobuf__int64_value__table = {
    .name = "google.protobuf.Int64Value",
    .descriptor = &google__protobuf__int64_value__descriptor,
    .fields = google__protobuf__int64_value__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_WRAPPER,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__int64_value__schema(void) { return &google__protobuf__int64_value__table; }

static const sb_field google__protobuf__uint64_value__table_fields[] = {
    {1, SB_KIND_UINT64, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__protobuf__uint64_value__table = {
    .name = "google.protobuf.UInt64Value",
    .descriptor = &google__protobuf__uint64_value__descriptor,
    .fields = google__protobuf__uint64_value__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_WRAPPER,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__uint64_value__schema(void) { return &google__protobuf__uint64_value__table; }

static const sb_field google__protobuf__int32_value__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__protobuf__int32_value__table = {
    .name = "google.protobuf.Int32Value",
    .descriptor = &google__protobuf__int32_value__descriptor,
    .fields = google__protobuf__int32_value__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_WRAPPER,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__int32_value__schema(void) { return &google__protobuf__int32_value__table; }

static const sb_field google__protobuf__uint32_value__table_fields[] = {
    {1, SB_KIND_UINT32, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__protobuf__uint32_value__table = {
    .name = "google.protobuf.UInt32Value",
    .descriptor = &google__protobuf__uint32_value__descriptor,
    .fields = google__protobuf__uint32_value__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_WRAPPER,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__uint32_value__schema(void) { return &google__protobuf__uint32_value__table; }

static const sb_field google__protobuf__bool_value__table_fields[] = {
    {1, SB_KIND_BOOL, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__protobuf__bool_value__table = {
    .name = "google.protobuf.BoolValue",
    .descriptor = &google__protobuf__bool_value__descriptor,
    .fields = google__protobuf__bool_value__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_WRAPPER,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__bool_value__schema(void) { return &google__protobuf__bool_value__table; }

static const sb_field google__protobuf__string_value__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__protobuf__string_value__table = {
    .name = "google.protobuf.StringValue",
    .descriptor = &google__protobuf__string_value__descriptor,
    .fields = google__protobuf__string_value__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_WRAPPER,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__string_value__schema(void) { return &google__protobuf__string_value__table; }

static const sb_field google__protobuf__bytes_value__table_fields[] = {
    {1, SB_KIND_BYTES, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__protobuf__bytes_value__table = {
    .name = "google.protobuf.BytesValue",
    .descriptor = &google__protobuf__bytes_value__descriptor,
    .fields = google__protobuf__bytes_value__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_WRAPPER,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__bytes_value__schema(void) { return &google__protobuf__bytes_value__table; }
