// Reads one server stream as fast as it can: bench.Stream/Items over ttrpc. Every item's number is checked.
//   stream-load unix:/PATH ITEMS SIZE SERVER-PID      prints one line of JSON; status 1 where anything was wrong
#include "probe.h"

int main(int argc, char **argv) {
    if (argc != 5) return fprintf(stderr, "usage: stream-load unix:/PATH ITEMS SIZE PID\n"), 64;
    uint32_t items = (uint32_t)atoll(argv[2]), size = (uint32_t)atoll(argv[3]);
    int pid = atoi(argv[4]), fd = dial(argv[1]);
    uint8_t message[32], frame[256], *p = message;
    *p++ = 0x08, p = put_varint(p, items);
    *p++ = 0x10, p = put_varint(p, size);
    size_t n = request_frame(frame, 1, 1, "bench.Stream", "Items", message, (size_t)(p - message));

    size_t cap = 1 << 20, have = 0;
    uint8_t *buf = malloc(cap);
    uint32_t next = 0;
    bool ended = false;
    double cpu = cpu_of(pid);
    uint64_t start = now_nanoseconds(), bytes = 0;
    send_all(fd, frame, n);
    while (!ended) {
        ssize_t k = recv(fd, buf + have, cap - have, 0);
        if (k <= 0) die("recv");
        have += (size_t)k, bytes += (uint64_t)k;
        size_t at = 0;
        while (have - at >= HEADER) {
            uint32_t length = be32(buf + at);
            if (have - at < HEADER + length) break;
            const uint8_t *data = buf + at + HEADER;
            if (buf[at + 8] != 3) return fprintf(stderr, "a frame of type %u after %u items\n", buf[at + 8], next), 1;
            if (!(buf[at + 9] & 4)) {
                // Item: number (absent where it is 0), payload.
                uint32_t number = 0;
                if (length && data[0] == 0x08)
                    for (unsigned i = 1, shift = 0; i < length; i++, shift += 7) {
                        number |= (uint32_t)(data[i] & 0x7f) << shift;
                        if (data[i] < 0x80) break;
                    }
                if (number != next || length < size) return fprintf(stderr, "item %u instead of %u\n", number, next), 1;
                next++;
            }
            ended = buf[at + 9] & 1;
            at += HEADER + length;
        }
        memmove(buf, buf + at, have -= at);
    }
    double took = (double)(now_nanoseconds() - start) / 1e9, used = cpu_of(pid) - cpu;
    printf("{\"items\":%u,\"size\":%u,\"seconds\":%.3f,\"items_per_s\":%.0f,\"mib_per_s\":%.1f,\"server_cpu_s_per_1m\":%.3f,\"rss_kib\":%ld}\n",
           next, size, took, next / took, (double)bytes / took / 1048576, used * 1e6 / (next ? next : 1), resident_kib(pid));
    return next != items;
}
