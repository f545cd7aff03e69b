#!/usr/bin/env bash
# Measures Switchboard beside the peers, and prints the tables of docs/BENCHMARKS.md, which says how to read them:
#   rpc         echo, with bench.py of the bench folder
#   stream      1,000,000 items of 100 bytes from server to client, ours and gRPC C++ in turn
#   idle        what 1,000 and 10,000 idle connections hold, and a ping among them: echo-server and rpcd
#   grpc-swift  echo on grpc-swift-2 (Benchmarks/grpc-swift; its first build takes many minutes)
#   codec       an envelope and a small message from and to bytes, beside protobuf-c alone and swift-protobuf
#   lists       20 rows of 1,000,000 users, calls and days of usage, at any depth (needs sqlite3)
#   sign-ins    a ping among 200 sign-ins
#   send        SendText, with ttrpc-load
#   rows        what SendText writes, written in C: the floor for it
#   keys        who calls: API keys among a million, cached and not, and access tokens
#   messages    pages of 20 of a million messages, and a start with them (needs sqlite3)
#   handout     from accepted to handed to the bridge, 500 messages a second
#   watchers    1,000 who watch, 1,000 events a second in all; and 10 a second that all of them watch, as events and as messages
#   rest        SendText and a list over HTTP, with wrk, beside a bare route of Hummingbird, FastAPI and Django (PEERS=0: without
#               these two; SOAK=300: also so many seconds of both, and what memory became)
#   dispatch    100,000 messages of 1,000 sessions handed to a bridge that costs nothing, behind 1 k to 1 M others
# The bench folder is a copy of the project's shared one, built: ./setup.sh && ./build.sh in it. Results go to stdout, those
# of `rpc` to $BENCH/results too.
#   Benchmarks/run.sh [rpc|stream|idle|grpc-swift|codec|lists|sign-ins|send|rows|keys|messages|handout|watchers|dispatch|rest]…   all by default; BENCH=.bench
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
bench=${BENCH:-.bench}
bin=${BIN:-.build/release}
[ -x "$bench/build/ttrpc-load" ] || { echo "error: no built bench folder at $bench (see docs/BENCHMARKS.md)" >&2; exit 69; }
what=("$@")
[ ${#what[@]} -gt 0 ] || what=(rpc stream idle grpc-swift codec lists sign-ins send rows keys messages handout watchers dispatch rest)

rpc() {
    (cd "$bench" && python3 bench.py rpc --repeats "${REPEATS:-2}" --seconds "${SECONDS_EACH:-2.5}" ${ONLY:+--only "$ONLY"} \
        --extra "Switchboard|ttrpc|$root/$bin/echo-server --listen {A}" && python3 bench.py report)
}

# start ADDRESS COMMAND…: a server on a Unix socket, until it listens; its pid in $server.
start() {
    local path=$1
    shift
    rm -f "$path"
    "$@" >"$stage/server.log" 2>&1 &
    server=$!
    for _ in $(seq 200); do
        [ ! -S "$path" ] || { sleep 0.3; return; }
        sleep 0.05
    done
    echo "error: no server: $*" >&2
    tail -3 "$stage/server.log" >&2
    return 1
}

# gRPC C++ waits for its streams at SIGTERM: nothing here is worth waiting for.
stop() { kill -9 "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }

# row NAME JSON KEY…: a line of a table.
row() {
    local name=$1 json=$2
    shift 2
    python3 -c 'import json, sys
d = json.loads(sys.argv[2])
print("| " + " | ".join([sys.argv[1]] + [f"{d[k]:,.2f}".removesuffix(".00") for k in sys.argv[3:]]) + " |")' "$name" "$json" "$@"
}

stream() {
    BENCH=$bench Benchmarks/peers/build.sh
    local at=$stage/s items=${ITEMS:-1000000} json
    echo "| server, 1 stream of $items items of 100 bytes | items a second | server CPU s per 1M items | RSS KiB |"
    echo "| --- | --- | --- | --- |"
    for _ in $(seq "${REPEATS:-2}"); do
        start "$at" $bin/echo-server --listen "unix:$at"
        json=$(timeout 120 .tools/bench/stream-load "unix:$at" "$items" 100 "$server")
        row Switchboard "$json" items_per_s server_cpu_s_per_1m rss_kib
        stop
        for api in sync callback; do
            start "$at" .tools/bench/grpc-stream-server "unix:$at" "$api"
            json=$(timeout 300 .tools/bench/grpc-stream-load "unix:$at" "$items" 100 "$server")
            row "gRPC C++ 1.51, $api" "$json" items_per_s server_cpu_s_per_1m rss_kib
            stop
        done
    done
}

idle() {
    BENCH=$bench Benchmarks/peers/build.sh
    ulimit -n "$(ulimit -Hn)"
    local at=$stage/s json count
    echo "| server | idle connections | RSS before KiB | after KiB | MiB per 1,000 | ping p50 µs | p99 µs | max µs |"
    echo "| --- | --- | --- | --- | --- | --- | --- | --- |"
    # Ten fewer than the server's limit of 10,000 leave room for the probe itself.
    for count in 1000 9990; do
        start "$at" $bin/echo-server --listen "unix:$at"
        json=$(timeout 120 .tools/bench/idle-load "unix:$at" "$count" "${SECONDS_EACH:-5}" "$server" bench.Echo Echo)
        row "echo-server" "$json" connections rss_before_kib rss_after_kib mib_per_1000 ping_p50_us ping_p99_us ping_max_us
        stop
        rm -rf "$stage/data"
        start "$stage/data/rpcd.sock" $bin/rpcd --data-dir "$stage/data" --http off --log-level warning
        json=$(timeout 120 .tools/bench/idle-load "unix:$stage/data/rpcd.sock" "$count" "${SECONDS_EACH:-5}" "$server" \
            grpc.health.v1.Health Check)
        row "rpcd" "$json" connections rss_before_kib rss_after_kib mib_per_1000 ping_p50_us ping_p99_us ping_max_us
        stop
    done
}

grpc-swift() {
    swift build -c release --package-path Benchmarks/grpc-swift --product grpc-swift-server
    local at=$stage/s binary before after json each
    binary=$(swift build -c release --package-path Benchmarks/grpc-swift --show-bin-path)/grpc-swift-server
    echo "| grpc-swift-2 2.4.3, connections x in flight | calls a second | p50 µs | p99 µs | server CPU s per 1M calls |"
    echo "| --- | --- | --- | --- | --- |"
    for each in "1 64" "8 16" "64 8"; do
        set -- $each
        start "$at" "$binary" "unix:$at"
        before=$(ticks "$server")
        json=$("$bench/build/grpc-load" -c "$1" -d "$2" -t "${SECONDS_EACH:-2.5}" -j "unix:$at")
        after=$(ticks "$server")
        # Over all calls, those of the warm-up too: that is what the server's CPU was used for.
        json=$(python3 -c 'import json, sys
d = json.loads(sys.argv[1])
d["cpu"] = (int(sys.argv[3]) - int(sys.argv[2])) / int(sys.argv[4]) * 1e6 / max(1, d["total"])
print(json.dumps(d))' "$json" "$before" "$after" "$(getconf CLK_TCK)")
        row "$1 x $2" "$json" rps p50_us p99_us cpu
        stop
    done
}

codec() {
    swift build -c release --static-swift-stdlib --product codec-bench
    swift build -c release --package-path Benchmarks/grpc-swift --product swift-protobuf-codec
    $bin/codec-bench "${ROUNDS:-1000000}"
    "$(swift build -c release --package-path Benchmarks/grpc-swift --show-bin-path)/swift-protobuf-codec" "${ROUNDS:-1000000}"
}

lists() {
    local data=$stage/lists
    start "$data/rpcd.sock" $bin/rpcd --data-dir "$data" --http off --log-level warning
    kill "$server" && wait "$server" || true
    sqlite3 "$data/switchboard.db" <Benchmarks/accounts/seed.sql
    start "$data/rpcd.sock" $bin/rpcd --data-dir "$data" --http off --log-level warning
    node Benchmarks/accounts/lists.js --endpoint "unix:$data/rpcd.sock" --pid "$server"
    stop
    rm -rf "$data"
}

sign-ins() {
    local data=$stage/sign-ins
    start "$data/rpcd.sock" $bin/rpcd --data-dir "$data" --http off --log-level warning
    node Benchmarks/accounts/sign-ins.js --endpoint "unix:$data/rpcd.sock"
    stop
    rm -rf "$data"
}

keys() { "$bin/key-check" --keys "${KEYS:-1000000}"; }

# The CPU that a process has used, in the kernel's ticks.
ticks() { sed 's/.*) //' "/proc/$1/stat" | awk '{print $12 + $13}'; }

send() {
    local data pid key user load
    data=$(mktemp -d)
    $bin/rpcd --data-dir "$data" --http off --log-level "${LOG_LEVEL:-info}" >"$data/rpcd.log" 2>&1 &
    pid=$!
    node bridge/bin/switchboard-bridge.js --endpoint "unix:$data/bridge.sock" --driver simulator --name bench \
        --state-dir "$data/bridge" >"$data/bridge.log" 2>&1 &
    local bridge=$!
    trap 'kill $pid $bridge 2>/dev/null || true; wait $pid $bridge 2>/dev/null || true; rm -rf "$data"' RETURN
    for _ in $(seq 100); do [ -e "$data/endpoints.json" ] && break; sleep 0.1; done
    local rpcctl=($bin/rpcctl --endpoint "unix:$data/rpcd.sock")
    head -c 24 /dev/urandom | base64 | "${rpcctl[@]}" users create bench --password-stdin --max-per-minute 0 --max-per-day 0 >/dev/null
    key=$("${rpcctl[@]}" keys create --user bench --name bench -o json | sed -n 's/.*"secret" *: *"\([^"]*\)".*/\1/p')
    "${rpcctl[@]}" --api-key "$key" sessions link >/dev/null
    # The bridge goes: what is measured is acceptance, not dispatch and acks.
    kill "$bridge"
    wait "$bridge" 2>/dev/null || true
    printf '\x0a\x0e+4915112345678\x12\x10hello, text 0123' >"$data/send.req"
    for load in "1 1" "1 64" "8 8"; do
        set -- $load
        echo "SendText, $1 connections x $2 in flight:"
        "$bench/build/ttrpc-load" -s switchboard.v1.MessagesService -m SendText -r "$data/send.req" -n \
            -M authorization="ApiKey $key" -c "$1" -d "$2" -t 5 -p "$pid" "unix:$data/rpcd.sock"
    done
}

# The same rows and the same queries in the same batches, by C on the same library.
rows() {
    local data=$stage/rows
    gcc -O2 -o "$stage/message-rows" Benchmarks/messages/rows.c -lsqlite3
    for batch in 32 64; do
        seeded "$data" 1 0 0
        echo "rows of SendText by C, $batch in a batch: $("$stage/message-rows" "$data/switchboard.db" 60000 $batch)"
        rm -rf "$data"
    done
}

# seeded DIRECTORY SESSIONS DONE WAITING: a database with so many sessions, messages of the past and messages that wait.
seeded() {
    start "$1/rpcd.sock" $bin/rpcd --data-dir "$1" --http off --log-level warning
    kill "$server" && wait "$server" || true
    sqlite3 "$1/switchboard.db" -cmd ".param set :sessions $2" -cmd ".param set :done $3" -cmd ".param set :waiting $4" \
        <Benchmarks/messages/seed.sql >/dev/null
}

messages() {
    local data=$stage/messages
    seeded "$data" 1000 1000000 0
    for _ in 1 2 3; do
        start "$data/rpcd.sock" $bin/rpcd --data-dir "$data" --http off --log-level info
        echo "start to ready: $(grep -o 'ms=[0-9]*' "$stage/server.log" | head -1)"
        stop
    done
    start "$data/rpcd.sock" $bin/rpcd --data-dir "$data" --http off --log-level warning
    for depth in 0 500000 990000; do
        node Benchmarks/messages/page.js --endpoint "unix:$data/rpcd.sock" --depth $depth --to "$stage/page"
        echo "ListMessages, 20 of 1,000,000 at $depth, 4 connections x 8 in flight:"
        "$bench/build/ttrpc-load" -s switchboard.v1.MessagesService -m ListMessages -r "$stage/page" -n \
            -c 4 -d 8 -t 4 -p "$server" "unix:$data/rpcd.sock"
    done
    stop
    rm -rf "$data"
}

handout() {
    local data=$stage/handout
    seeded "$data" 100 0 0
    start "$data/rpcd.sock" $bin/rpcd --data-dir "$data" --http off --log-level info
    node Benchmarks/messages/handout.js --endpoint "unix:$data/rpcd.sock" --bridge "unix:$data/bridge.sock"
    stop
    rm -rf "$data"
}

watchers() {
    local data=$stage/watchers
    seeded "$data" 1000 0 0
    for all in "--users 1000 --rate 1000" "--users 1 --rate 10" "--users 1 --rate 10 --messages"; do
        start "$data/rpcd.sock" $bin/rpcd --data-dir "$data" --http off --log-level info
        # shellcheck disable=SC2086
        node Benchmarks/messages/watchers.js --endpoint "unix:$data/rpcd.sock" --pid "$server" $all
        stop
    done
    rm -rf "$data"
}

dispatch() {
    local data=$stage/dispatch
    for others in 1000 100000 1000000; do
        seeded "$data" 1000 $others 100000
        start "$data/rpcd.sock" $bin/rpcd --data-dir "$data" --http off --log-level warning
        echo "100,000 of 1,000 sessions, behind $others others: $(node Benchmarks/messages/carrier.js \
            --endpoint "unix:$data/bridge.sock" --pid "$server" --messages 100000)"
        stop
        rm -rf "$data"
    done
}

# wrked NAME PID SCRIPT URL CONNECTIONS [SECONDS]: a line of a table: requests a second, times, and the CPU of a process.
wrked() {
    local before after json
    before=$(ticks "$2")
    json=$(wrk -t1 -c"$5" -d"${6:-${SECONDS_EACH:-5}}s" --timeout 10s -s "$3" "$4" | tail -1)
    after=$(ticks "$2")
    json=$(python3 -c 'import json, sys
d = json.loads(sys.argv[1])
d["cpu_us"] = (int(sys.argv[3]) - int(sys.argv[2])) / int(sys.argv[4]) * 1e6 / max(1, d["requests"])
print(json.dumps(d))' "$json" "$before" "$after" "$(getconf CLK_TCK)")
    row "$1, $5 connections" "$json" rps p50_us p99_us cpu_us errors
}

memory() { sed -n 's/^VmRSS:[^0-9]*//p' "/proc/$1/status"; }

rest() {
    local data=$stage/rest port=18090 bare=18091 url send=Benchmarks/rest/send.lua list=Benchmarks/rest/list.lua count floor
    url=http://127.0.0.1:$port/api/v1/messages
    seeded "$data" 1 1000000 0
    start "$data/rpcd.sock" $bin/rpcd --data-dir "$data" --http "http://127.0.0.1:$port" --log-level info
    KEY=$($bin/rpcctl --endpoint "unix:$data/rpcd.sock" keys create --user user1 --name bench -o json |
        sed -n 's/.*"secret" *: *"\([^"]*\)".*/\1/p')
    export KEY
    $bin/bare-http --port $bare &
    floor=$!
    sleep 1
    echo "| request | requests a second | p50 µs | p99 µs | server CPU µs each | errors |"
    echo "| --- | --- | --- | --- | --- | --- |"
    for count in 1 8 64; do
        wrked "bare Hummingbird, POST" "$floor" $send "http://127.0.0.1:$bare/" "$count"
        wrked "send-text" "$server" $send "$url/send-text/" "$count"
        wrked "list of 20 of a million" "$server" $list "$url/list/" "$count"
        wrked "/rpc/…/SendText" "$server" Benchmarks/rest/rpc.lua \
            "http://127.0.0.1:$port/rpc/switchboard.v1.MessagesService/SendText" "$count"
    done
    kill "$floor"
    wait "$floor" 2>/dev/null || true
    if [ "${SOAK:-0}" -gt 0 ]; then
        echo "memory: $(memory "$server")"
        for _ in 1 2 3 4 5; do
            wrked "send-text" "$server" $send "$url/send-text/" 32 $((SOAK / 10))
            wrked "list" "$server" $list "$url/list/" 32 $((SOAK / 10))
            echo "memory: $(memory "$server")"
        done
    fi
    stop
    rm -rf "$data"
    [ "${PEERS:-1}" = 1 ] || return 0
    (cd "$bench" && python3 bench.py node --seconds "${SECONDS_EACH:-5}" && python3 bench.py django --seconds "${SECONDS_EACH:-5}")
}

stage=$(mktemp -d)
server=
trap 'stop; rm -rf "$stage"' EXIT
for each in "${what[@]}"; do
    case $each in
        rpc | stream | idle | grpc-swift | codec | lists | sign-ins | send | rows | keys | messages | handout | watchers | dispatch | rest) "$each" ;;
        *) echo "error: no such measurement: $each" >&2; exit 64 ;;
    esac
done
