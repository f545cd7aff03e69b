// Generated from google/protobuf/struct.proto by scripts/generate.sh. Do not edit.
#include "google/protobuf/struct.schema.h"
#include "google/protobuf/struct.pb-c.h"

static const sb_enum_value google__protobuf__null_value__enumeration_values[] = {
    {0, "NULL_VALUE"},
};
const sb_enum google__protobuf__null_value__enumeration = {
    .name = "google.protobuf.NullValue",
    .prefix = "",
    .values = google__protobuf__null_value__enumeration_values,
    .value_count = 1,
};

static const sb_field google__protobuf__struct__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "fields", "fields", &google__protobuf__struct__fields_entry__table, NULL},
};
const sb_message google__protobuf__struct__table = {
    .name = "google.protobuf.Struct",
    .descriptor = &google__protobuf__struct__descriptor,
    .fields = google__protobuf__struct__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_STRUCT,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__struct__schema(void) { return &google__protobuf__struct__table; }

static const sb_field google__protobuf__struct__fields_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "value", "value", &google__protobuf__value__table, NULL},
};
const sb_message google__protobuf__struct__fields_entry__table = {
    .name = "google.protobuf.Struct.FieldsEntry",
    .descriptor = &google__protobuf__struct__fields_entry__descriptor,
    .fields = google__protobuf__struct__fields_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field google__protobuf__value__table_fields[] = {
    {1, SB_KIND_ENUM, SB_ONEOF, 0, "null_value", "nullValue", NULL, &google__protobuf__null_value__enumeration},
    {2, SB_KIND_DOUBLE, SB_ONEOF, 0, "number_value", "numberValue", NULL, NULL},
    {3, SB_KIND_STRING, SB_ONEOF, 0, "string_value", "stringValue", NULL, NULL},
    {4, SB_KIND_BOOL, SB_ONEOF, 0, "bool_value", "boolValue", NULL, NULL},
    {5, SB_KIND_MESSAGE, SB_ONEOF, 0, "struct_value", "structValue", &google__protobuf__struct__table, NULL},
    {6, SB_KIND_MESSAGE, SB_ONEOF, 0, "list_value", "listValue", &google__protobuf__list_value__table, NULL},
};
static const char *const google__protobuf__value__table_oneofs[] = {"kind"};
const sb_message google__protobuf__value__table = {
    .name = "google.protobuf.Value",
    .descriptor = &google__protobuf__value__descriptor,
    .fields = google__protobuf__value__table_fields,
    .field_count = 6,
    .oneof_count = 1,
    .oneof_names = google__protobuf__value__table_oneofs,
    .well_known = SB_WK_VALUE,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__value__schema(void) { return &google__protobuf__value__table; }

static const sb_field google__protobuf__list_value__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "values", "values", &google__protobuf__value__table, NULL},
};
const sb_message google__protobuf__list_value__table = {
    .name = "google.protobuf.ListValue",
    .descriptor = &google__protobuf__list_value__descriptor,
    .fields = google__protobuf__list_value__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_LIST_VALUE,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__list_value__schema(void) { return &google__protobuf__list_value__table; }
