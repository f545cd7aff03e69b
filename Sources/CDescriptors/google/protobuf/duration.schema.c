// Generated from google/protobuf/duration.proto by scripts/generate.sh. Do not edit.
#include "google/protobuf/duration.schema.h"
#include "google/protobuf/duration.pb-c.h"

static const sb_field google__protobuf__duration__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "seconds", "seconds", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "nanos", "nanos", NULL, NULL},
};
const sb_message google__protobuf__duration__table = {
    .name = "google.protobuf.Duration",
    .descriptor = &google__protobuf__duration__descriptor,
    .fields = google__protobuf__duration__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_DURATION,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__duration__schema(void) { return &google__protobuf__duration__table; }
