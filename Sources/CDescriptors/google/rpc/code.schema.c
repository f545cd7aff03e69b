// Generated from google/rpc/code.proto by scripts/generate.sh. Do not edit.
#include "google/rpc/code.schema.h"
#include "google/rpc/code.pb-c.h"

static const sb_enum_value google__rpc__code__enumeration_values[] = {
    {0, "OK"},
    {1, "CANCELLED"},
    {2, "UNKNOWN"},
    {3, "INVALID_ARGUMENT"},
    {4, "DEADLINE_EXCEEDED"},
    {5, "NOT_FOUND"},
    {6, "ALREADY_EXISTS"},
    {7, "PERMISSION_DENIED"},
    {8, "RESOURCE_EXHAUSTED"},
    {9, "FAILED_PRECONDITION"},
    {10, "ABORTED"},
    {11, "OUT_OF_RANGE"},
    {12, "UNIMPLEMENTED"},
    {13, "INTERNAL"},
    {14, "UNAVAILABLE"},
    {15, "DATA_LOSS"},
    {16, "UNAUTHENTICATED"},
};
const sb_enum google__rpc__code__enumeration = {
    .name = "google.rpc.Code",
    .prefix = "",
    .values = google__rpc__code__enumeration_values,
    .value_count = 17,
};
