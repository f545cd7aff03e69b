#!/usr/bin/env bash
# Measures Switchboard beside the peers: RPC echo (with bench.py of the bench folder) and SendText (with ttrpc-load).
# The bench folder is a copy of the project's shared one, built: ./setup.sh && ./build.sh in it. Results go to stdout and
# to $BENCH/results; docs/BENCHMARKS.md says how to read them.
#   Benchmarks/run.sh [rpc|send]…        BENCH=.bench by default
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
bench=${BENCH:-.bench}
[ -x "$bench/build/ttrpc-load" ] || { echo "error: no built bench folder at $bench (see docs/BENCHMARKS.md)" >&2; exit 69; }
what=("$@")
[ ${#what[@]} -gt 0 ] || what=(rpc send)

rpc() {
    (cd "$bench" && python3 bench.py rpc --repeats "${REPEATS:-2}" --seconds "${SECONDS_EACH:-2.5}" ${ONLY:+--only "$ONLY"} \
        --extra "Switchboard|ttrpc|$root/.build/release/echo-server --listen {A}" && python3 bench.py report)
}

send() {
    local data pid key user load
    data=$(mktemp -d)
    .build/release/rpcd --data-dir "$data" --http off --log-level "${LOG_LEVEL:-info}" >"$data/rpcd.log" 2>&1 &
    pid=$!
    node bridge/bin/switchboard-bridge.js --endpoint "unix:$data/bridge.sock" --driver simulator --name bench \
        --state-dir "$data/bridge" >"$data/bridge.log" 2>&1 &
    local bridge=$!
    trap 'kill $pid $bridge 2>/dev/null || true; wait $pid $bridge 2>/dev/null || true; rm -rf "$data"' RETURN
    for _ in $(seq 100); do [ -e "$data/endpoints.json" ] && break; sleep 0.1; done
    local rpcctl=(.build/release/rpcctl --endpoint "unix:$data/rpcd.sock")
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

for each in "${what[@]}"; do "$each"; done
