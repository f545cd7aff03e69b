// bench.Stream/Items on gRPC C++: grpc-stream-server unix:/PATH sync|callback
#include <grpcpp/grpcpp.h>

#include <cstring>
#include <iostream>
#include <string>

#include "stream.grpc.pb.h"

using bench::Item;
using bench::ItemsRequest;

struct Sync final : bench::Stream::Service {
    grpc::Status Items(grpc::ServerContext *, const ItemsRequest *in, grpc::ServerWriter<Item> *out) override {
        Item item;
        item.set_payload(std::string(in->size(), 'x'));
        for (uint32_t i = 0; i < in->items(); i++) {
            item.set_number(i);
            if (!out->Write(item)) break;
        }
        return grpc::Status::OK;
    }
};

struct Callback final : bench::Stream::CallbackService {
    struct Writer final : grpc::ServerWriteReactor<Item> {
        explicit Writer(const ItemsRequest *in) : items(in->items()) {
            item.set_payload(std::string(in->size(), 'x'));
            OnWriteDone(true);
        }
        void OnWriteDone(bool ok) override {
            if (!ok || next == items) return Finish(grpc::Status::OK);
            item.set_number(next++);
            StartWrite(&item);
        }
        void OnDone() override { delete this; }
        uint32_t items, next = 0;
        Item item;
    };
    grpc::ServerWriteReactor<Item> *Items(grpc::CallbackServerContext *, const ItemsRequest *in) override { return new Writer(in); }
};

int main(int argc, char **argv) {
    if (argc != 3) return std::cerr << "usage: grpc-stream-server unix:/PATH sync|callback\n", 64;
    grpc::ServerBuilder builder;
    builder.AddListeningPort(argv[1], grpc::InsecureServerCredentials());
    Sync sync;
    Callback callback;
    if (!strcmp(argv[2], "callback")) builder.RegisterService(&callback);
    else builder.RegisterService(&sync);
    auto server = builder.BuildAndStart();
    if (!server) return 1;
    server->Wait();
}
