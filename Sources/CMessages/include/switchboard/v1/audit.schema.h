// Generated from switchboard/v1/audit.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__v1__audit_fault__enumeration;

extern const sb_message switchboard__v1__audit_entry__table;
const sb_message *switchboard__v1__audit_entry__schema(void);

extern const sb_message switchboard__v1__list_audit_log_request__table;
const sb_message *switchboard__v1__list_audit_log_request__schema(void);

extern const sb_message switchboard__v1__list_audit_log_response__table;
const sb_message *switchboard__v1__list_audit_log_response__schema(void);

extern const sb_message switchboard__v1__verify_audit_log_request__table;
const sb_message *switchboard__v1__verify_audit_log_request__schema(void);

extern const sb_message switchboard__v1__audit_verdict__table;
const sb_message *switchboard__v1__audit_verdict__schema(void);
