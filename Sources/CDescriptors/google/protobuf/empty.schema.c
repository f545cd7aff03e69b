// Generated from google/protobuf/empty.proto by scripts/generate.sh. Do not edit.
#include "google/protobuf/empty.schema.h"
#include "google/protobuf/empty.pb-c.h"

const sb_message google__protobuf__empty__table = {
    .name = "google.protobuf.Empty",
    .descriptor = &google__protobuf__empty__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_EMPTY,
    .is_map_entry = 0,
};
const sb_message *google__protobuf__empty__schema(void) { return &google__protobuf__empty__table; }
