// Generated from google/protobuf/any.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message google__protobuf__any__table;
const sb_message *google__protobuf__any__schema(void);
