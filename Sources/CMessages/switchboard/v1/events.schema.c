// Generated from switchboard/v1/events.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/events.schema.h"
#include "switchboard/v1/events.pb-c.h"
#include "google/protobuf/timestamp.schema.h"
#include "switchboard/v1/messages.schema.h"
#include "switchboard/v1/sessions.schema.h"

static const sb_field switchboard__v1__watch_events_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "cursor", "cursor", NULL, NULL},
    {2, SB_KIND_STRING, SB_REPEATED, -1, "types", "types", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__watch_events_request__table = {
    .name = "switchboard.v1.WatchEventsRequest",
    .descriptor = &switchboard__v1__watch_events_request__descriptor,
    .fields = switchboard__v1__watch_events_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__watch_events_request__schema(void) { return &switchboard__v1__watch_events_request__table; }

static const sb_field switchboard__v1__event__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "cursor", "cursor", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "at", "at", &google__protobuf__timestamp__table, NULL},
    {3, SB_KIND_STRING, 0, -1, "type", "type", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {5, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {6, SB_KIND_INT64, 0, -1, "message_id", "messageId", NULL, NULL},
    {7, SB_KIND_MESSAGE, SB_ONEOF, 0, "message", "message", &switchboard__v1__message_change__table, NULL},
    {8, SB_KIND_MESSAGE, SB_ONEOF, 0, "session", "session", &switchboard__v1__session__table, NULL},
};
static const char *const switchboard__v1__event__table_oneofs[] = {"body"};
const sb_message switchboard__v1__event__table = {
    .name = "switchboard.v1.Event",
    .descriptor = &switchboard__v1__event__descriptor,
    .fields = switchboard__v1__event__table_fields,
    .field_count = 8,
    .oneof_count = 1,
    .oneof_names = switchboard__v1__event__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__event__schema(void) { return &switchboard__v1__event__table; }

static const sb_field switchboard__v1__message_change__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "message", "message", &switchboard__v1__message__table, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "entry", "entry", &switchboard__v1__timeline_entry__table, NULL},
};
const sb_message switchboard__v1__message_change__table = {
    .name = "switchboard.v1.MessageChange",
    .descriptor = &switchboard__v1__message_change__descriptor,
    .fields = switchboard__v1__message_change__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__message_change__schema(void) { return &switchboard__v1__message_change__table; }
