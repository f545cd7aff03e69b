// Generated from grpc/health/v1/health.proto by scripts/generate.sh. Do not edit.
#include "grpc/health/v1/health.schema.h"
#include "grpc/health/v1/health.pb-c.h"

static const sb_enum_value grpc__health__v1__health_check_response__serving_status__enumeration_values[] = {
    {0, "UNKNOWN"},
    {1, "SERVING"},
    {2, "NOT_SERVING"},
    {3, "SERVICE_UNKNOWN"},
};
const sb_enum grpc__health__v1__health_check_response__serving_status__enumeration = {
    .name = "grpc.health.v1.HealthCheckResponse.ServingStatus",
    .prefix = "",
    .values = grpc__health__v1__health_check_response__serving_status__enumeration_values,
    .value_count = 4,
};

static const sb_field grpc__health__v1__health_check_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "service", "service", NULL, NULL},
};
const sb_message grpc__health__v1__health_check_request__table = {
    .name = "grpc.health.v1.HealthCheckRequest",
    .descriptor = &grpc__health__v1__health_check_request__descriptor,
    .fields = grpc__health__v1__health_check_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *grpc__health__v1__health_check_request__schema(void) { return &grpc__health__v1__health_check_request__table; }

static const sb_field grpc__health__v1__health_check_response__table_fields[] = {
    {1, SB_KIND_ENUM, 0, -1, "status", "status", NULL, &grpc__health__v1__health_check_response__serving_status__enumeration},
};
const sb_message grpc__health__v1__health_check_response__table = {
    .name = "grpc.health.v1.HealthCheckResponse",
    .descriptor = &grpc__health__v1__health_check_response__descriptor,
    .fields = grpc__health__v1__health_check_response__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *grpc__health__v1__health_check_response__schema(void) { return &grpc__health__v1__health_check_response__table; }
