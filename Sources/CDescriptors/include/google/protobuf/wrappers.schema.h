// Generated from google/protobuf/wrappers.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message google__protobuf__double_value__table;
const sb_message *google__protobuf__double_value__schema(void);

extern const sb_message google__protobuf__float_value__table;
const sb_message *google__protobuf__float_value__schema(void);

extern const sb_message google__protobuf__int64_value__table;
const sb_message *google__protobuf__int64_value__schema(void);

extern const sb_message google__protobuf__uint64_value__table;
const sb_message *google__protobuf__uint64_value__schema(void);

extern const sb_message google__protobuf__int32_value__table;
const sb_message *google__protobuf__int32_value__schema(void);

extern const sb_message google__protobuf__uint32_value__table;
const sb_message *google__protobuf__uint32_value__schema(void);

extern const sb_message google__protobuf__bool_value__table;
const sb_message *google__protobuf__bool_value__schema(void);

extern const sb_message google__protobuf__string_value__table;
const sb_message *google__protobuf__string_value__schema(void);

extern const sb_message google__protobuf__bytes_value__table;
const sb_message *google__protobuf__bytes_value__schema(void);
