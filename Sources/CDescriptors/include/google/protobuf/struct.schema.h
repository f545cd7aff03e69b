// Generated from google/protobuf/struct.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum google__protobuf__null_value__enumeration;

extern const sb_message google__protobuf__struct__table;
const sb_message *google__protobuf__struct__schema(void);

extern const sb_message google__protobuf__struct__fields_entry__table;

extern const sb_message google__protobuf__value__table;
const sb_message *google__protobuf__value__schema(void);

extern const sb_message google__protobuf__list_value__table;
const sb_message *google__protobuf__list_value__schema(void);
