// Generated from grpc/health/v1/health.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum grpc__health__v1__health_check_response__serving_status__enumeration;

extern const sb_message grpc__health__v1__health_check_request__table;
const sb_message *grpc__health__v1__health_check_request__schema(void);

extern const sb_message grpc__health__v1__health_check_response__table;
const sb_message *grpc__health__v1__health_check_response__schema(void);
