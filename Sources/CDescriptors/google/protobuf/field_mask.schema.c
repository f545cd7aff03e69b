// Generated from google/protobuf/field_mask.proto by scripts/generate.sh. Do not edit.
#include "google/protobuf/field_mask.schema.h"
#include "google/protobuf/field_mask.pb-c.h"

static const sb_field google__protobuf__field_mask__table_fields[] = {
    {1, SB_KIND_STRING, SB_REPEATED, -1, "paths", "paths", NULL, NULL},
};
const sb_message google__protobuf__field_mask__table = {
    .name = "google.protobuf.FieldMask",
    .descriptor = &google__protobuf__field_mask__descriptor,
    .fields = google__protobuf__field_mask__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_FIELD_MASK,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__field_mask__schema(void) { return &google__protobuf__field_mask__table; }
