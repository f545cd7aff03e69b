// Generated from google/protobuf/field_mask.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message google__protobuf__field_mask__table;
const sb_message *google__protobuf__field_mask__schema(void);
