// Generated from switchboard/v1/analytics.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message switchboard__v1__get_overview_request__table;
const sb_message *switchboard__v1__get_overview_request__schema(void);

extern const sb_message switchboard__v1__overview__table;
const sb_message *switchboard__v1__overview__schema(void);

extern const sb_message switchboard__v1__overview__sessions_entry__table;

extern const sb_message switchboard__v1__overview__messages_entry__table;

extern const sb_message switchboard__v1__usage_stats__table;
const sb_message *switchboard__v1__usage_stats__schema(void);

extern const sb_message switchboard__v1__list_usage_request__table;
const sb_message *switchboard__v1__list_usage_request__schema(void);

extern const sb_message switchboard__v1__list_usage_response__table;
const sb_message *switchboard__v1__list_usage_response__schema(void);

extern const sb_message switchboard__v1__api_log__table;
const sb_message *switchboard__v1__api_log__schema(void);

extern const sb_message switchboard__v1__list_api_logs_request__table;
const sb_message *switchboard__v1__list_api_logs_request__schema(void);

extern const sb_message switchboard__v1__list_api_logs_response__table;
const sb_message *switchboard__v1__list_api_logs_response__schema(void);
