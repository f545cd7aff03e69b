// Generated from google/protobuf/timestamp.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message google__protobuf__timestamp__table;
const sb_message *google__protobuf__timestamp__schema(void);
