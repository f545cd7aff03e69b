// Generated from bench/echo.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message bench__echo_request__table;
const sb_message *bench__echo_request__schema(void);

extern const sb_message bench__echo_reply__table;
const sb_message *bench__echo_reply__schema(void);
