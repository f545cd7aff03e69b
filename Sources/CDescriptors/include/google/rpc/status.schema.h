// Generated from google/rpc/status.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message google__rpc__status__table;
const sb_message *google__rpc__status__schema(void);
