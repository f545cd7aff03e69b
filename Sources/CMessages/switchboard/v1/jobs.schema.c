// Generated from switchboard/v1/jobs.proto by scripts/generate.sh. Do not edit.
#include "switchboard/v1/jobs.schema.h"
#include "switchboard/v1/jobs.pb-c.h"
#include "google/protobuf/timestamp.schema.h"

static const sb_enum_value switchboard__v1__job_state__enumeration_values[] = {
    {0, "JOB_STATE_UNSPECIFIED"},
    {1, "JOB_STATE_IDLE"},
    {2, "JOB_STATE_RUNNING"},
    {3, "JOB_STATE_DISABLED"},
};
const sb_enum switchboard__v1__job_state__enumeration = {
    .name = "switchboard.v1.JobState",
    .prefix = "JOB_STATE_",
    .values = switchboard__v1__job_state__enumeration_values,
    .value_count = 4,
};

static const sb_enum_value switchboard__v1__job_outcome__enumeration_values[] = {
    {0, "JOB_OUTCOME_UNSPECIFIED"},
    {1, "JOB_OUTCOME_SUCCEEDED"},
    {2, "JOB_OUTCOME_FAILED"},
    {3, "JOB_OUTCOME_CANCELLED"},
    {4, "JOB_OUTCOME_INTERRUPTED"},
};
const sb_enum switchboard__v1__job_outcome__enumeration = {
    .name = "switchboard.v1.JobOutcome",
    .prefix = "JOB_OUTCOME_",
    .values = switchboard__v1__job_outcome__enumeration_values,
    .value_count = 5,
};

static const sb_field switchboard__v1__job__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "summary", "summary", NULL, NULL},
    {3, SB_KIND_ENUM, 0, -1, "state", "state", NULL, &switchboard__v1__job_state__enumeration},
    {4, SB_KIND_INT64, 0, -1, "interval_seconds", "intervalSeconds", NULL, NULL},
    {5, SB_KIND_MESSAGE, 0, -1, "next_run_at", "nextRunAt", &google__protobuf__timestamp__table, NULL},
    {6, SB_KIND_MESSAGE, 0, -1, "last_started_at", "lastStartedAt", &google__protobuf__timestamp__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "last_finished_at", "lastFinishedAt", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_ENUM, 0, -1, "last_outcome", "lastOutcome", NULL, &switchboard__v1__job_outcome__enumeration},
    {9, SB_KIND_STRING, 0, -1, "last_detail", "lastDetail", NULL, NULL},
    {10, SB_KIND_INT64, 0, -1, "last_duration_ms", "lastDurationMs", NULL, NULL},
    {11, SB_KIND_INT64, 0, -1, "rows", "rows", NULL, NULL},
    {12, SB_KIND_INT32, 0, -1, "failures", "failures", NULL, NULL},
    {13, SB_KIND_STRING, 0, -1, "last_started_by", "lastStartedBy", NULL, NULL},
};
const sb_message switchboard__v1__job__table = {
    .name = "switchboard.v1.Job",
    .descriptor = &switchboard__v1__job__descriptor,
    .fields = switchboard__v1__job__table_fields,
    .field_count = 13,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__job__schema(void) { return &switchboard__v1__job__table; }

const sb_message switchboard__v1__list_jobs_request__table = {
    .name = "switchboard.v1.ListJobsRequest",
    .descriptor = &switchboard__v1__list_jobs_request__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_jobs_request__schema(void) { return &switchboard__v1__list_jobs_request__table; }

static const sb_field switchboard__v1__list_jobs_response__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "jobs", "jobs", &switchboard__v1__job__table, NULL},
};
const sb_message switchboard__v1__list_jobs_response__table = {
    .name = "switchboard.v1.ListJobsResponse",
    .descriptor = &switchboard__v1__list_jobs_response__descriptor,
    .fields = switchboard__v1__list_jobs_response__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__list_jobs_response__schema(void) { return &switchboard__v1__list_jobs_response__table; }

static const sb_field switchboard__v1__run_job_request__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_BOOL, 0, -1, "wait", "wait", NULL, NULL},
};
const sb_message switchboard__v1__run_job_request__table = {
    .name = "switchboard.v1.RunJobRequest",
    .descriptor = &switchboard__v1__run_job_request__descriptor,
    .fields = switchboard__v1__run_job_request__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__v1__run_job_request__schema(void) { return &switchboard__v1__run_job_request__table; }
