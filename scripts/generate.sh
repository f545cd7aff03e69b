#!/usr/bin/env bash
# Writes everything that follows from the .proto files: C structs and side tables, Swift types, services and tables, the
# Node client's contract. Only files that changed are touched, so that builds stay incremental; files whose .proto is
# gone are deleted. `--check` writes nothing and exits with 1 where what is there differs from what would be written;
# `--openapi FILE` writes the OpenAPI document there and nothing else.
#
#   PROTOC_GEN_SWITCHBOARD  a generator that is built already; else it is built here
#   SCRATCH_PATH            where SwiftPM builds it (.build)
set -euo pipefail
cd "$(dirname "$0")/.."

# Google's own .proto files for HTTP routes and error details. The well-known types come with libprotobuf-dev.
googleapis=1.76.0

# Everything in these directories is generated, but for what stands in `by_hand`.
owned=(
    Sources/CDescriptors Sources/Codec/WellKnown
    Sources/CMessages Sources/Contract
    Tests/CTestMessages Tests/TestContract
    Benchmarks/CBenchMessages Benchmarks/BenchContract
    bridge/client/generated
)
by_hand=(Sources/CDescriptors/include/sb_schema.h)

check=
openapi=
case "${1:-}" in
    "") ;;
    --check) check=1 ;;
    --openapi) openapi=${2:?a file for the document} ;;
    *) echo "usage: scripts/generate.sh [--check | --openapi FILE]" >&2; exit 64 ;;
esac

fail() { echo "error: $*" >&2; exit 1; }
command -v protoc >/dev/null || fail "no protoc on the PATH; run make setup"
command -v protoc-gen-c >/dev/null || fail "no protoc-gen-c on the PATH; run make setup"

google=.tools/googleapis-$googleapis
if [ ! -f "$google/google/api/annotations.proto" ]; then
    echo "fetching googleapis-common-protos $googleapis"
    [ -x .tools/venv/bin/pip ] || python3 -m venv .tools/venv
    rm -rf "$google.new"
    .tools/venv/bin/pip install --quiet --disable-pip-version-check --no-deps --target "$google.new" \
        "googleapis-common-protos==$googleapis"
    rm -rf "$google"
    mv "$google.new" "$google"
fi

plugin=${PROTOC_GEN_SWITCHBOARD:-}
if [ -z "$plugin" ]; then
    scratch=${SCRATCH_PATH:-.build}
    swift build --scratch-path "$scratch" --product protoc-gen-switchboard
    plugin=$(swift build --scratch-path "$scratch" --show-bin-path)/protoc-gen-switchboard
fi

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

# generate PARAMETERS ROOT FILE…: the files are named relative to ROOT, which is searched before Google's.
generate() {
    local options=$1 root=$2
    shift 2
    protoc --plugin=protoc-gen-switchboard="$plugin" --switchboard_out="$stage" --switchboard_opt="$options" \
        -I "$root" -I proto -I /usr/include -I "$google" "$@"
}

files_below() { (cd "$1" && shift && find "$@" -name '*.proto' | sed 's|^\./||' | LC_ALL=C sort); }

mapfile -t ours < <(files_below proto switchboard grpc)
mapfile -t bench < <(files_below proto bench)
mapfile -t tests < <([ ! -d Tests/proto ] || files_below Tests/proto .)
described=(google/protobuf/descriptor.proto google/protobuf/compiler/plugin.proto)
known=(
    google/protobuf/{any,duration,empty,field_mask,struct,timestamp,wrappers}.proto
    google/rpc/{code,error_details,status}.proto
    ttrpc/ttrpc.proto
)

if [ -n "$openapi" ]; then
    generate openapi=document proto "${ours[@]}"
    cp "$stage/document/openapi.json" "$openapi"
    echo "wrote $openapi"
    exit 0
fi

generate c=Sources/CDescriptors,strings=plain proto "${described[@]}"
generate c=Sources/CDescriptors,swift=Sources/Codec/WellKnown,access=public,c_module=CDescriptors proto "${known[@]}"
generate c=Sources/CMessages,swift=Sources/Contract,c_module=CMessages proto "${ours[@]}"
generate c=Benchmarks/CBenchMessages,swift=Benchmarks/BenchContract,c_module=CBenchMessages proto "${bench[@]}"
if [ ${#tests[@]} -gt 0 ]; then
    generate c=Tests/CTestMessages,swift=Tests/TestContract,c_module=CTestMessages Tests/proto "${tests[@]}"
fi
generate node=bridge/client/generated proto "${ours[@]}" "${known[@]}"

is_by_hand() { [[ " ${by_hand[*]} " == *" $1 "* ]]; }
differing=()
stale=()
while IFS= read -r file; do
    cmp -s "$stage/$file" "$file" && continue
    differing+=("$file")
    [ -n "$check" ] && continue
    mkdir -p "$(dirname "$file")"
    cp "$stage/$file" "$file.new"
    mv "$file.new" "$file"
done < <(cd "$stage" && find . -type f | sed 's|^\./||' | LC_ALL=C sort)
for directory in "${owned[@]}"; do
    [ -d "$directory" ] || continue
    while IFS= read -r file; do
        [ -e "$stage/$file" ] && continue
        is_by_hand "$file" && continue
        stale+=("$file")
        [ -n "$check" ] || rm "$file"
    done < <(find "$directory" -type f | LC_ALL=C sort)
    [ -n "$check" ] || find "$directory" -mindepth 1 -type d -empty -delete
done

if [ $((${#differing[@]} + ${#stale[@]})) -eq 0 ]; then
    echo "what is generated is up to date"
elif [ -n "$check" ]; then
    echo "error: these differ from what the .proto files give; run make generate:" >&2
    for file in "${differing[@]}"; do echo "  $file" >&2; done
    for file in "${stale[@]}"; do echo "  $file (stale)" >&2; done
    exit 1
else
    for file in "${differing[@]}"; do echo "wrote $file"; done
    for file in "${stale[@]}"; do echo "removed $file"; done
fi
