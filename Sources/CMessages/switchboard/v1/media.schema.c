// Generated from switchboard/v1/media.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/media.schema.h"
#include "switchboard/v1/media.pb-c.h"
#include "google/protobuf/timestamp.schema.h"

static const sb_enum_value switchboard__v1__media_kind__enumeration_values[] = {
    {0, "MEDIA_KIND_UNSPECIFIED"},
    {1, "MEDIA_KIND_IMAGE"},
    {2, "MEDIA_KIND_VIDEO"},
    {3, "MEDIA_KIND_AUDIO"},
    {4, "MEDIA_KIND_VOICE"},
    {5, "MEDIA_KIND_DOCUMENT"},
    {6, "MEDIA_KIND_STICKER"},
};
const sb_enum switchboard__v1__media_kind__enumeration = {
    .name = "switchboard.v1.MediaKind",
    .prefix = "MEDIA_KIND_",
    .values = switchboard__v1__media_kind__enumeration_values,
    .value_count = 7,
};

static const sb_field switchboard__v1__media__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {3, SB_KIND_ENUM, 0, -1, "kind", "kind", NULL, &switchboard__v1__media_kind__enumeration},
    {4, SB_KIND_STRING, 0, -1, "mime_type", "mimeType", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "file_name", "fileName", NULL, NULL},
    {6, SB_KIND_INT64, 0, -1, "size", "size", NULL, NULL},
    {7, SB_KIND_STRING, 0, -1, "sha256", "sha256", NULL, NULL},
    {8, SB_KIND_MESSAGE, 0, -1, "created_at", "createdAt", &google__protobuf__timestamp__table, NULL},
    {9, SB_KIND_MESSAGE, 0, -1, "expires_at", "expiresAt", &google__protobuf__timestamp__table, NULL},
};
const sb_message switchboard__v1__media__table = {
    .name = "switchboard.v1.Media",
    .descriptor = &switchboard__v1__media__descriptor,
    .fields = switchboard__v1__media__table_fields,
    .field_count = 9,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__media__schema(void) { return &switchboard__v1__media__table; }

static const sb_field switchboard__v1__upload_media_request__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_ONEOF, 0, "start", "start", &switchboard__v1__upload_start__table, NULL},
    {2, SB_KIND_MESSAGE, SB_ONEOF, 0, "chunk", "chunk", &switchboard__v1__upload_chunk__table, NULL},
};
static const char *const switchboard__v1__upload_media_request__table_oneofs[] = {"item"};
const sb_message switchboard__v1__upload_media_request__table = {
    .name = "switchboard.v1.UploadMediaRequest",
    .descriptor = &switchboard__v1__upload_media_request__descriptor,
    .fields = switchboard__v1__upload_media_request__table_fields,
    .field_count = 2,
    .oneof_count = 1,
    .oneof_names = switchboard__v1__upload_media_request__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__upload_media_request__schema(void) { return &switchboard__v1__upload_media_request__table; }

static const sb_field switchboard__v1__upload_start__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "size", "size", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "sha256", "sha256", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "file_name", "fileName", NULL, NULL},
    {4, SB_KIND_ENUM, 0, -1, "kind", "kind", NULL, &switchboard__v1__media_kind__enumeration},
    {5, SB_KIND_STRING, 0, -1, "mime_type", "mimeType", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "upload_id", "uploadId", NULL, NULL},
    {7, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
    {8, SB_KIND_STRING, 0, -1, "idempotency_key", "idempotencyKey", NULL, NULL},
    {9, SB_KIND_BOOL, 0, -1, "at_most", "atMost", NULL, NULL},
    {10, SB_KIND_BOOL, 0, -1, "in_one_go", "inOneGo", NULL, NULL},
};
const sb_message switchboard__v1__upload_start__table = {
    .name = "switchboard.v1.UploadStart",
    .descriptor = &switchboard__v1__upload_start__descriptor,
    .fields = switchboard__v1__upload_start__table_fields,
    .field_count = 10,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__upload_start__schema(void) { return &switchboard__v1__upload_start__table; }

static const sb_field switchboard__v1__upload_chunk__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "offset", "offset", NULL, NULL},
    {2, SB_KIND_BYTES, 0, -1, "data", "data", NULL, NULL},
};
const sb_message switchboard__v1__upload_chunk__table = {
    .name = "switchboard.v1.UploadChunk",
    .descriptor = &switchboard__v1__upload_chunk__descriptor,
    .fields = switchboard__v1__upload_chunk__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__upload_chunk__schema(void) { return &switchboard__v1__upload_chunk__table; }

static const sb_field switchboard__v1__upload_media_response__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "upload_id", "uploadId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "offset", "offset", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "credit", "credit", NULL, NULL},
    {4, SB_KIND_INT32, 0, -1, "chunk_bytes", "chunkBytes", NULL, NULL},
    {5, SB_KIND_MESSAGE, 0, -1, "media", "media", &switchboard__v1__media__table, NULL},
};
const sb_message switchboard__v1__upload_media_response__table = {
    .name = "switchboard.v1.UploadMediaResponse",
    .descriptor = &switchboard__v1__upload_media_response__descriptor,
    .fields = switchboard__v1__upload_media_response__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__upload_media_response__schema(void) { return &switchboard__v1__upload_media_response__table; }

static const sb_field switchboard__v1__download_media_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "offset", "offset", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "length", "length", NULL, NULL},
};
const sb_message switchboard__v1__download_media_request__table = {
    .name = "switchboard.v1.DownloadMediaRequest",
    .descriptor = &switchboard__v1__download_media_request__descriptor,
    .fields = switchboard__v1__download_media_request__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__download_media_request__schema(void) { return &switchboard__v1__download_media_request__table; }

static const sb_field switchboard__v1__download_media_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "media", "media", &switchboard__v1__media__table, NULL},
    {2, SB_KIND_INT64, 0, -1, "offset", "offset", NULL, NULL},
    {3, SB_KIND_BYTES, 0, -1, "data", "data", NULL, NULL},
};
const sb_message switchboard__v1__download_media_response__table = {
    .name = "switchboard.v1.DownloadMediaResponse",
    .descriptor = &switchboard__v1__download_media_response__descriptor,
    .fields = switchboard__v1__download_media_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__download_media_response__schema(void) { return &switchboard__v1__download_media_response__table; }

static const sb_field switchboard__v1__get_media_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__get_media_request__table = {
    .name = "switchboard.v1.GetMediaRequest",
    .descriptor = &switchboard__v1__get_media_request__descriptor,
    .fields = switchboard__v1__get_media_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__get_media_request__schema(void) { return &switchboard__v1__get_media_request__table; }

static const sb_field switchboard__v1__list_media_request__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "page_size", "pageSize", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "page_token", "pageToken", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "page", "page", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "user_id", "userId", NULL, NULL},
};
const sb_message switchboard__v1__list_media_request__table = {
    .name = "switchboard.v1.ListMediaRequest",
    .descriptor = &switchboard__v1__list_media_request__descriptor,
    .fields = switchboard__v1__list_media_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_media_request__schema(void) { return &switchboard__v1__list_media_request__table; }

static const sb_field switchboard__v1__list_media_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "media", "media", &switchboard__v1__media__table, NULL},
    {2, SB_KIND_STRING, 0, -1, "next_page_token", "nextPageToken", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "total_size", "totalSize", NULL, NULL},
};
const sb_message switchboard__v1__list_media_response__table = {
    .name = "switchboard.v1.ListMediaResponse",
    .descriptor = &switchboard__v1__list_media_response__descriptor,
    .fields = switchboard__v1__list_media_response__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_media_response__schema(void) { return &switchboard__v1__list_media_response__table; }

static const sb_field switchboard__v1__delete_media_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "id", "id", NULL, NULL},
};
const sb_message switchboard__v1__delete_media_request__table = {
    .name = "switchboard.v1.DeleteMediaRequest",
    .descriptor = &switchboard__v1__delete_media_request__descriptor,
    .fields = switchboard__v1__delete_media_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_media_request__schema(void) { return &switchboard__v1__delete_media_request__table; }

const sb_message switchboard__v1__delete_media_response__table = {
    .name = "switchboard.v1.DeleteMediaResponse",
    .descriptor = &switchboard__v1__delete_media_response__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__delete_media_response__schema(void) { return &switchboard__v1__delete_media_response__table; }

static const sb_field switchboard__v1__bridge_download_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "media_id", "mediaId", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "offset", "offset", NULL, NULL},
};
const sb_message switchboard__v1__bridge_download_request__table = {
    .name = "switchboard.v1.BridgeDownloadRequest",
    .descriptor = &switchboard__v1__bridge_download_request__descriptor,
    .fields = switchboard__v1__bridge_download_request__table_fields,
    .field_count = 4,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__bridge_download_request__schema(void) { return &switchboard__v1__bridge_download_request__table; }

static const sb_field switchboard__v1__fetch_media_request__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "message_id", "messageId", NULL, NULL},
};
const sb_message switchboard__v1__fetch_media_request__table = {
    .name = "switchboard.v1.FetchMediaRequest",
    .descriptor = &switchboard__v1__fetch_media_request__descriptor,
    .fields = switchboard__v1__fetch_media_request__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__fetch_media_request__schema(void) { return &switchboard__v1__fetch_media_request__table; }

static const sb_field switchboard__v1__bridge_upload_request__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_ONEOF, 0, "start", "start", &switchboard__v1__bridge_upload_start__table, NULL},
    {2, SB_KIND_MESSAGE, SB_ONEOF, 0, "chunk", "chunk", &switchboard__v1__upload_chunk__table, NULL},
};
static const char *const switchboard__v1__bridge_upload_request__table_oneofs[] = {"item"};
const sb_message switchboard__v1__bridge_upload_request__table = {
    .name = "switchboard.v1.BridgeUploadRequest",
    .descriptor = &switchboard__v1__bridge_upload_request__descriptor,
    .fields = switchboard__v1__bridge_upload_request__table_fields,
    .field_count = 2,
    .oneof_count = 1,
    .oneof_names = switchboard__v1__bridge_upload_request__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__bridge_upload_request__schema(void) { return &switchboard__v1__bridge_upload_request__table; }

static const sb_field switchboard__v1__bridge_upload_start__table_fields[] = {
    {1, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "epoch", "epoch", NULL, NULL},
    {3, SB_KIND_INT64, 0, -1, "command_id", "commandId", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "size", "size", NULL, NULL},
    {5, SB_KIND_STRING, 0, -1, "sha256", "sha256", NULL, NULL},
    {6, SB_KIND_STRING, 0, -1, "file_name", "fileName", NULL, NULL},
    {7, SB_KIND_STRING, 0, -1, "mime_type", "mimeType", NULL, NULL},
};
const sb_message switchboard__v1__bridge_upload_start__table = {
    .name = "switchboard.v1.BridgeUploadStart",
    .descriptor = &switchboard__v1__bridge_upload_start__descriptor,
    .fields = switchboard__v1__bridge_upload_start__table_fields,
    .field_count = 7,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__bridge_upload_start__schema(void) { return &switchboard__v1__bridge_upload_start__table; }
