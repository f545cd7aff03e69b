// Generated from switchboard/v1/jobs.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__v1__job_state__enumeration;
extern const sb_enum switchboard__v1__job_outcome__enumeration;

extern const sb_message switchboard__v1__job__table;
const sb_message *switchboard__v1__job__schema(void);

extern const sb_message switchboard__v1__list_jobs_request__table;
const sb_message *switchboard__v1__list_jobs_request__schema(void);

extern const sb_message switchboard__v1__list_jobs_response__table;
const sb_message *switchboard__v1__list_jobs_response__schema(void);

extern const sb_message switchboard__v1__run_job_request__table;
const sb_message *switchboard__v1__run_job_request__schema(void);
