// Generated from google/protobuf/empty.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message google__protobuf__empty__table;
const sb_message *google__protobuf__empty__schema(void);
