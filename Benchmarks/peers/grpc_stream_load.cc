// Reads one stream of bench.Stream/Items from a gRPC server: grpc-stream-load unix:/PATH ITEMS SIZE SERVER-PID
// Every item's number is checked, as stream-load does; one line of JSON.
#include <grpcpp/grpcpp.h>

#include <iostream>

#include "probe.h"
#include "stream.grpc.pb.h"

int main(int argc, char **argv) {
    if (argc != 5) return std::cerr << "usage: grpc-stream-load unix:/PATH ITEMS SIZE PID\n", 64;
    bench::ItemsRequest request;
    request.set_items((uint32_t)atoll(argv[2]));
    request.set_size((uint32_t)atoll(argv[3]));
    int pid = atoi(argv[4]);
    auto channel = grpc::CreateChannel(argv[1], grpc::InsecureChannelCredentials());
    if (!channel->WaitForConnected(std::chrono::system_clock::now() + std::chrono::seconds(5))) return std::cerr << "no connection\n", 1;
    auto stub = bench::Stream::NewStub(channel);
    grpc::ClientContext context;
    double cpu = cpu_of(pid);
    uint64_t start = now_nanoseconds(), bytes = 0;
    auto reader = stub->Items(&context, request);
    bench::Item item;
    uint32_t next = 0;
    while (reader->Read(&item)) {
        if (item.number() != next || item.payload().size() != request.size()) return std::cerr << "not item " << next << "\n", 1;
        bytes += item.ByteSizeLong();
        next++;
    }
    auto status = reader->Finish();
    double took = (double)(now_nanoseconds() - start) / 1e9, used = cpu_of(pid) - cpu;
    if (!status.ok()) return std::cerr << status.error_message() << "\n", 1;
    printf("{\"items\":%u,\"size\":%u,\"seconds\":%.3f,\"items_per_s\":%.0f,\"mib_per_s\":%.1f,\"server_cpu_s_per_1m\":%.3f,\"rss_kib\":%ld}\n",
           next, request.size(), took, next / took, (double)bytes / took / 1048576, used * 1e6 / (next ? next : 1), resident_kib(pid));
    return next != request.items();
}
