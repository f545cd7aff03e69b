// Generated from switchboard/v1/system.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message switchboard__v1__get_status_request__table;
const sb_message *switchboard__v1__get_status_request__schema(void);

extern const sb_message switchboard__v1__system_status__table;
const sb_message *switchboard__v1__system_status__schema(void);

extern const sb_message switchboard__v1__system_status__limits_entry__table;

extern const sb_message switchboard__v1__system_status__messages_entry__table;

extern const sb_message switchboard__v1__system_status__sessions_entry__table;

extern const sb_message switchboard__v1__live_counts__table;
const sb_message *switchboard__v1__live_counts__schema(void);
