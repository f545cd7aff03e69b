// Generated from switchboard/v1/secrets.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/secrets.schema.h"
#include "switchboard/v1/secrets.pb-c.h"

const sb_message switchboard__v1__rotate_secret_key_request__table = {
    .name = "switchboard.v1.RotateSecretKeyRequest",
    .descriptor = &switchboard__v1__rotate_secret_key_request__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__rotate_secret_key_request__schema(void) { return &switchboard__v1__rotate_secret_key_request__table; }

static const sb_field switchboard__v1__rotate_secret_key_response__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key_id", "keyId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "resealed", "resealed", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "unreadable", "unreadable", NULL, NULL},
};
const sb_message switchboard__v1__rotate_secret_key_response__table = {
    .name = "switchboard.v1.RotateSecretKeyResponse",
    .descriptor = &switchboard__v1__rotate_secret_key_response__descriptor,
    .fields = switchboard__v1__rotate_secret_key_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__rotate_secret_key_response__schema(void) { return &switchboard__v1__rotate_secret_key_response__table; }
