#!/usr/bin/env bash
# Builds the Go peer of the interop tests, .tools/interop/go-peer: containerd's ttrpc as Debian packages it, with Go code
# generated from our own .proto files by Debian's gogottrpc. Nothing of it is committed. Does nothing where it is up to
# date; about half a minute the first time.
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$PWD/.tools/interop
peer=$out/go-peer
if [ -x "$peer" ] && [ -z "$(find proto Tests/Interop/go Tests/Interop/build.sh -newer "$peer" -type f -print -quit)" ]; then
    exit 0
fi
for tool in go protoc protoc-gen-gogottrpc; do
    command -v "$tool" >/dev/null || { echo "error: no $tool on the PATH; run make setup" >&2; exit 69; }
done
[ -d /usr/share/gocode/src/github.com/containerd/ttrpc ] || { echo "error: no Go ttrpc; run make setup" >&2; exit 69; }

# google/api/annotations.proto, where scripts/generate.sh keeps it; fetched the same way where it is not there yet.
googleapis=$(sed -n 's/^googleapis=//p' scripts/generate.sh)
google=.tools/googleapis-$googleapis
if [ ! -f "$google/google/api/annotations.proto" ]; then
    [ -x .tools/venv/bin/pip ] || python3 -m venv .tools/venv
    rm -rf "$google.new"
    .tools/venv/bin/pip install --quiet --disable-pip-version-check --no-deps --target "$google.new" \
        "googleapis-common-protos==$googleapis"
    rm -rf "$google"
    mv "$google.new" "$google"
fi

# gogottrpc's runtime is gogo/protobuf: the well-known types must be its own.
types=github.com/gogo/protobuf/types
options=plugins=ttrpc
for known in any duration empty field_mask struct timestamp wrappers; do
    options+=,Mgoogle/protobuf/$known.proto=$types
done
options+=,Mgoogle/protobuf/descriptor.proto=github.com/gogo/protobuf/protoc-gen-gogo/descriptor

rm -rf "$out/src"
mkdir -p "$out/src"
# One run a package: the generator takes no two of them at once.
for package in switchboard/v1 grpc/health/v1; do
    protoc --gogottrpc_out="$options:$out/src" -I proto -I /usr/include -I "$google" "proto/$package"/*.proto
done
cp -r Tests/Interop/go/* "$out/src/"
GO111MODULE=off GOFLAGS= GOPATH="$out:/usr/share/gocode" GOCACHE="$out/cache" go build -o "$peer.new" peer
mv "$peer.new" "$peer"
