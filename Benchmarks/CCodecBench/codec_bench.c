#include "codec_bench.h"

#include "ttrpc/ttrpc.pb-c.h"

// One block, begun anew with each call: what an arena costs when it never has to grow.
static _Alignas(16) uint8_t block[64 << 10];
static size_t used;

static void *take(void *data, size_t size) {
    (void)data;
    size_t rounded = (size + 7) & ~(size_t)7;
    if (rounded > sizeof block - used) return NULL;
    void *start = block + used;
    used += rounded;
    return start;
}

static void give(void *data, void *pointer) {
    (void)data;
    (void)pointer;
}

size_t codec_bench_answer(const ProtobufCMessageDescriptor *type, const uint8_t *request, size_t size, uint8_t *response,
                          size_t capacity) {
    static ProtobufCAllocator arena = {take, give, NULL};
    used = 0;
    Ttrpc__Request *envelope =
        (Ttrpc__Request *)protobuf_c_message_unpack(&ttrpc__request__descriptor, &arena, size, request);
    if (envelope == NULL) return 0;
    ProtobufCMessage *message =
        protobuf_c_message_unpack(type, &arena, envelope->payload.len, envelope->payload.data);
    if (message == NULL) return 0;

    Ttrpc__Response answer = TTRPC__RESPONSE__INIT;
    answer.payload.len = protobuf_c_message_get_packed_size(message);
    answer.payload.data = take(NULL, answer.payload.len);
    if (answer.payload.data == NULL) return 0;
    protobuf_c_message_pack(message, answer.payload.data);
    if (protobuf_c_message_get_packed_size(&answer.base) > capacity) return 0;
    return protobuf_c_message_pack(&answer.base, response);
}
