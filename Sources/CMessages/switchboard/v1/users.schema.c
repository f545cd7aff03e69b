// Generated from switchboard/v1/users.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/users.schema.h"
#include "switchboard/v1/users.pb-c.h"
#include "google/protobuf/field_mask.schema.h"
#include "google/protobuf/timestamp.schema.h"
#include "google/protobuf/wrappers.schema.h"
#include "switchboard/v1/common.schema.h"

static const sb_field switchboard__v1__list_users_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
};
const sb_message switchboard__v1__list_users_request__table = {
    .name = "switchboard.v1.ListUsersRequest",
    .descriptor = &switchboard__v1__list_users_request__descriptor,
    .fields = switchboard__v1__list_users_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_users_request__schema(void) { return &switchboard__v1__list_users_request__table; }

static const sb_field switchboard__v1__list_users_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "users", "users", &switchboard__v1__user__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_users_response__table = {
    .name = "switchboard.v1.ListUsersResponse",
    .descriptor = &switchboard__v1__list_users_response__descriptor,
    .fields = switchboard__v1__list_users_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_users_response__schema(void) { return &switchboard__v1__list_users_response__table; }

static const sb_field switchboard__v1__create_user_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "username", "username", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "email", "email", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "password", "password", NULL, NULL},
    {4, SB_KIND_ENUM, 0, -1, "role", "role", NULL, &switchboard__v1__role__enumeration},
    {5, SB_KIND_MESSAGE, 0, -1, "max_messages_per_day", "maxMessagesPerDay", &google__protobuf__int32_value__table, NULL},
    {6, SB_KIND_MESSAGE, 0, -1, "max_messages_per_minute", "maxMessagesPerMinute", &google__protobuf__int32_value__table, NULL},
    {7, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
};
const sb_message switchboard__v1__create_user_request__table = {
    .name = "switchboard.v1.CreateUserRequest",
    .descriptor = &switchboard__v1__create_user_request__descriptor,
    .fields = switchboard__v1__create_user_request__table_fields,
    .field_count = 7,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__create_user_request__schema(void) { return &switchboard__v1__create_user_request__table; }

static const sb_field switchboard__v1__get_user_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "username", "username", NULL, NULL},
};
const sb_message switchboard__v1__get_user_request__table = {
    .name = "switchboard.v1.GetUserRequest",
    .descriptor = &switchboard__v1__get_user_request__descriptor,
    .fields = switchboard__v1__get_user_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_user_request__schema(void) { return &switchboard__v1__get_user_request__table; }

static const sb_field switchboard__v1__update_user_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "user", "user", &switchboard__v1__user__table, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "update_mask", "updateMask", &google__protobuf__field_mask__table, NULL},
};
const sb_message switchboard__v1__update_user_request__table = {
    .name = "switchboard.v1.UpdateUserRequest",
    .descriptor = &switchboard__v1__update_user_request__descriptor,
    .fields = switchboard__v1__update_user_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__update_user_request__schema(void) { return &switchboard__v1__update_user_request__table; }

static const sb_field switchboard__v1__delete_user_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_BOOL, 0, -1, "purge_messages", "purgeMessages", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "etag", "etag", NULL, NULL},
};
const sb_message switchboard__v1__delete_user_request__table = {
    .name = "switchboard.v1.DeleteUserRequest",
    .descriptor = &switchboard__v1__delete_user_request__descriptor,
    .fields = switchboard__v1__delete_user_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_user_request__schema(void) { return &switchboard__v1__delete_user_request__table; }

const sb_message switchboard__v1__delete_user_response__table = {
    .name = "switchboard.v1.DeleteUserResponse",
    .descriptor = &switchboard__v1__delete_user_response__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_user_response__schema(void) { return &switchboard__v1__delete_user_response__table; }

static const sb_field switchboard__v1__activate_user_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__activate_user_request__table = {
    .name = "switchboard.v1.ActivateUserRequest",
    .descriptor = &switchboard__v1__activate_user_request__descriptor,
    .fields = switchboard__v1__activate_user_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__activate_user_request__schema(void) { return &switchboard__v1__activate_user_request__table; }

static const sb_field switchboard__v1__deactivate_user_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__deactivate_user_request__table = {
    .name = "switchboard.v1.DeactivateUserRequest",
    .descriptor = &switchboard__v1__deactivate_user_request__descriptor,
    .fields = switchboard__v1__deactivate_user_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__deactivate_user_request__schema(void) { return &switchboard__v1__deactivate_user_request__table; }

static const sb_field switchboard__v1__set_password_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "password", "password", NULL, NULL},
};
const sb_message switchboard__v1__set_password_request__table = {
    .name = "switchboard.v1.SetPasswordRequest",
    .descriptor = &switchboard__v1__set_password_request__descriptor,
    .fields = switchboard__v1__set_password_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__set_password_request__schema(void) { return &switchboard__v1__set_password_request__table; }

static const sb_field switchboard__v1__set_password_response__table_fields[] = {
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
    {16, SB_KIND_MESSAGE, SB_REPEATED, -1, "api_keys", "apiKeys", &switchboard__v1__api_key__table, NULL},
};
const sb_message switchboard__v1__set_password_response__table = {
    .name = "switchboard.v1.SetPasswordResponse",
    .descriptor = &switchboard__v1__set_password_response__descriptor,
    .fields = switchboard__v1__set_password_response__table_fields,
    .field_count = 11,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__set_password_response__schema(void) { return &switchboard__v1__set_password_response__table; }
