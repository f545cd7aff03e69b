// Generated from bench/stream.proto by scripts/generate.sh. Do not edit.
#include "bench/stream.schema.h"
#include "bench/stream.pb-c.h"

static const sb_field bench__items_request__table_fields[] = {
    {1, SB_KIND_UINT32, 0, -1, "items", "items", NULL, NULL},
    {2, SB_KIND_UINT32, 0, -1, "size", "size", NULL, NULL},
};
const sb_message bench__items_request__table = {
    .name = "bench.ItemsRequest",
    .descriptor = &bench__items_request__descriptor,
    .fields = bench__items_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *bench__items_request__schema(void) { return &bench__items_request__table; }

static const sb_field bench__item__table_fields[] = {
    {1, SB_KIND_UINT32, 0, -1, "number", "number", NULL, NULL},
    {2, SB_KIND_BYTES, 0, -1, "payload", "payload", NULL, NULL},
};
const sb_message bench__item__table = {
    .name = "bench.Item",
    .descriptor = &bench__item__descriptor,
    .fields = bench__item__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *bench__item__schema(void) { return &bench__item__table; }
