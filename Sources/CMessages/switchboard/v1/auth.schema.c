// Generated from switchboard/v1/auth.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/auth.schema.h"
#include "switchboard/v1/auth.pb-c.h"
#include "google/protobuf/timestamp.schema.h"
#include "switchboard/v1/common.schema.h"

static const sb_enum_value switchboard__v1__principal_kind__enumeration_values[] = {
    {0, "PRINCIPAL_KIND_UNSPECIFIED"},
    {1, "PRINCIPAL_KIND_USER"},
    {2, "PRINCIPAL_KIND_API_KEY"},
    {3, "PRINCIPAL_KIND_OPERATOR"},
    {4, "PRINCIPAL_KIND_BRIDGE"},
};
const sb_enum switchboard__v1__principal_kind__enumeration = {
    .name = "switchboard.v1.PrincipalKind",
    .prefix = "PRINCIPAL_KIND_",
    .values = switchboard__v1__principal_kind__enumeration_values,
    .value_count = 5,
};

static const sb_field switchboard__v1__login_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "username", "username", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "password", "password", NULL, NULL},
};
const sb_message switchboard__v1__login_request__table = {
    .name = "switchboard.v1.LoginRequest",
    .descriptor = &switchboard__v1__login_request__descriptor,
    .fields = switchboard__v1__login_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__login_request__schema(void) { return &switchboard__v1__login_request__table; }

static const sb_field switchboard__v1__login_response__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "access", "access", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "refresh", "refresh", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "expires_in", "expiresIn", NULL, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "user", "user", &switchboard__v1__user__table, NULL},
};
const sb_message switchboard__v1__login_response__table = {
    .name = "switchboard.v1.LoginResponse",
    .descriptor = &switchboard__v1__login_response__descriptor,
    .fields = switchboard__v1__login_response__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__login_response__schema(void) { return &switchboard__v1__login_response__table; }

static const sb_field switchboard__v1__refresh_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "refresh", "refresh", NULL, NULL},
};
const sb_message switchboard__v1__refresh_request__table = {
    .name = "switchboard.v1.RefreshRequest",
    .descriptor = &switchboard__v1__refresh_request__descriptor,
    .fields = switchboard__v1__refresh_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__refresh_request__schema(void) { return &switchboard__v1__refresh_request__table; }

static const sb_field switchboard__v1__refresh_response__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "access", "access", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "refresh", "refresh", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "expires_in", "expiresIn", NULL, NULL},
};
const sb_message switchboard__v1__refresh_response__table = {
    .name = "switchboard.v1.RefreshResponse",
    .descriptor = &switchboard__v1__refresh_response__descriptor,
    .fields = switchboard__v1__refresh_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__refresh_response__schema(void) { return &switchboard__v1__refresh_response__table; }

static const sb_field switchboard__v1__logout_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "refresh", "refresh", NULL, NULL},
};
const sb_message switchboard__v1__logout_request__table = {
    .name = "switchboard.v1.LogoutRequest",
    .descriptor = &switchboard__v1__logout_request__descriptor,
    .fields = switchboard__v1__logout_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__logout_request__schema(void) { return &switchboard__v1__logout_request__table; }

const sb_message switchboard__v1__logout_response__table = {
    .name = "switchboard.v1.LogoutResponse",
    .descriptor = &switchboard__v1__logout_response__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__logout_response__schema(void) { return &switchboard__v1__logout_response__table; }

static const sb_field switchboard__v1__change_password_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "current_password", "currentPassword", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "new_password", "newPassword", NULL, NULL},
};
const sb_message switchboard__v1__change_password_request__table = {
    .name = "switchboard.v1.ChangePasswordRequest",
    .descriptor = &switchboard__v1__change_password_request__descriptor,
    .fields = switchboard__v1__change_password_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__change_password_request__schema(void) { return &switchboard__v1__change_password_request__table; }

static const sb_field switchboard__v1__change_password_response__table_fields[] = {
    {16, SB_KIND_MESSAGE, SB_REPEATED, -1, "api_keys", "apiKeys", &switchboard__v1__api_key__table, NULL},
};
const sb_message switchboard__v1__change_password_response__table = {
    .name = "switchboard.v1.ChangePasswordResponse",
    .descriptor = &switchboard__v1__change_password_response__descriptor,
    .fields = switchboard__v1__change_password_response__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__change_password_response__schema(void) { return &switchboard__v1__change_password_response__table; }

static const sb_field switchboard__v1__sign_in__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "address", "address", NULL, NULL},
    {4, SB_KIND_BOOL, 0, -1, "is_current", "isCurrent", NULL, NULL},
    {5, SB_KIND_MESSAGE, 0, -1, "created_at", "createdAt", &google__protobuf__timestamp__table, NULL},
    {6, SB_KIND_MESSAGE, 0, -1, "refreshed_at", "refreshedAt", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_MESSAGE, 0, -1, "ended_at", "endedAt", &google__protobuf__timestamp__table, NULL},
    {9, SB_KIND_STRING, 0, -1, "ended_reason", "endedReason", NULL, NULL},
};
const sb_message switchboard__v1__sign_in__table = {
    .name = "switchboard.v1.SignIn",
    .descriptor = &switchboard__v1__sign_in__descriptor,
    .fields = switchboard__v1__sign_in__table_fields,
    .field_count = 9,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__sign_in__schema(void) { return &switchboard__v1__sign_in__table; }

static const sb_field switchboard__v1__list_sign_ins_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {5, SB_KIND_BOOL, 0, -1, "include_ended", "includeEnded", NULL, NULL},
};
const sb_message switchboard__v1__list_sign_ins_request__table = {
    .name = "switchboard.v1.ListSignInsRequest",
    .descriptor = &switchboard__v1__list_sign_ins_request__descriptor,
    .fields = switchboard__v1__list_sign_ins_request__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_sign_ins_request__schema(void) { return &switchboard__v1__list_sign_ins_request__table; }

static const sb_field switchboard__v1__list_sign_ins_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "sign_ins", "signIns", &switchboard__v1__sign_in__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_sign_ins_response__table = {
    .name = "switchboard.v1.ListSignInsResponse",
    .descriptor = &switchboard__v1__list_sign_ins_response__descriptor,
    .fields = switchboard__v1__list_sign_ins_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_sign_ins_response__schema(void) { return &switchboard__v1__list_sign_ins_response__table; }

static const sb_field switchboard__v1__end_sign_in_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__end_sign_in_request__table = {
    .name = "switchboard.v1.EndSignInRequest",
    .descriptor = &switchboard__v1__end_sign_in_request__descriptor,
    .fields = switchboard__v1__end_sign_in_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__end_sign_in_request__schema(void) { return &switchboard__v1__end_sign_in_request__table; }

static const sb_field switchboard__v1__end_sign_in_response__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "ended", "ended", NULL, NULL},
};
const sb_message switchboard__v1__end_sign_in_response__table = {
    .name = "switchboard.v1.EndSignInResponse",
    .descriptor = &switchboard__v1__end_sign_in_response__descriptor,
    .fields = switchboard__v1__end_sign_in_response__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__end_sign_in_response__schema(void) { return &switchboard__v1__end_sign_in_response__table; }

const sb_message switchboard__v1__rotate_signing_key_request__table = {
    .name = "switchboard.v1.RotateSigningKeyRequest",
    .descriptor = &switchboard__v1__rotate_signing_key_request__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__rotate_signing_key_request__schema(void) { return &switchboard__v1__rotate_signing_key_request__table; }

static const sb_field switchboard__v1__rotate_signing_key_response__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key_id", "keyId", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "former_key_until", "formerKeyUntil", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__rotate_signing_key_response__table = {
    .name = "switchboard.v1.RotateSigningKeyResponse",
    .descriptor = &switchboard__v1__rotate_signing_key_response__descriptor,
    .fields = switchboard__v1__rotate_signing_key_response__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__rotate_signing_key_response__schema(void) { return &switchboard__v1__rotate_signing_key_response__table; }

const sb_message switchboard__v1__get_me_request__table = {
    .name = "switchboard.v1.GetMeRequest",
    .descriptor = &switchboard__v1__get_me_request__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_me_request__schema(void) { return &switchboard__v1__get_me_request__table; }

static const sb_field switchboard__v1__principal__table_fields[] = {
    {1, SB_KIND_ENUM, 0, -1, "kind", "kind", NULL, &switchboard__v1__principal_kind__enumeration},
    {2, SB_KIND_MESSAGE, 0, -1, "user", "user", &switchboard__v1__user__table, NULL},
    {3, SB_KIND_INT64, 0, -1, "uid", "uid", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "key_prefix", "keyPrefix", NULL, NULL},
    {5, SB_KIND_STRING, SB_REPEATED, -1, "scopes", "scopes", NULL, NULL},
    {6, SB_KIND_MESSAGE, 0, -1, "limits", "limits", &switchboard__v1__principal_limits__table, NULL},
};
const sb_message switchboard__v1__principal__table = {
    .name = "switchboard.v1.Principal",
    .descriptor = &switchboard__v1__principal__descriptor,
    .fields = switchboard__v1__principal__table_fields,
    .field_count = 6,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__principal__schema(void) { return &switchboard__v1__principal__table; }

static const sb_field switchboard__v1__principal_limits__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "max_messages_per_day", "maxMessagesPerDay", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "max_messages_per_minute", "maxMessagesPerMinute", NULL, NULL},
};
const sb_message switchboard__v1__principal_limits__table = {
    .name = "switchboard.v1.PrincipalLimits",
    .descriptor = &switchboard__v1__principal_limits__descriptor,
    .fields = switchboard__v1__principal_limits__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__principal_limits__schema(void) { return &switchboard__v1__principal_limits__table; }
