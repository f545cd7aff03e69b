#!/usr/bin/env bash
# Shows the line working: rpcd on ./data, a bridge with the simulator, a user, a key, a linked session, a text from
# pending to delivered. Then it stays up; Ctrl-C ends everything. ONCE=1: ends after the delivery, non-zero with a reason
# where it did not come.
set -euo pipefail
cd "$(dirname "$0")/.."

data=${DATA_DIR:-data}
bin=.build/release
rpcd_pid= bridge_pid=

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

finish() {
    trap - EXIT INT TERM
    for pid in $bridge_pid $rpcd_pid; do kill "$pid" 2>/dev/null || true; done
    for pid in $bridge_pid $rpcd_pid; do wait "$pid" 2>/dev/null || true; done
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

free_port() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
alive() { kill -0 "$1" 2>/dev/null; }

mkdir -p "$data"
chmod 750 "$data"
http=127.0.0.1:8080
if ! free_port 8080; then
    http=127.0.0.1:0
    echo "port 8080 is taken: a free one is used instead"
fi

export SWIFT_BACKTRACE=enable=no
# In sessions of their own: Ctrl-C is for this script, which then ends them one after the other.
scripts/docs-pages.sh
SWITCHBOARD_HTTP_DOCS=$PWD/.tools/docs setsid "$bin/rpcd" --data-dir "$data" --http "$http" >"$data/rpcd.log" 2>&1 &
rpcd_pid=$!
for _ in $(seq 200); do
    alive "$rpcd_pid" || { tail -n 5 "$data/rpcd.log" >&2; fail "rpcd did not start; is another one running on $data?"; }
    [ -e "$data/endpoints.json" ] && grep -q "\"pid\" *: *$rpcd_pid\b" "$data/endpoints.json" && break
    sleep 0.05
done
[ -e "$data/endpoints.json" ] || fail "rpcd was not ready in 10 s; see $data/rpcd.log"
say "rpcd is up"
cat "$data/endpoints.json"

setsid node bridge/bin/switchboard-bridge.js --endpoint "unix:$data/bridge.sock" --driver simulator --name demo \
    --state-dir "$data/simulator" >"$data/bridge.log" 2>&1 &
bridge_pid=$!

rpcctl=("$bin/rpcctl" --endpoint "unix:$data/rpcd.sock")
say "a user and an API key"
"${rpcctl[@]}" users get demo >/dev/null 2>&1 \
    || head -c 24 /dev/urandom | base64 | "${rpcctl[@]}" users create demo --password-stdin >/dev/null
key_file=$data/demo.key
if ! { [ -s "$key_file" ] && "${rpcctl[@]}" --api-key-file "$key_file" whoami >/dev/null 2>&1; }; then
    (umask 077 && "${rpcctl[@]}" keys create --user demo --name "make run" -o json \
        | sed -n 's/.*"secret" *: *"\([^"]*\)".*/\1/p' >"$key_file")
fi
as_demo=("${rpcctl[@]}" --api-key-file "$key_file")
"${as_demo[@]}" whoami

say "a session: the simulator scans the QR code by itself"
"${as_demo[@]}" sessions link --timeout 60s || fail "the session was not linked; see $data/bridge.log"

say "a text, from pending to delivered"
# What happens to it is told on stderr as it happens; the message as it then stands is the output.
"${as_demo[@]}" send text +4915112345678 "Hello from Switchboard" --wait delivered >"$data/last-message.txt" \
    || fail "the text was not delivered: $(cat "$data/last-message.txt")"
cat "$data/last-message.txt"

[ -z "${ONCE:-}" ] || { say "delivered"; exit 0; }

say "It stays up until Ctrl-C. From another terminal:"
cat <<TEXT
  $bin/rpcctl --endpoint unix:$data/rpcd.sock status
  $bin/rpcctl --endpoint unix:$data/rpcd.sock --api-key-file $key_file send text +4915112345678 "Hello again" --wait delivered
  $bin/rpcctl --endpoint unix:$data/rpcd.sock --api-key-file $key_file messages tail
  $bin/rpcctl --endpoint unix:$data/rpcd.sock bridges list
Logs: $data/rpcd.log, $data/bridge.log
TEXT
while alive "$rpcd_pid" && alive "$bridge_pid"; do sleep 1; done
fail "rpcd or the bridge ended by itself; see $data/rpcd.log and $data/bridge.log"
