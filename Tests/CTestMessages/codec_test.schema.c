// Generated from codec_test.proto by scripts/generate.sh. Do not edit.
#include "codec_test.schema.h"
#include "codec_test.pb-c.h"
#include "google/protobuf/any.schema.h"
#include "google/protobuf/duration.schema.h"
#include "google/protobuf/empty.schema.h"
#include "google/protobuf/field_mask.schema.h"
#include "google/protobuf/struct.schema.h"
#include "google/protobuf/timestamp.schema.h"
#include "google/protobuf/wrappers.schema.h"

static const sb_enum_value switchboard__test__colour__enumeration_values[] = {
    {0, "COLOUR_UNSPECIFIED"},
    {1, "COLOUR_RED"},
    {2, "COLOUR_DEEP_BLUE"},
    {1000, "COLOUR_FAR"},
};
const sb_enum switchboard__test__colour__enumeration = {
    .name = "switchboard.test.Colour",
    .prefix = "COLOUR_",
    .values = switchboard__test__colour__enumeration_values,
    .value_count = 4,
};

static const sb_enum_value switchboard__test__mood__enumeration_values[] = {
    {-1, "GLOOMY"},
    {0, "CALM"},
    {1, "HAPPY"},
    {1, "GLAD"},
};
const sb_enum switchboard__test__mood__enumeration = {
    .name = "switchboard.test.Mood",
    .prefix = "",
    .values = switchboard__test__mood__enumeration_values,
    .value_count = 4,
};

static const sb_enum_value switchboard__test__outer__inner__kind__enumeration_values[] = {
    {0, "KIND_UNSPECIFIED"},
    {1, "KIND_TEXT"},
};
const sb_enum switchboard__test__outer__inner__kind__enumeration = {
    .name = "switchboard.test.Outer.Inner.Kind",
    .prefix = "KIND_",
    .values = switchboard__test__outer__inner__kind__enumeration_values,
    .value_count = 2,
};

