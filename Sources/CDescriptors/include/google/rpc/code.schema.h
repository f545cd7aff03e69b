// Generated from google/rpc/code.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum google__rpc__code__enumeration;
