// Generated from switchboard/v1/common.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__v1__role__enumeration;

extern const sb_message switchboard__v1__user__table;
const sb_message *switchboard__v1__user__schema(void);

extern const sb_message switchboard__v1__api_key__table;
const sb_message *switchboard__v1__api_key__schema(void);