static const sb_field switchboard__test__point__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "x", "x", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "y", "y", NULL, NULL},
    {3, SB_KIND_STRING, 0, -1, "label", "label", NULL, NULL},
};
const sb_message switchboard__test__point__table = {
    .name = "switchboard.test.Point",
    .descriptor = &switchboard__test__point__descriptor,
    .fields = switchboard__test__point__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__point__schema(void) { return &switchboard__test__point__table; }

static const sb_field switchboard__test__scalars__table_fields[] = {
    {1, SB_KIND_DOUBLE, 0, -1, "a_double", "aDouble", NULL, NULL},
    {2, SB_KIND_FLOAT, 0, -1, "a_float", "aFloat", NULL, NULL},
    {3, SB_KIND_INT32, 0, -1, "an_int32", "anInt32", NULL, NULL},
    {4, SB_KIND_INT64, 0, -1, "an_int64", "anInt64", NULL, NULL},
    {5, SB_KIND_UINT32, 0, -1, "a_uint32", "aUint32", NULL, NULL},
    {6, SB_KIND_UINT64, 0, -1, "a_uint64", "aUint64", NULL, NULL},
    {7, SB_KIND_SINT32, 0, -1, "a_sint32", "aSint32", NULL, NULL},
    {8, SB_KIND_SINT64, 0, -1, "a_sint64", "aSint64", NULL, NULL},
    {9, SB_KIND_FIXED32, 0, -1, "a_fixed32", "aFixed32", NULL, NULL},
    {10, SB_KIND_FIXED64, 0, -1, "a_fixed64", "aFixed64", NULL, NULL},
    {11, SB_KIND_SFIXED32, 0, -1, "a_sfixed32", "aSfixed32", NULL, NULL},
    {12, SB_KIND_SFIXED64, 0, -1, "a_sfixed64", "aSfixed64", NULL, NULL},
    {13, SB_KIND_BOOL, 0, -1, "a_bool", "aBool", NULL, NULL},
    {14, SB_KIND_STRING, 0, -1, "a_string", "aString", NULL, NULL},
    {15, SB_KIND_BYTES, 0, -1, "some_bytes", "someBytes", NULL, NULL},
    {16, SB_KIND_ENUM, 0, -1, "colour", "colour", NULL, &switchboard__test__colour__enumeration},
    {17, SB_KIND_ENUM, 0, -1, "mood", "mood", NULL, &switchboard__test__mood__enumeration},
};
const sb_message switchboard__test__scalars__table = {
    .name = "switchboard.test.Scalars",
    .descriptor = &switchboard__test__scalars__descriptor,
    .fields = switchboard__test__scalars__table_fields,
    .field_count = 17,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__scalars__schema(void) { return &switchboard__test__scalars__table; }

static const sb_field switchboard__test__lists__table_fields[] = {
    {1, SB_KIND_DOUBLE, SB_REPEATED | SB_PACKED, -1, "doubles", "doubles", NULL, NULL},
    {2, SB_KIND_FLOAT, SB_REPEATED | SB_PACKED, -1, "floats", "floats", NULL, NULL},
    {3, SB_KIND_INT32, SB_REPEATED | SB_PACKED, -1, "int32s", "int32s", NULL, NULL},
    {4, SB_KIND_INT64, SB_REPEATED | SB_PACKED, -1, "int64s", "int64s", NULL, NULL},
    {5, SB_KIND_UINT32, SB_REPEATED | SB_PACKED, -1, "uint32s", "uint32s", NULL, NULL},
    {6, SB_KIND_UINT64, SB_REPEATED | SB_PACKED, -1, "uint64s", "uint64s", NULL, NULL},
    {7, SB_KIND_SINT32, SB_REPEATED | SB_PACKED, -1, "sint32s", "sint32s", NULL, NULL},
    {8, SB_KIND_SINT64, SB_REPEATED | SB_PACKED, -1, "sint64s", "sint64s", NULL, NULL},
    {9, SB_KIND_FIXED32, SB_REPEATED | SB_PACKED, -1, "fixed32s", "fixed32s", NULL, NULL},
    {10, SB_KIND_FIXED64, SB_REPEATED | SB_PACKED, -1, "fixed64s", "fixed64s", NULL, NULL},
    {11, SB_KIND_SFIXED32, SB_REPEATED | SB_PACKED, -1, "sfixed32s", "sfixed32s", NULL, NULL},
    {12, SB_KIND_SFIXED64, SB_REPEATED | SB_PACKED, -1, "sfixed64s", "sfixed64s", NULL, NULL},
    {13, SB_KIND_BOOL, SB_REPEATED | SB_PACKED, -1, "bools", "bools", NULL, NULL},
    {14, SB_KIND_STRING, SB_REPEATED, -1, "strings", "strings", NULL, NULL},
    {15, SB_KIND_BYTES, SB_REPEATED, -1, "byte_strings", "byteStrings", NULL, NULL},
    {16, SB_KIND_ENUM, SB_REPEATED | SB_PACKED, -1, "colours", "colours", NULL, &switchboard__test__colour__enumeration},
    {17, SB_KIND_MESSAGE, SB_REPEATED, -1, "points", "points", &switchboard__test__point__table, NULL},
    {18, SB_KIND_INT32, SB_REPEATED, -1, "loose_int32s", "looseInt32s", NULL, NULL},
    {19, SB_KIND_FIXED64, SB_REPEATED, -1, "loose_fixed64s", "looseFixed64s", NULL, NULL},
    {20, SB_KIND_BOOL, SB_REPEATED, -1, "loose_bools", "looseBools", NULL, NULL},
    {21, SB_KIND_ENUM, SB_REPEATED, -1, "loose_colours", "looseColours", NULL, &switchboard__test__colour__enumeration},
};
const sb_message switchboard__test__lists__table = {
    .name = "switchboard.test.Lists",
    .descriptor = &switchboard__test__lists__descriptor,
    .fields = switchboard__test__lists__table_fields,
    .field_count = 21,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__lists__schema(void) { return &switchboard__test__lists__table; }

static const sb_field switchboard__test__maps__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "labels", "labels", &switchboard__test__maps__labels_entry__table, NULL},
    {2, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "counts", "counts", &switchboard__test__maps__counts_entry__table, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "points", "points", &switchboard__test__maps__points_entry__table, NULL},
    {4, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "colours", "colours", &switchboard__test__maps__colours_entry__table, NULL},
    {5, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "blobs", "blobs", &switchboard__test__maps__blobs_entry__table, NULL},
    {6, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "ratios", "ratios", &switchboard__test__maps__ratios_entry__table, NULL},
    {7, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "flags", "flags", &switchboard__test__maps__flags_entry__table, NULL},
};
const sb_message switchboard__test__maps__table = {
    .name = "switchboard.test.Maps",
    .descriptor = &switchboard__test__maps__descriptor,
    .fields = switchboard__test__maps__table_fields,
    .field_count = 7,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__maps__schema(void) { return &switchboard__test__maps__table; }

static const sb_field switchboard__test__maps__labels_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_STRING, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__test__maps__labels_entry__table = {
    .name = "switchboard.test.Maps.LabelsEntry",
    .descriptor = &switchboard__test__maps__labels_entry__descriptor,
    .fields = switchboard__test__maps__labels_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__test__maps__counts_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_INT32, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__test__maps__counts_entry__table = {
    .name = "switchboard.test.Maps.CountsEntry",
    .descriptor = &switchboard__test__maps__counts_entry__descriptor,
    .fields = switchboard__test__maps__counts_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__test__maps__points_entry__table_fields[] = {
    {1, SB_KIND_INT32, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "value", "value", &switchboard__test__point__table, NULL},
};
const sb_message switchboard__test__maps__points_entry__table = {
    .name = "switchboard.test.Maps.PointsEntry",
    .descriptor = &switchboard__test__maps__points_entry__descriptor,
    .fields = switchboard__test__maps__points_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__test__maps__colours_entry__table_fields[] = {
    {1, SB_KIND_BOOL, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_ENUM, 0, -1, "value", "value", NULL, &switchboard__test__colour__enumeration},
};
const sb_message switchboard__test__maps__colours_entry__table = {
    .name = "switchboard.test.Maps.ColoursEntry",
    .descriptor = &switchboard__test__maps__colours_entry__descriptor,
    .fields = switchboard__test__maps__colours_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__test__maps__blobs_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_BYTES, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__test__maps__blobs_entry__table = {
    .name = "switchboard.test.Maps.BlobsEntry",
    .descriptor = &switchboard__test__maps__blobs_entry__descriptor,
    .fields = switchboard__test__maps__blobs_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__test__maps__ratios_entry__table_fields[] = {
    {1, SB_KIND_UINT64, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_DOUBLE, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__test__maps__ratios_entry__table = {
    .name = "switchboard.test.Maps.RatiosEntry",
    .descriptor = &switchboard__test__maps__ratios_entry__descriptor,
    .fields = switchboard__test__maps__ratios_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__test__maps__flags_entry__table_fields[] = {
    {1, SB_KIND_SINT64, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_BOOL, 0, -1, "value", "value", NULL, NULL},
};
const sb_message switchboard__test__maps__flags_entry__table = {
    .name = "switchboard.test.Maps.FlagsEntry",
    .descriptor = &switchboard__test__maps__flags_entry__descriptor,
    .fields = switchboard__test__maps__flags_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__test__choices__table_fields[] = {
    {1, SB_KIND_STRING, SB_ONEOF, 0, "word", "word", NULL, NULL},
    {2, SB_KIND_BYTES, SB_ONEOF, 0, "blob", "blob", NULL, NULL},
    {3, SB_KIND_INT64, SB_ONEOF, 0, "count", "count", NULL, NULL},
    {4, SB_KIND_BOOL, SB_ONEOF, 0, "yes", "yes", NULL, NULL},
    {5, SB_KIND_ENUM, SB_ONEOF, 0, "hue", "hue", NULL, &switchboard__test__colour__enumeration},
    {6, SB_KIND_MESSAGE, SB_ONEOF, 0, "point", "point", &switchboard__test__point__table, NULL},
    {7, SB_KIND_MESSAGE, SB_ONEOF, 0, "at", "at", &google__protobuf__timestamp__table, NULL},
    {8, SB_KIND_DOUBLE, SB_ONEOF, 1, "ratio", "ratio", NULL, NULL},
    {9, SB_KIND_MESSAGE, SB_ONEOF, 1, "place", "place", &switchboard__test__point__table, NULL},
    {10, SB_KIND_STRING, 0, -1, "apart", "apart", NULL, NULL},
};
static const char *const switchboard__test__choices__table_oneofs[] = {"choice", "other"};
const sb_message switchboard__test__choices__table = {
    .name = "switchboard.test.Choices",
    .descriptor = &switchboard__test__choices__descriptor,
    .fields = switchboard__test__choices__table_fields,
    .field_count = 10,
    .oneof_count = 2,
    .oneof_names = switchboard__test__choices__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__choices__schema(void) { return &switchboard__test__choices__table; }

static const sb_field switchboard__test__optionals__table_fields[] = {
    {1, SB_KIND_STRING, SB_OPTIONAL, 0, "text", "text", NULL, NULL},
    {2, SB_KIND_INT32, SB_OPTIONAL, 1, "number", "number", NULL, NULL},
    {3, SB_KIND_BOOL, SB_OPTIONAL, 2, "flag", "flag", NULL, NULL},
    {4, SB_KIND_BYTES, SB_OPTIONAL, 3, "blob", "blob", NULL, NULL},
    {5, SB_KIND_ENUM, SB_OPTIONAL, 4, "colour", "colour", NULL, &switchboard__test__colour__enumeration},
    {6, SB_KIND_MESSAGE, SB_OPTIONAL, 5, "point", "point", &switchboard__test__point__table, NULL},
};
static const char *const switchboard__test__optionals__table_oneofs[] = {"_text", "_number", "_flag", "_blob", "_colour", "_point"};
const sb_message switchboard__test__optionals__table = {
    .name = "switchboard.test.Optionals",
    .descriptor = &switchboard__test__optionals__descriptor,
    .fields = switchboard__test__optionals__table_fields,
    .field_count = 6,
    .oneof_count = 6,
    .oneof_names = switchboard__test__optionals__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__optionals__schema(void) { return &switchboard__test__optionals__table; }

static const sb_field switchboard__test__tree__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "name", "name", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "left", "left", &switchboard__test__tree__table, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED, -1, "children", "children", &switchboard__test__tree__table, NULL},
    {4, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "by_name", "byName", &switchboard__test__tree__by_name_entry__table, NULL},
    {5, SB_KIND_MESSAGE, SB_ONEOF, 0, "inner", "inner", &switchboard__test__tree__table, NULL},
    {6, SB_KIND_MESSAGE, SB_ONEOF, 0, "branch", "branch", &switchboard__test__branch__table, NULL},
};
static const char *const switchboard__test__tree__table_oneofs[] = {"either"};
const sb_message switchboard__test__tree__table = {
    .name = "switchboard.test.Tree",
    .descriptor = &switchboard__test__tree__descriptor,
    .fields = switchboard__test__tree__table_fields,
    .field_count = 6,
    .oneof_count = 1,
    .oneof_names = switchboard__test__tree__table_oneofs,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__tree__schema(void) { return &switchboard__test__tree__table; }

static const sb_field switchboard__test__tree__by_name_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "value", "value", &switchboard__test__tree__table, NULL},
};
const sb_message switchboard__test__tree__by_name_entry__table = {
    .name = "switchboard.test.Tree.ByNameEntry",
    .descriptor = &switchboard__test__tree__by_name_entry__descriptor,
    .fields = switchboard__test__tree__by_name_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__test__branch__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "tree", "tree", &switchboard__test__tree__table, NULL},
};
const sb_message switchboard__test__branch__table = {
    .name = "switchboard.test.Branch",
    .descriptor = &switchboard__test__branch__descriptor,
    .fields = switchboard__test__branch__table_fields,
    .field_count = 1,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__branch__schema(void) { return &switchboard__test__branch__table; }

static const sb_field switchboard__test__well_knowns__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "at", "at", &google__protobuf__timestamp__table, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "lasts", "lasts", &google__protobuf__duration__table, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "mask", "mask", &google__protobuf__field_mask__table, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "empty", "empty", &google__protobuf__empty__table, NULL},
    {5, SB_KIND_MESSAGE, 0, -1, "any", "any", &google__protobuf__any__table, NULL},
    {6, SB_KIND_MESSAGE, 0, -1, "object", "object", &google__protobuf__struct__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "value", "value", &google__protobuf__value__table, NULL},
    {8, SB_KIND_MESSAGE, 0, -1, "list", "list", &google__protobuf__list_value__table, NULL},
    {9, SB_KIND_MESSAGE, 0, -1, "small", "small", &google__protobuf__int32_value__table, NULL},
    {10, SB_KIND_MESSAGE, 0, -1, "large", "large", &google__protobuf__int64_value__table, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "text", "text", &google__protobuf__string_value__table, NULL},
    {12, SB_KIND_MESSAGE, 0, -1, "flag", "flag", &google__protobuf__bool_value__table, NULL},
    {13, SB_KIND_MESSAGE, 0, -1, "ratio", "ratio", &google__protobuf__double_value__table, NULL},
    {14, SB_KIND_MESSAGE, 0, -1, "blob", "blob", &google__protobuf__bytes_value__table, NULL},
    {15, SB_KIND_MESSAGE, SB_REPEATED, -1, "times", "times", &google__protobuf__timestamp__table, NULL},
    {16, SB_KIND_MESSAGE, SB_REPEATED, -1, "values", "values", &google__protobuf__value__table, NULL},
    {17, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "values_by", "valuesBy", &switchboard__test__well_knowns__values_by_entry__table, NULL},
    {18, SB_KIND_MESSAGE, 0, -1, "small_unsigned", "smallUnsigned", &google__protobuf__uint32_value__table, NULL},
    {19, SB_KIND_MESSAGE, 0, -1, "large_unsigned", "largeUnsigned", &google__protobuf__uint64_value__table, NULL},
    {20, SB_KIND_MESSAGE, 0, -1, "short_ratio", "shortRatio", &google__protobuf__float_value__table, NULL},
    {21, SB_KIND_ENUM, 0, -1, "nothing", "nothing", NULL, &google__protobuf__null_value__enumeration},
};
const sb_message switchboard__test__well_knowns__table = {
    .name = "switchboard.test.WellKnowns",
    .descriptor = &switchboard__test__well_knowns__descriptor,
    .fields = switchboard__test__well_knowns__table_fields,
    .field_count = 21,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__well_knowns__schema(void) { return &switchboard__test__well_knowns__table; }

static const sb_field switchboard__test__well_knowns__values_by_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "value", "value", &google__protobuf__value__table, NULL},
};
const sb_message switchboard__test__well_knowns__values_by_entry__table = {
    .name = "switchboard.test.WellKnowns.ValuesByEntry",
    .descriptor = &switchboard__test__well_knowns__values_by_entry__descriptor,
    .fields = switchboard__test__well_knowns__values_by_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__test__outer__table_fields[] = {
    {1, SB_KIND_MESSAGE, SB_REPEATED, -1, "messages", "messages", &switchboard__test__outer__inner__table, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "first", "first", &switchboard__test__outer__inner__table, NULL},
    {3, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, "by_name", "byName", &switchboard__test__outer__by_name_entry__table, NULL},
    {4, SB_KIND_STRING, 0, -1, "odd_name", "unusual", NULL, NULL},
    {536870911, SB_KIND_INT32, 0, -1, "last", "last", NULL, NULL},
};
const sb_message switchboard__test__outer__table = {
    .name = "switchboard.test.Outer",
    .descriptor = &switchboard__test__outer__descriptor,
    .fields = switchboard__test__outer__table_fields,
    .field_count = 5,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__outer__schema(void) { return &switchboard__test__outer__table; }

static const sb_field switchboard__test__outer__inner__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "recipient", "recipient", NULL, NULL},
    {2, SB_KIND_INT64, 0, -1, "session_id", "sessionId", NULL, NULL},
    {3, SB_KIND_ENUM, 0, -1, "kind", "kind", NULL, &switchboard__test__outer__inner__kind__enumeration},
};
const sb_message switchboard__test__outer__inner__table = {
    .name = "switchboard.test.Outer.Inner",
    .descriptor = &switchboard__test__outer__inner__descriptor,
    .fields = switchboard__test__outer__inner__table_fields,
    .field_count = 3,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__outer__inner__schema(void) { return &switchboard__test__outer__inner__table; }

static const sb_field switchboard__test__outer__by_name_entry__table_fields[] = {
    {1, SB_KIND_STRING, 0, -1, "key", "key", NULL, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "value", "value", &switchboard__test__outer__inner__table, NULL},
};
const sb_message switchboard__test__outer__by_name_entry__table = {
    .name = "switchboard.test.Outer.ByNameEntry",
    .descriptor = &switchboard__test__outer__by_name_entry__descriptor,
    .fields = switchboard__test__outer__by_name_entry__table_fields,
    .field_count = 2,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 1,
};

static const sb_field switchboard__test__wide__table_fields[] = {
    {1, SB_KIND_MESSAGE, 0, -1, "f01", "f01", &switchboard__test__point__table, NULL},
    {2, SB_KIND_MESSAGE, 0, -1, "f02", "f02", &switchboard__test__point__table, NULL},
    {3, SB_KIND_MESSAGE, 0, -1, "f03", "f03", &switchboard__test__point__table, NULL},
    {4, SB_KIND_MESSAGE, 0, -1, "f04", "f04", &switchboard__test__point__table, NULL},
    {5, SB_KIND_MESSAGE, 0, -1, "f05", "f05", &switchboard__test__point__table, NULL},
    {6, SB_KIND_MESSAGE, 0, -1, "f06", "f06", &switchboard__test__point__table, NULL},
    {7, SB_KIND_MESSAGE, 0, -1, "f07", "f07", &switchboard__test__point__table, NULL},
    {8, SB_KIND_MESSAGE, 0, -1, "f08", "f08", &switchboard__test__point__table, NULL},
    {9, SB_KIND_MESSAGE, 0, -1, "f09", "f09", &switchboard__test__point__table, NULL},
    {10, SB_KIND_MESSAGE, 0, -1, "f10", "f10", &switchboard__test__point__table, NULL},
    {11, SB_KIND_MESSAGE, 0, -1, "f11", "f11", &switchboard__test__point__table, NULL},
    {12, SB_KIND_MESSAGE, 0, -1, "f12", "f12", &switchboard__test__point__table, NULL},
    {13, SB_KIND_MESSAGE, 0, -1, "f13", "f13", &switchboard__test__point__table, NULL},
    {14, SB_KIND_MESSAGE, 0, -1, "f14", "f14", &switchboard__test__point__table, NULL},
    {15, SB_KIND_MESSAGE, 0, -1, "f15", "f15", &switchboard__test__point__table, NULL},
    {16, SB_KIND_MESSAGE, 0, -1, "f16", "f16", &switchboard__test__point__table, NULL},
    {17, SB_KIND_MESSAGE, 0, -1, "f17", "f17", &switchboard__test__point__table, NULL},
    {18, SB_KIND_MESSAGE, 0, -1, "f18", "f18", &switchboard__test__point__table, NULL},
    {19, SB_KIND_MESSAGE, 0, -1, "f19", "f19", &switchboard__test__point__table, NULL},
    {20, SB_KIND_MESSAGE, 0, -1, "f20", "f20", &switchboard__test__point__table, NULL},
    {21, SB_KIND_MESSAGE, 0, -1, "f21", "f21", &switchboard__test__point__table, NULL},
    {22, SB_KIND_MESSAGE, 0, -1, "f22", "f22", &switchboard__test__point__table, NULL},
    {23, SB_KIND_MESSAGE, 0, -1, "f23", "f23", &switchboard__test__point__table, NULL},
    {24, SB_KIND_MESSAGE, 0, -1, "f24", "f24", &switchboard__test__point__table, NULL},
    {25, SB_KIND_MESSAGE, 0, -1, "f25", "f25", &switchboard__test__point__table, NULL},
    {26, SB_KIND_MESSAGE, 0, -1, "f26", "f26", &switchboard__test__point__table, NULL},
    {27, SB_KIND_MESSAGE, 0, -1, "f27", "f27", &switchboard__test__point__table, NULL},
    {28, SB_KIND_MESSAGE, 0, -1, "f28", "f28", &switchboard__test__point__table, NULL},
    {29, SB_KIND_MESSAGE, 0, -1, "f29", "f29", &switchboard__test__point__table, NULL},
    {30, SB_KIND_MESSAGE, 0, -1, "f30", "f30", &switchboard__test__point__table, NULL},
    {31, SB_KIND_MESSAGE, 0, -1, "f31", "f31", &switchboard__test__point__table, NULL},
    {32, SB_KIND_MESSAGE, 0, -1, "f32", "f32", &switchboard__test__point__table, NULL},
    {33, SB_KIND_MESSAGE, 0, -1, "f33", "f33", &switchboard__test__point__table, NULL},
    {34, SB_KIND_MESSAGE, 0, -1, "f34", "f34", &switchboard__test__point__table, NULL},
    {35, SB_KIND_MESSAGE, 0, -1, "f35", "f35", &switchboard__test__point__table, NULL},
    {36, SB_KIND_MESSAGE, 0, -1, "f36", "f36", &switchboard__test__point__table, NULL},
    {37, SB_KIND_MESSAGE, 0, -1, "f37", "f37", &switchboard__test__point__table, NULL},
    {38, SB_KIND_MESSAGE, 0, -1, "f38", "f38", &switchboard__test__point__table, NULL},
    {39, SB_KIND_MESSAGE, 0, -1, "f39", "f39", &switchboard__test__point__table, NULL},
    {40, SB_KIND_MESSAGE, 0, -1, "f40", "f40", &switchboard__test__point__table, NULL},
    {41, SB_KIND_MESSAGE, 0, -1, "f41", "f41", &switchboard__test__point__table, NULL},
    {42, SB_KIND_MESSAGE, 0, -1, "f42", "f42", &switchboard__test__point__table, NULL},
    {43, SB_KIND_MESSAGE, 0, -1, "f43", "f43", &switchboard__test__point__table, NULL},
    {44, SB_KIND_MESSAGE, 0, -1, "f44", "f44", &switchboard__test__point__table, NULL},
    {45, SB_KIND_MESSAGE, 0, -1, "f45", "f45", &switchboard__test__point__table, NULL},
    {46, SB_KIND_MESSAGE, 0, -1, "f46", "f46", &switchboard__test__point__table, NULL},
    {47, SB_KIND_MESSAGE, 0, -1, "f47", "f47", &switchboard__test__point__table, NULL},
    {48, SB_KIND_MESSAGE, 0, -1, "f48", "f48", &switchboard__test__point__table, NULL},
    {49, SB_KIND_MESSAGE, 0, -1, "f49", "f49", &switchboard__test__point__table, NULL},
    {50, SB_KIND_MESSAGE, 0, -1, "f50", "f50", &switchboard__test__point__table, NULL},
    {51, SB_KIND_MESSAGE, 0, -1, "f51", "f51", &switchboard__test__point__table, NULL},
    {52, SB_KIND_MESSAGE, 0, -1, "f52", "f52", &switchboard__test__point__table, NULL},
    {53, SB_KIND_MESSAGE, 0, -1, "f53", "f53", &switchboard__test__point__table, NULL},
    {54, SB_KIND_MESSAGE, 0, -1, "f54", "f54", &switchboard__test__point__table, NULL},
    {55, SB_KIND_MESSAGE, 0, -1, "f55", "f55", &switchboard__test__point__table, NULL},
    {56, SB_KIND_MESSAGE, 0, -1, "f56", "f56", &switchboard__test__point__table, NULL},
    {57, SB_KIND_MESSAGE, 0, -1, "f57", "f57", &switchboard__test__point__table, NULL},
    {58, SB_KIND_MESSAGE, 0, -1, "f58", "f58", &switchboard__test__point__table, NULL},
    {59, SB_KIND_MESSAGE, 0, -1, "f59", "f59", &switchboard__test__point__table, NULL},
    {60, SB_KIND_MESSAGE, 0, -1, "f60", "f60", &switchboard__test__point__table, NULL},
    {61, SB_KIND_MESSAGE, 0, -1, "f61", "f61", &switchboard__test__point__table, NULL},
    {62, SB_KIND_MESSAGE, 0, -1, "f62", "f62", &switchboard__test__point__table, NULL},
    {63, SB_KIND_MESSAGE, 0, -1, "f63", "f63", &switchboard__test__point__table, NULL},
    {64, SB_KIND_MESSAGE, 0, -1, "f64", "f64", &switchboard__test__point__table, NULL},
    {65, SB_KIND_MESSAGE, 0, -1, "f65", "f65", &switchboard__test__point__table, NULL},
    {66, SB_KIND_MESSAGE, 0, -1, "f66", "f66", &switchboard__test__point__table, NULL},
};
const sb_message switchboard__test__wide__table = {
    .name = "switchboard.test.Wide",
    .descriptor = &switchboard__test__wide__descriptor,
    .fields = switchboard__test__wide__table_fields,
    .field_count = 66,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__wide__schema(void) { return &switchboard__test__wide__table; }

const sb_message switchboard__test__nothing__table = {
    .name = "switchboard.test.Nothing",
    .descriptor = &switchboard__test__nothing__descriptor,
    .fields = NULL,
    .field_count = 0,
    .oneof_count = 0,
    .oneof_names = NULL,
    .well_known = SB_WK_NONE,
    .is_map_entry = 0,
};
const sb_message *switchboard__test__nothing__schema(void) { return &switchboard__test__nothing__table; }
