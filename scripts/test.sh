#!/usr/bin/env bash
# Builds everything once in debug and runs every suite: Swift Testing, Node's, then what is broken on purpose (20 seeds of
# 500 sends, and the disk). Each runner prints its closing line; the exit status is that of the last that failed, and what
# failed is said once more at the very end.
set -uo pipefail
cd "$(dirname "$0")/.."

# A crash must not print memory, and must not wait for a debugger.
export SWIFT_BACKTRACE=enable=no
# Hundreds of tests at once, each with sockets or processes of its own, starve each other on two cores.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-4}

# What could not be fetched is no reason to pass without it.
export SWITCHBOARD_TEST_TOOLS=demanded
scripts/test-tools.sh
Tests/Interop/build.sh || exit 1
swift build --build-tests ${SWIFT_FLAGS:-} || exit 1

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
failed=0
timeout -k 10 1500 swift test --skip-build ${SWIFT_FLAGS:-} 2>&1 | tee "$logs/swift" || failed=$?
mapfile -t suites < <(find bridge/test Tests/Chaos -name '*.test.js' | sort)
timeout -k 10 600 node --test "${suites[@]}" 2>&1 | tee "$logs/node" || failed=$?
timeout -k 10 600 node Tests/Chaos/chaos.js --rpcd .build/debug/rpcd --fault-points --seeds 20 2>&1 | tee "$logs/chaos" || failed=$?
timeout -k 10 300 node Tests/Chaos/powercut.js --rpcd .build/debug/rpcd --rounds 6 2>&1 | tee "$logs/disk" || failed=$?

if [ "$failed" -ne 0 ]; then
    echo "failed:"
    grep -hE '^(✘|error:)|unexpected signal|^not ok' "$logs/swift" "$logs/node" | head -50
    grep -hE -A 20 '^BROKEN' "$logs/chaos" "$logs/disk" | head -50
else
    grep -hE '^✔ Test run with|^# (tests|pass|fail) ' "$logs/swift" "$logs/node"
    grep -hE 'every promise kept|^skipped' "$logs/chaos" "$logs/disk"
fi
exit "$failed"
