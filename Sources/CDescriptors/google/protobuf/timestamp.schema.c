// Generated from google/protobuf/timestamp.proto by scripts/generate.sh. Do not edit.
#include "google/protobuf/timestamp.schema.h"
#include "google/protobuf/timestamp.pb-c.h"

static const sb_field google__protobuf__timestamp__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "seconds", "seconds", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "nanos", "nanos", NULL, NULL},
};
const sb_message google__protobuf__timestamp__table = {
    .name = "google.protobuf.Timestamp",
    .descriptor = &google__protobuf__timestamp__descriptor,
    .fields = google__protobuf__timestamp__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_TIMESTAMP,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__timestamp__schema(void) { return &google__protobuf__timestamp__table; }
