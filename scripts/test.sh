#!/usr/bin/env bash
# Builds everything once in debug and runs every suite: Swift Testing, then Node's. Each runner prints its closing line;
# the exit status is that of the first that failed.
set -uo pipefail
cd "$(dirname "$0")/.."

# A crash must not print memory, and must not wait for a debugger.
export SWIFT_BACKTRACE=enable=no

swift build --build-tests ${SWIFT_FLAGS:-} || exit 1

failed=0
timeout -k 10 1500 swift test --skip-build ${SWIFT_FLAGS:-} || failed=$?
mapfile -t suites < <(find bridge/test -name '*.test.js' | sort)
timeout -k 10 600 node --test "${suites[@]}" || failed=$?
exit "$failed"
