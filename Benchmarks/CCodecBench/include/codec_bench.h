#pragma once

#include <protobuf-c/protobuf-c.h>

/// Reads a ttrpc Request and the message in it, and writes the same message and a Response around it, with protobuf-c and a
/// bump allocator alone: nothing is checked beforehand, and nothing becomes a value of another language.
///
/// \return the length of the response, 0 where the bytes are no request.
size_t codec_bench_answer(const ProtobufCMessageDescriptor *type, const uint8_t *request, size_t size, uint8_t *response,
                          size_t capacity);
