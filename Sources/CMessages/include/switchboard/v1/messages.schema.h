// Generated from switchboard/v1/messages.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__v1__message_status__enumeration;
extern const sb_enum switchboard__v1__message_direction__enumeration;
extern const sb_enum switchboard__v1__queue__enumeration;
extern const sb_enum switchboard__v1__resolution__enumeration;

extern const sb_message switchboard__v1__message__table;
const sb_message *switchboard__v1__message__schema(void);

extern const sb_message switchboard__v1__text_content__table;
const sb_message *switchboard__v1__text_content__schema(void);

extern const sb_message switchboard__v1__timeline_entry__table;
const sb_message *switchboard__v1__timeline_entry__schema(void);

extern const sb_message switchboard__v1__send_text_request__table;
const sb_message *switchboard__v1__send_text_request__schema(void);

extern const sb_message switchboard__v1__get_message_request__table;
const sb_message *switchboard__v1__get_message_request__schema(void);

extern const sb_message switchboard__v1__cancel_message_request__table;
const sb_message *switchboard__v1__cancel_message_request__schema(void);

extern const sb_message switchboard__v1__retry_message_request__table;
const sb_message *switchboard__v1__retry_message_request__schema(void);

extern const sb_message switchboard__v1__resolve_message_request__table;
const sb_message *switchboard__v1__resolve_message_request__schema(void);

extern const sb_message switchboard__v1__list_messages_request__table;
const sb_message *switchboard__v1__list_messages_request__schema(void);

extern const sb_message switchboard__v1__list_messages_response__table;
const sb_message *switchboard__v1__list_messages_response__schema(void);

extern const sb_message switchboard__v1__watch_messages_request__table;
const sb_message *switchboard__v1__watch_messages_request__schema(void);

extern const sb_message switchboard__v1__message_update__table;
const sb_message *switchboard__v1__message_update__schema(void);
