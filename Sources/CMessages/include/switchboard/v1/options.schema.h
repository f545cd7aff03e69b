// Generated from switchboard/v1/options.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__v1__access__enumeration;

extern const sb_message switchboard__v1__method_rule__table;
const sb_message *switchboard__v1__method_rule__schema(void);

extern const sb_message switchboard__v1__reason_rule__table;
const sb_message *switchboard__v1__reason_rule__schema(void);
