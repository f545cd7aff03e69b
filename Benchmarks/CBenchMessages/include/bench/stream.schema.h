// Generated from bench/stream.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message bench__items_request__table;
const sb_message *bench__items_request__schema(void);

extern const sb_message bench__item__table;
const sb_message *bench__item__schema(void);
