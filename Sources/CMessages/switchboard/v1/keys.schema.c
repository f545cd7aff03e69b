// Generated from switchboard/v1/keys.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/keys.schema.h"
#include "switchboard/v1/keys.pb-c.h"
#include "google/protobuf/duration.schema.h"
#include "google/protobuf/field_mask.schema.h"
#include "google/protobuf/timestamp.schema.h"
#include "switchboard/v1/common.schema.h"

static const sb_field switchboard__v1__list_keys_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__list_keys_request__table = {
    .name = "switchboard.v1.ListKeysRequest",
    .descriptor = &switchboard__v1__list_keys_request__descriptor,
    .fields = switchboard__v1__list_keys_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_keys_request__schema(void) { return &switchboard__v1__list_keys_request__table; }

static const sb_field switchboard__v1__list_keys_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "api_keys", "apiKeys", &switchboard__v1__api_key__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_keys_response__table = {
    .name = "switchboard.v1.ListKeysResponse",
    .descriptor = &switchboard__v1__list_keys_response__descriptor,
    .fields = switchboard__v1__list_keys_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_keys_response__schema(void) { return &switchboard__v1__list_keys_response__table; }

static const sb_field switchboard__v1__create_key_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {3, SB_KIND_STRING, SB_REPEATED, -1, "scopes", "scopes", NULL, NULL},
    {4, SB_KIND_STRING, SB_REPEATED, -1, "allowed_ips", "allowedIps", NULL, NULL},
    {5, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {6, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
    {7, SB_KIND_INT32, 0, -1, "max_messages_per_minute", "maxMessagesPerMinute", NULL, NULL},
};
const sb_message switchboard__v1__create_key_request__table = {
    .name = "switchboard.v1.CreateKeyRequest",
    .descriptor = &switchboard__v1__create_key_request__descriptor,
    .fields = switchboard__v1__create_key_request__table_fields,
    .field_count = 7,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__create_key_request__schema(void) { return &switchboard__v1__create_key_request__table; }

static const sb_field switchboard__v1__create_key_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "api_key", "apiKey", &switchboard__v1__api_key__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "secret", "secret", NULL, NULL},
};
const sb_message switchboard__v1__create_key_response__table = {
    .name = "switchboard.v1.CreateKeyResponse",
    .descriptor = &switchboard__v1__create_key_response__descriptor,
    .fields = switchboard__v1__create_key_response__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__create_key_response__schema(void) { return &switchboard__v1__create_key_response__table; }

static const sb_field switchboard__v1__revoke_key_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "prefix", "prefix", NULL, NULL},
};
const sb_message switchboard__v1__revoke_key_request__table = {
    .name = "switchboard.v1.RevokeKeyRequest",
    .descriptor = &switchboard__v1__revoke_key_request__descriptor,
    .fields = switchboard__v1__revoke_key_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__revoke_key_request__schema(void) { return &switchboard__v1__revoke_key_request__table; }

static const sb_field switchboard__v1__get_key_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "prefix", "prefix", NULL, NULL},
};
const sb_message switchboard__v1__get_key_request__table = {
    .name = "switchboard.v1.GetKeyRequest",
    .descriptor = &switchboard__v1__get_key_request__descriptor,
    .fields = switchboard__v1__get_key_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_key_request__schema(void) { return &switchboard__v1__get_key_request__table; }

static const sb_field switchboard__v1__update_key_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "api_key", "apiKey", &switchboard__v1__api_key__table, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "update_mask", "updateMask", &google__protobuf__field_mask__table, NULL},
};
const sb_message switchboard__v1__update_key_request__table = {
    .name = "switchboard.v1.UpdateKeyRequest",
    .descriptor = &switchboard__v1__update_key_request__descriptor,
    .fields = switchboard__v1__update_key_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__update_key_request__schema(void) { return &switchboard__v1__update_key_request__table; }

static const sb_field switchboard__v1__rotate_key_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "prefix", "prefix", NULL, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "overlap", "overlap", &google__protobuf__duration__table, NULL},
    {4, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
};
const sb_message switchboard__v1__rotate_key_request__table = {
    .name = "switchboard.v1.RotateKeyRequest",
    .descriptor = &switchboard__v1__rotate_key_request__descriptor,
    .fields = switchboard__v1__rotate_key_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__rotate_key_request__schema(void) { return &switchboard__v1__rotate_key_request__table; }

static const sb_field switchboard__v1__rotate_key_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "api_key", "apiKey", &switchboard__v1__api_key__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "secret", "secret", NULL, NULL},
};
const sb_message switchboard__v1__rotate_key_response__table = {
    .name = "switchboard.v1.RotateKeyResponse",
    .descriptor = &switchboard__v1__rotate_key_response__descriptor,
    .fields = switchboard__v1__rotate_key_response__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__rotate_key_response__schema(void) { return &switchboard__v1__rotate_key_response__table; }
