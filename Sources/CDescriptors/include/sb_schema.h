// The side table: what protobuf-c's descriptors leave out and the check pass, JSON and reflection need.
//
// protobuf-c is made to see every string as bytes (so that a NUL cannot cut it), knows no JSON names and forgets which
// fields are maps. The generator writes one of these beside each message, as constant data: nothing is built at start.
#ifndef SB_SCHEMA_H
#define SB_SCHEMA_H

#include <protobuf-c/protobuf-c.h>
#include <stdint.h>

// Numbered as google.protobuf.FieldDescriptorProto.Type.
typedef enum {
    SB_KIND_DOUBLE = 1,
    SB_KIND_FLOAT = 2,
    SB_KIND_INT64 = 3,
    SB_KIND_UINT64 = 4,
    SB_KIND_INT32 = 5,
    SB_KIND_FIXED64 = 6,
    SB_KIND_FIXED32 = 7,
    SB_KIND_BOOL = 8,
    SB_KIND_STRING = 9,
    SB_KIND_GROUP = 10,
    SB_KIND_MESSAGE = 11,
    SB_KIND_BYTES = 12,
    SB_KIND_UINT32 = 13,
    SB_KIND_ENUM = 14,
    SB_KIND_SFIXED32 = 15,
    SB_KIND_SFIXED64 = 16,
    SB_KIND_SINT32 = 17,
    SB_KIND_SINT64 = 18,
} sb_kind;

enum {
    SB_REPEATED = 1,
    // Repeated, and packed on the wire when written.
    SB_PACKED = 2,
    // Repeated messages that are a map's entries.
    SB_MAP = 4,
    // Member of a oneof.
    SB_ONEOF = 8,
    // proto3 `optional`: seen by protobuf-c as a oneof of one.
    SB_OPTIONAL = 16,
};

// Messages that JSON spells in a way of their own.
enum {
    SB_WK_NONE = 0,
    SB_WK_TIMESTAMP,
    SB_WK_DURATION,
    SB_WK_FIELD_MASK,
    SB_WK_EMPTY,
    SB_WK_ANY,
    SB_WK_STRUCT,
    SB_WK_VALUE,
    SB_WK_LIST_VALUE,
    // google.protobuf.Int32Value and its kin: the bare value.
    SB_WK_WRAPPER,
};

typedef struct sb_message sb_message;
typedef struct sb_enum sb_enum;

typedef struct {
    uint32_t number;
    uint8_t kind;
    uint8_t flags;
    // Index into the message's oneof names, or -1.
    int16_t oneof;
    // As the .proto spells it.
    const char *name;
    // lowerCamelCase, or what `json_name` says.
    const char *json_name;
    // For messages.
    const sb_message *message;
    // For enums.
    const sb_enum *enumeration;
} sb_field;

struct sb_message {
    // Full name, such as `switchboard.v1.Message`.
    const char *name;
    const ProtobufCMessageDescriptor *descriptor;
    // In the order of `descriptor->fields`: by rising number.
    const sb_field *fields;
    uint32_t field_count;
    uint32_t oneof_count;
    const char *const *oneof_names;
    uint8_t well_known;
    uint8_t is_map_entry;
};

typedef struct {
    int32_t number;
    // As the .proto spells it, prefix included.
    const char *name;
} sb_enum_value;

struct sb_enum {
    // Full name, such as `switchboard.v1.MessageStatus`.
    const char *name;
    // The prefix common to all values, such as `MESSAGE_STATUS_`; may be empty. The house dialect drops it.
    const char *prefix;
    // By rising number; of aliases the first declared comes first.
    const sb_enum_value *values;
    uint32_t value_count;
};

#endif
