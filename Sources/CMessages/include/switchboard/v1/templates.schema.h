// Generated from switchboard/v1/templates.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message switchboard__v1__template__table;
const sb_message *switchboard__v1__template__schema(void);

extern const sb_message switchboard__v1__create_template_request__table;
const sb_message *switchboard__v1__create_template_request__schema(void);

extern const sb_message switchboard__v1__get_template_request__table;
const sb_message *switchboard__v1__get_template_request__schema(void);

extern const sb_message switchboard__v1__list_templates_request__table;
const sb_message *switchboard__v1__list_templates_request__schema(void);

extern const sb_message switchboard__v1__list_templates_response__table;
const sb_message *switchboard__v1__list_templates_response__schema(void);

extern const sb_message switchboard__v1__update_template_request__table;
const sb_message *switchboard__v1__update_template_request__schema(void);

extern const sb_message switchboard__v1__delete_template_request__table;
const sb_message *switchboard__v1__delete_template_request__schema(void);

extern const sb_message switchboard__v1__delete_template_response__table;
const sb_message *switchboard__v1__delete_template_response__schema(void);
