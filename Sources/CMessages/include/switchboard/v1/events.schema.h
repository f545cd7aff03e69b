// Generated from switchboard/v1/events.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message switchboard__v1__watch_events_request__table;
const sb_message *switchboard__v1__watch_events_request__schema(void);

extern const sb_message switchboard__v1__event__table;
const sb_message *switchboard__v1__event__schema(void);

extern const sb_message switchboard__v1__message_change__table;
const sb_message *switchboard__v1__message_change__schema(void);
