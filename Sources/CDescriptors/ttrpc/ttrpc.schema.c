// Generated from ttrpc/ttrpc.proto by scripts/generate.sh. Do not edit.
#include "ttrpc/ttrpc.schema.h"
#include "ttrpc/ttrpc.pb-c.h"
#include "google/rpc/status.schema.h"

static const sb_field ttrpc__request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "service", "service", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "method", "method", NULL, NULL},
    {3, SB_KIND_BYTES, 0, -1, "payload", "payload", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "timeout_nano", "timeoutNano", NULL, NULL},
    {5, SB_KIND_MESSAGE, SB_REPEATED, -1, "metadata", "metadata", &ttrpc__key_value__table, NULL},
};
const sb_message ttrpc__request__table = {
    .name = "ttrpc.Request",
    .descriptor = &ttrpc__request__descriptor,
    .fields = ttrpc__request__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *ttrpc__request__schema(void) { return &ttrpc__request__table; }

static const sb_field ttrpc__response__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "status", "status", &google__rpc__status__table, NULL},
    {2, SB_KIND_BYTES, 0, -1, "payload", "payload", NULL, NULL},
    {15, SB_KIND_MESSAGE, SB_REPEATED, -1, "metadata", "metadata", &ttrpc__key_value__table, NULL},
};
const sb_message ttrpc__response__table = {
    .name = "ttrpc.Response",
    .descriptor = &ttrpc__response__descriptor,
    .fields = ttrpc__response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *ttrpc__response__schema(void) { return &ttrpc__response__table; }

static const sb_field ttrpc__key_value__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "value", "value", NULL, NULL},
};
const sb_message ttrpc__key_value__table = {
    .name = "ttrpc.KeyValue",
    .descriptor = &ttrpc__key_value__descriptor,
    .fields = ttrpc__key_value__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *ttrpc__key_value__schema(void) { return &ttrpc__key_value__table; }
