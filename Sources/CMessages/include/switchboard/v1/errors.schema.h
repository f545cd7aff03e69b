// Generated from switchboard/v1/errors.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__v1__reason__enumeration;
