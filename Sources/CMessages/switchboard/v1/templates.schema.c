// Generated from switchboard/v1/templates.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/templates.schema.h"
#include "switchboard/v1/templates.pb-c.h"
#include "google/protobuf/field_mask.schema.h"
#include "google/protobuf/timestamp.schema.h"

static const sb_field switchboard__v1__template__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "description", "description", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "text", "text", NULL, NULL},
    {6, SB_KIND_STRING, SB_REPEATED, -1, "variables", "variables", NULL, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "created_at", "createdAt", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_MESSAGE, 0, -1, "updated_at", "updatedAt", &google__protobuf__timestamp__table, NULL},
    {9, SB_KIND_STRING, 0, -1, "etag", "etag", NULL, NULL},
};
const sb_message switchboard__v1__template__table = {
    .name = "switchboard.v1.Template",
    .descriptor = &switchboard__v1__template__descriptor,
    .fields = switchboard__v1__template__table_fields,
    .field_count = 9,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__template__schema(void) { return &switchboard__v1__template__table; }

static const sb_field switchboard__v1__create_template_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "text", "text", NULL, NULL},
    {4, SB_KIND_STRING, 0, -1, "description", "description", NULL, NULL},
};
const sb_message switchboard__v1__create_template_request__table = {
    .name = "switchboard.v1.CreateTemplateRequest",
    .descriptor = &switchboard__v1__create_template_request__descriptor,
    .fields = switchboard__v1__create_template_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__create_template_request__schema(void) { return &switchboard__v1__create_template_request__table; }

static const sb_field switchboard__v1__get_template_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__get_template_request__table = {
    .name = "switchboard.v1.GetTemplateRequest",
    .descriptor = &switchboard__v1__get_template_request__descriptor,
    .fields = switchboard__v1__get_template_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_template_request__schema(void) { return &switchboard__v1__get_template_request__table; }

static const sb_field switchboard__v1__list_templates_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
};
const sb_message switchboard__v1__list_templates_request__table = {
    .name = "switchboard.v1.ListTemplatesRequest",
    .descriptor = &switchboard__v1__list_templates_request__descriptor,
    .fields = switchboard__v1__list_templates_request__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_templates_request__schema(void) { return &switchboard__v1__list_templates_request__table; }

static const sb_field switchboard__v1__list_templates_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "templates", "templates", &switchboard__v1__template__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_templates_response__table = {
    .name = "switchboard.v1.ListTemplatesResponse",
    .descriptor = &switchboard__v1__list_templates_response__descriptor,
    .fields = switchboard__v1__list_templates_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_templates_response__schema(void) { return &switchboard__v1__list_templates_response__table; }

static const sb_field switchboard__v1__update_template_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "template", "template", &switchboard__v1__template__table, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "update_mask", "updateMask", &google__protobuf__field_mask__table, NULL},
};
const sb_message switchboard__v1__update_template_request__table = {
    .name = "switchboard.v1.UpdateTemplateRequest",
    .descriptor = &switchboard__v1__update_template_request__descriptor,
    .fields = switchboard__v1__update_template_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__update_template_request__schema(void) { return &switchboard__v1__update_template_request__table; }

static const sb_field switchboard__v1__delete_template_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "etag", "etag", NULL, NULL},
};
const sb_message switchboard__v1__delete_template_request__table = {
    .name = "switchboard.v1.DeleteTemplateRequest",
    .descriptor = &switchboard__v1__delete_template_request__descriptor,
    .fields = switchboard__v1__delete_template_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_template_request__schema(void) { return &switchboard__v1__delete_template_request__table; }

const sb_message switchboard__v1__delete_template_response__table = {
    .name = "switchboard.v1.DeleteTemplateResponse",
    .descriptor = &switchboard__v1__delete_template_response__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_template_response__schema(void) { return &switchboard__v1__delete_template_response__table; }
