// Generated from ttrpc/ttrpc.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message ttrpc__request__table;
const sb_message *ttrpc__request__schema(void);

extern const sb_message ttrpc__response__table;
const sb_message *ttrpc__response__schema(void);

extern const sb_message ttrpc__key_value__table;
const sb_message *ttrpc__key_value__schema(void);
