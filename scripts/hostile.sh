#!/usr/bin/env bash
# The crowds of Tests/EndToEnd/Hostile in full: thousands of peers that vanish, stall, flood or say nothing, against an
# rpcd process that must serve others meanwhile and return to where it was. Takes a few minutes. RPCD names the binary to
# be tested, such as .build/release/rpcd; else it is the debug one.
set -uo pipefail
cd "$(dirname "$0")/.."

export SWIFT_BACKTRACE=enable=no SWITCHBOARD_HOSTILE=1
if [ -n "${RPCD:-}" ]; then SWITCHBOARD_TEST_RPCD=$(realpath "$RPCD") && export SWITCHBOARD_TEST_RPCD; fi
# Thousands of sockets on this side too.
ulimit -n "$(ulimit -Hn)"
swift build --build-tests ${SWIFT_FLAGS:-} || exit 1
timeout -k 10 900 swift test --skip-build ${SWIFT_FLAGS:-} --filter HostilePeersTests 2>&1 | grep -vE "^◇"
