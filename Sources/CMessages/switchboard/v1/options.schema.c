// Generated from switchboard/v1/options.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/options.schema.h"
#include "switchboard/v1/options.pb-c.h"

static const sb_enum_value switchboard__v1__access__enumeration_values[] = {
    {0, "ACCESS_UNSPECIFIED"},
    {1, "ACCESS_PUBLIC"},
    {2, "ACCESS_USER"},
    {3, "ACCESS_ADMIN"},
    {4, "ACCESS_BRIDGE"},
};
const sb_enum switchboard__v1__access__enumeration = {
    .name = "switchboard.v1.Access",
    .prefix = "ACCESS_",
    .values = switchboard__v1__access__enumeration_values,
    .value_count = 5,
};

static const sb_field switchboard__v1__method_rule__table_fields[] = {
    {1, SB_KIND_ENUM, SB_REPEATED | SB_PACKED, -1, "access", "access", NULL, &switchboard__v1__access__enumeration},
    {2, SB_KIND_STRING, 0, -1, "scope", "scope", NULL, NULL},
    {3, SB_KIND_BOOL, 0, -1, "idempotent", "idempotent", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "success", "success", NULL, NULL},
};
const sb_message switchboard__v1__method_rule__table = {
    .name = "switchboard.v1.MethodRule",
    .descriptor = &switchboard__v1__method_rule__descriptor,
    .fields = switchboard__v1__method_rule__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__method_rule__schema(void) { return &switchboard__v1__method_rule__table; }

static const sb_field switchboard__v1__reason_rule__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "code", "code", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "http", "http", NULL, NULL},
};
const sb_message switchboard__v1__reason_rule__table = {
    .name = "switchboard.v1.ReasonRule",
    .descriptor = &switchboard__v1__reason_rule__descriptor,
    .fields = switchboard__v1__reason_rule__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__reason_rule__schema(void) { return &switchboard__v1__reason_rule__table; }
