// Generated from the .proto files of Tests/CTestMessages by scripts/generate.sh. Do not edit.
#pragma once

#include <stddef.h>
#include <stdint.h>

// A google.protobuf.FileDescriptorSet; `size` is set to its length in bytes.
const uint8_t *ctestmessages__descriptor_set(size_t *size);
