// Generated from google/rpc/status.proto by scripts/generate.sh. Do not edit.
#include "google/rpc/status.schema.h"
#include "google/rpc/status.pb-c.h"
#include "google/protobuf/any.schema.h"

static const sb_field google__rpc__status__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "code", "code", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "message", "message", NULL, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED, -1, "details", "details", &google__protobuf__any__table, NULL},
};
const sb_message google__rpc__status__table = {
    .name = "google.rpc.Status",
    .descriptor = &google__rpc__status__descriptor,
    .fields = google__rpc__status__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *google__rpc__status__schema(void) { return &google__rpc__status__table; }
