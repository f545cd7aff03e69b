// Generated from google/protobuf/any.proto by scripts/generate.sh. Do not edit.
#include "google/protobuf/any.schema.h"
#include "google/protobuf/any.pb-c.h"

static const sb_field google__protobuf__any__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "type_url", "typeUrl", NULL, NULL},
    {2, SB_KIND_BYTES, 0, -1, "value", "value", NULL, NULL},
};
const sb_message google__protobuf__any__table = {
    .name = "google.protobuf.Any",
    .descriptor = &google__protobuf__any__descriptor,
    .fields = google__protobuf__any__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_ANY,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__any__schema(void) { return &google__protobuf__any__table; }
