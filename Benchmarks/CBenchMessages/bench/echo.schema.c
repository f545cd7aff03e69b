// Generated from bench/echo.proto by scripts/generate.sh. Do not edit.
#include "bench/echo.schema.h"
#include "bench/echo.pb-c.h"

static const sb_field bench__echo_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "text", "text", NULL, NULL},
    {2, SB_KIND_BYTES, 0, -1, "payload", "payload", NULL, NULL},
};
const sb_message bench__echo_request__table = {
    .name = "bench.EchoRequest",
    .descriptor = &bench__echo_request__descriptor,
    .fields = bench__echo_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *bench__echo_request__schema(void) { return &bench__echo_request__table; }

static const sb_field bench__echo_reply__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "text", "text", NULL, NULL},
    {2, SB_KIND_BYTES, 0, -1, "payload", "payload", NULL, NULL},
};
const sb_message bench__echo_reply__table = {
    .name = "bench.EchoReply",
    .descriptor = &bench__echo_reply__descriptor,
    .fields = bench__echo_reply__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *bench__echo_reply__schema(void) { return &bench__echo_reply__table; }
