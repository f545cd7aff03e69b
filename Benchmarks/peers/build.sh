#!/usr/bin/env bash
# Builds the peers and probes of this folder into .tools/bench: gRPC C++ (Debian's libgrpc++-dev) and C. Needs the built
# bench folder for its histogram (BENCH, .bench by default).
set -euo pipefail
cd "$(dirname "$0")/../.."
bench=${BENCH:-.bench}
out=.tools/bench
here=Benchmarks/peers
mkdir -p "$out/gen"

# Without the option of the contract, which these peers do not know.
sed -e '/options.proto/d' -e '/option (switchboard/d' proto/bench/stream.proto >"$out/gen/stream.proto"
protoc -I "$out/gen" --cpp_out="$out/gen" --grpc_out="$out/gen" \
    --plugin=protoc-gen-grpc="$(command -v grpc_cpp_plugin)" stream.proto
gcc -O2 -Wall -Wextra -o "$out/stream-load" $here/stream_load.c
gcc -O2 -Wall -Wextra -I"$bench/c" -o "$out/idle-load" $here/idle_load.c
read -ra flags < <(pkg-config --cflags --libs grpc++ protobuf)
for each in server load; do
    binary=$out/grpc-stream-$each
    [ "$binary" -nt "$here/grpc_stream_$each.cc" ] && [ "$binary" -nt proto/bench/stream.proto ] && continue
    g++ -std=c++17 -O2 -Wall -I"$out/gen" -I$here -o "$binary" "$here/grpc_stream_$each.cc" \
        "$out/gen/stream.pb.cc" "$out/gen/stream.grpc.pb.cc" "${flags[@]}"
done
