// Generated from codec_test.proto by scripts/generate.sh. Do not edit.
#pragma once

#include "sb_schema.h"

extern const sb_enum switchboard__test__colour__enumeration;
extern const sb_enum switchboard__test__mood__enumeration;
extern const sb_enum switchboard__test__outer__inner__kind__enumeration;

extern const sb_message switchboard__test__point__table;
const sb_message *switchboard__test__point__schema(void);

extern const sb_message switchboard__test__scalars__table;
const sb_message *switchboard__test__scalars__schema(void);

extern const sb_message switchboard__test__lists__table;
const sb_message *switchboard__test__lists__schema(void);

extern const sb_message switchboard__test__maps__table;
const sb_message *switchboard__test__maps__schema(void);

extern const sb_message switchboard__test__maps__labels_entry__table;

extern const sb_message switchboard__test__maps__counts_entry__table;

extern const sb_message switchboard__test__maps__points_entry__table;

extern const sb_message switchboard__test__maps__colours_entry__table;

extern const sb_message switchboard__test__maps__blobs_entry__table;

extern const sb_message switchboard__test__maps__ratios_entry__table;

extern const sb_message switchboard__test__maps__flags_entry__table;

extern const sb_message switchboard__test__choices__table;
const sb_message *switchboard__test__choices__schema(void);

extern const sb_message switchboard__test__optionals__table;
const sb_message *switchboard__test__optionals__schema(void);

extern const sb_message switchboard__test__tree__table;
const sb_message *switchboard__test__tree__schema(void);

extern const sb_message switchboard__test__tree__by_name_entry__table;

extern const sb_message switchboard__test__branch__table;
const sb_message *switchboard__test__branch__schema(void);

extern const sb_message switchboard__test__well_knowns__table;
const sb_message *switchboard__test__well_knowns__schema(void);

extern const sb_message switchboard__test__well_knowns__values_by_entry__table;

extern const sb_message switchboard__test__outer__table;
const sb_message *switchboard__test__outer__schema(void);

extern const sb_message switchboard__test__outer__inner__table;
const sb_message *switchboard__test__outer__inner__schema(void);

extern const sb_message switchboard__test__outer__by_name_entry__table;

extern const sb_message switchboard__test__wide__table;
const sb_message *switchboard__test__wide__schema(void);

extern const sb_message switchboard__test__nothing__table;
const sb_message *switchboard__test__nothing__schema(void);
