// Generated from switchboard/v1/common.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/common.schema.h"
#include "switchboard/v1/common.pb-c.h"
#include "google/protobuf/timestamp.schema.h"

static const sb_enum_value switchboard__v1__role__enumeration_values[] = {
    {0, "ROLE_UNSPECIFIED"},
    {1, "ROLE_ADMIN"},
    {2, "ROLE_USER"},
};
const sb_enum switchboard__v1__role__enumeration = {
    .name = "switchboard.v1.Role",
    .prefix = "ROLE_",
    .values = switchboard__v1__role__enumeration_values,
    .value_count = 3,
};

static const sb_field switchboard__v1__user__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "username", "username", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "email", "email", NULL, NULL},
    {4, SB_KIND_ENUM, 0, -1, "role", "role", NULL, &switchboard__v1__role__enumeration},
    {5, SB_KIND_BOOL, 0, -1, "is_active", "isActive", NULL, NULL},
    {6, SB_KIND_INT32, 0, -1, "max_messages_per_day", "maxMessagesPerDay", NULL, NULL},
    {7, SB_KIND_INT32, 0, -1, "max_messages_per_minute", "maxMessagesPerMinute", NULL, NULL},
    {8, SB_KIND_MESSAGE, 0, -1, "created_at", "createdAt", &google__protobuf__timestamp__table, NULL},
    {9, SB_KIND_MESSAGE, 0, -1, "updated_at", "updatedAt", &google__protobuf__timestamp__table, NULL},
    {10, SB_KIND_STRING, 0, -1, "etag", "etag", NULL, NULL},
};
const sb_message switchboard__v1__user__table = {
    .name = "switchboard.v1.User",
    .descriptor = &switchboard__v1__user__descriptor,
    .fields = switchboard__v1__user__table_fields,
    .field_count = 10,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__user__schema(void) { return &switchboard__v1__user__table; }

static const sb_field switchboard__v1__api_key__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "prefix", "prefix", NULL, NULL},
    {5, SB_KIND_STRING, SB_REPEATED, -1, "scopes", "scopes", NULL, NULL},
    {6, SB_KIND_STRING, SB_REPEATED, -1, "allowed_ips", "allowedIps", NULL, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_BOOL, 0, -1, "is_active", "isActive", NULL, NULL},
    {9, SB_KIND_MESSAGE, 0, -1, "last_used_at", "lastUsedAt", &google__protobuf__timestamp__table, NULL},
    {10, SB_KIND_INT64, 0, -1, "rotated_from", "rotatedFrom", NULL, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "created_at", "createdAt", &google__protobuf__timestamp__table, NULL},
    {12, SB_KIND_MESSAGE, 0, -1, "updated_at", "updatedAt", &google__protobuf__timestamp__table, NULL},
    {13, SB_KIND_INT32, 0, -1, "max_messages_per_minute", "maxMessagesPerMinute", NULL, NULL},
    {14, SB_KIND_INT64, 0, -1, "made_by", "madeBy", NULL, NULL},
};
const sb_message switchboard__v1__api_key__table = {
    .name = "switchboard.v1.ApiKey",
    .descriptor = &switchboard__v1__api_key__descriptor,
    .fields = switchboard__v1__api_key__table_fields,
    .field_count = 14,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__api_key__schema(void) { return &switchboard__v1__api_key__table; }
