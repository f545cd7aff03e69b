// Generated from switchboard/v1/media.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__v1__media_kind__enumeration;

extern const sb_message switchboard__v1__media__table;
const sb_message *switchboard__v1__media__schema(void);

extern const sb_message switchboard__v1__upload_media_request__table;
const sb_message *switchboard__v1__upload_media_request__schema(void);

extern const sb_message switchboard__v1__upload_start__table;
const sb_message *switchboard__v1__upload_start__schema(void);

extern const sb_message switchboard__v1__upload_chunk__table;
const sb_message *switchboard__v1__upload_chunk__schema(void);

extern const sb_message switchboard__v1__upload_media_response__table;
const sb_message *switchboard__v1__upload_media_response__schema(void);

extern const sb_message switchboard__v1__download_media_request__table;
const sb_message *switchboard__v1__download_media_request__schema(void);

extern const sb_message switchboard__v1__download_media_response__table;
const sb_message *switchboard__v1__download_media_response__schema(void);

extern const sb_message switchboard__v1__get_media_request__table;
const sb_message *switchboard__v1__get_media_request__schema(void);

extern const sb_message switchboard__v1__list_media_request__table;
const sb_message *switchboard__v1__list_media_request__schema(void);

extern const sb_message switchboard__v1__list_media_response__table;
const sb_message *switchboard__v1__list_media_response__schema(void);

extern const sb_message switchboard__v1__delete_media_request__table;
const sb_message *switchboard__v1__delete_media_request__schema(void);

extern const sb_message switchboard__v1__delete_media_response__table;
const sb_message *switchboard__v1__delete_media_response__schema(void);

extern const sb_message switchboard__v1__bridge_download_request__table;
const sb_message *switchboard__v1__bridge_download_request__schema(void);

extern const sb_message switchboard__v1__fetch_media_request__table;
const sb_message *switchboard__v1__fetch_media_request__schema(void);

extern const sb_message switchboard__v1__bridge_upload_request__table;
const sb_message *switchboard__v1__bridge_upload_request__schema(void);

extern const sb_message switchboard__v1__bridge_upload_start__table;
const sb_message *switchboard__v1__bridge_upload_start__schema(void);
