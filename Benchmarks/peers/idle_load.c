// Holds N connections, one call on each when it was made, and then pings: one unary call at a time, every millisecond, on
// one connection after the other. What the server holds for them, and how long a ping takes among them.
//   idle-load unix:/PATH N SECONDS SERVER-PID SERVICE METHOD     prints one line of JSON; status 1 where anything failed
#include "latency.h"
#include "probe.h"

static void call(int fd, uint32_t stream, const char *service, const char *method) {
    uint8_t frame[512];
    send_all(fd, frame, request_frame(frame, stream, 0, service, method, NULL, 0));
    uint8_t answer[4096];
    size_t have = 0;
    while (have < HEADER || have < HEADER + be32(answer)) {
        ssize_t k = recv(fd, answer + have, sizeof answer - have, 0);
        if (k <= 0) die("recv");
        have += (size_t)k;
    }
    // A field 1 (status) of the Response is an error here: both peers leave it out on success.
    if (answer[8] != 2 || be32(answer + 4) != stream || (have > HEADER && answer[HEADER] == 0x0a && be32(answer) > 2 && answer[HEADER + 2] == 0x08)) {
        fprintf(stderr, "a call failed\n");
        exit(1);
    }
}

int main(int argc, char **argv) {
    if (argc != 7) return fprintf(stderr, "usage: idle-load unix:/PATH N SECONDS PID SERVICE METHOD\n"), 64;
    unsigned n = (unsigned)atoi(argv[2]);
    double seconds = atof(argv[3]);
    int pid = atoi(argv[4]);
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    int *fds = calloc(n, sizeof *fds);
    uint32_t *streams = calloc(n, sizeof *streams);
    // Whatever the first call makes once and for all is not the connections'.
    int first = dial(argv[1]);
    call(first, 1, argv[5], argv[6]);
    long before = resident_kib(pid);
    for (unsigned i = 0; i < n; i++) {
        fds[i] = dial(argv[1]);
        call(fds[i], streams[i] = 1, argv[5], argv[6]);
    }
    sleep(2);
    long after = resident_kib(pid);
    lat_hist pings = {0};
    double cpu = cpu_of(pid);
    uint64_t end = now_nanoseconds() + (uint64_t)(seconds * 1e9);
    for (unsigned i = 0; now_nanoseconds() < end; i = (i + 7919) % n) {
        uint64_t t = now_nanoseconds();
        call(fds[i], streams[i] += 2, argv[5], argv[6]);
        lat_add(&pings, now_nanoseconds() - t);
        usleep(1000);
    }
    double used = cpu_of(pid) - cpu;
    printf("{\"connections\":%u,\"rss_before_kib\":%ld,\"rss_after_kib\":%ld,\"mib_per_1000\":%.2f,\"pings\":%llu,"
           "\"ping_p50_us\":%.0f,\"ping_p99_us\":%.0f,\"ping_max_us\":%.0f,\"server_cpu_s\":%.2f}\n",
           n, before, after, (double)(after - before) / 1024 * 1000 / n, (unsigned long long)pings.n, lat_us(&pings, .5),
           lat_us(&pings, .99), (double)pings.max / 1e3, used);
    return 0;
}
