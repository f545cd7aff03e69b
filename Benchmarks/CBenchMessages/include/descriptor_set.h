// Generated from the .proto files of Benchmarks/CBenchMessages by scripts/generate.sh. Do not edit.
#pragma once

#include <stddef.h>
#include <stdint.h>

// A google.protobuf.FileDescriptorSet; `size` is set to its length in bytes.
const uint8_t *cbenchmessages__descriptor_set(size_t *size);
