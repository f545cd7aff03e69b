// Generated from google/rpc/error_details.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_message google__rpc__error_info__table;
const sb_message *google__rpc__error_info__schema(void);

extern const sb_message google__rpc__error_info__metadata_entry__table;

extern const sb_message google__rpc__retry_info__table;
const sb_message *google__rpc__retry_info__schema(void);

extern const sb_message google__rpc__debug_info__table;
const sb_message *google__rpc__debug_info__schema(void);

extern const sb_message google__rpc__quota_failure__table;
const sb_message *google__rpc__quota_failure__schema(void);

extern const sb_message google__rpc__quota_failure__violation__table;
const sb_message *google__rpc__quota_failure__violation__schema(void);

extern const sb_message google__rpc__quota_failure__violation__quota_dimensions_entry__table;

extern const sb_message google__rpc__precondition_failure__table;
const sb_message *google__rpc__precondition_failure__schema(void);

extern const sb_message google__rpc__precondition_failure__violation__table;
const sb_message *google__rpc__precondition_failure__violation__schema(void);

extern const sb_message google__rpc__bad_request__table;
const sb_message *google__rpc__bad_request__schema(void);

extern const sb_message google__rpc__bad_request__field_violation__table;
const sb_message *google__rpc__bad_request__field_violation__schema(void);

extern const sb_message google__rpc__request_info__table;
const sb_message *google__rpc__request_info__schema(void);

extern const sb_message google__rpc__resource_info__table;
const sb_message *google__rpc__resource_info__schema(void);

extern const sb_message google__rpc__help__table;
const sb_message *google__rpc__help__schema(void);

extern const sb_message google__rpc__help__link__table;
const sb_message *google__rpc__help__link__schema(void);

extern const sb_message google__rpc__localized_message__table;
const sb_message *google__rpc__localized_message__schema(void);
