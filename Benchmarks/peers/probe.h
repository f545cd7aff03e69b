// What stream_load.c and idle_load.c share: dialling, ttrpc frames, what a process has used. The machine's names for it
// stand in docs/PROTOCOL.md.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define HEADER 10u

static inline void die(const char *what) {
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(1);
}

static inline uint64_t now_nanoseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000ull + (uint64_t)t.tv_nsec;
}

static inline uint32_t be32(const uint8_t *p) { return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]; }

static inline void put_be32(uint8_t *p, uint32_t v) {
    p[0] = (uint8_t)(v >> 24), p[1] = (uint8_t)(v >> 16), p[2] = (uint8_t)(v >> 8), p[3] = (uint8_t)v;
}

// unix:/PATH; the peers are measured over Unix sockets.
static inline int dial(const char *endpoint) {
    struct sockaddr_un a = {.sun_family = AF_UNIX};
    if (strncmp(endpoint, "unix:", 5) || strlen(endpoint + 5) >= sizeof a.sun_path) {
        fprintf(stderr, "not a Unix socket: %s\n", endpoint);
        exit(64);
    }
    strcpy(a.sun_path, endpoint + 5);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, (struct sockaddr *)&a, sizeof a)) die(endpoint);
    return fd;
}

static inline void send_all(int fd, const uint8_t *p, size_t n) {
    while (n) {
        ssize_t k = send(fd, p, n, MSG_NOSIGNAL);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) die("send");
        p += k, n -= (size_t)k;
    }
}

static inline uint8_t *put_varint(uint8_t *p, uint64_t v) {
    for (; v > 0x7f; v >>= 7) *p++ = (uint8_t)(v | 0x80);
    *p++ = (uint8_t)v;
    return p;
}

static inline uint8_t *put_bytes(uint8_t *p, unsigned field, const void *data, size_t n) {
    p = put_varint(p, field << 3 | 2);
    p = put_varint(p, n);
    memcpy(p, data, n);
    return p + n;
}

// A Request frame; its length.
static inline size_t request_frame(uint8_t *frame, uint32_t stream, uint8_t flags, const char *service, const char *method,
                                   const uint8_t *payload, size_t n) {
    uint8_t *p = frame + HEADER;
    p = put_bytes(p, 1, service, strlen(service));
    p = put_bytes(p, 2, method, strlen(method));
    if (n) p = put_bytes(p, 3, payload, n);
    put_be32(frame, (uint32_t)(p - frame - HEADER));
    put_be32(frame + 4, stream);
    frame[8] = 1, frame[9] = flags;
    return (size_t)(p - frame);
}

// CPU seconds of a process, of all its threads.
static inline double cpu_of(int pid) {
    char path[64], line[1024];
    snprintf(path, sizeof path, "/proc/%d/stat", pid);
    FILE *f = fopen(path, "r");
    if (!f || !fgets(line, sizeof line, f)) return -1;
    fclose(f);
    unsigned long user = 0, system = 0;
    sscanf(strrchr(line, ')') + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

static inline long resident_kib(int pid) {
    char path[64], line[256];
    long kib = -1;
    snprintf(path, sizeof path, "/proc/%d/status", pid);
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "VmRSS: %ld", &kib) == 1) break;
    if (f) fclose(f);
    return kib;
}
