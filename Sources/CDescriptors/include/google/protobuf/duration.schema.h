// Generated from google/protobuf/duration.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message google__protobuf__duration__table;
const sb_message *google__protobuf__duration__schema(void);
