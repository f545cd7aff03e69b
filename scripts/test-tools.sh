#!/usr/bin/env bash
# Fetches what only tests use and no package manager needs to install, into .tools: Django, PyJWT and standardwebhooks,
# which look at our hashes, tokens and webhooks (Tests/Interop/python), openapi-spec-validator and schemathesis, which look
# at the OpenAPI document and its routes (Tests/Interop/openapi), without which their tests fail; Swagger UI, ReDoc and
# Chromium, and promtool out of Debian's prometheus package, which checks /metrics: without them their tests are skipped.
set -uo pipefail
cd "$(dirname "$0")/.."

# python FOLDER NAME WORDS: a virtual environment with what Tests/Interop/FOLDER/requirements.txt pins, in .tools/NAME.
python() {
    local wanted=Tests/Interop/$1/requirements.txt at=.tools/$2
    cmp -s "$wanted" "$at/requirements.txt" && return
    rm -rf "$at"
    if python3 -m venv "$at" && "$at/bin/pip" install --quiet --disable-pip-version-check -r "$wanted"; then
        # Last, as the sign that all of it is there.
        cp "$wanted" "$at/requirements.txt"
    else
        echo "warning: no $3; the tests that ask them fail" >&2
    fi
}
python python others "Django, PyJWT and standardwebhooks"
python openapi openapi "openapi-spec-validator and schemathesis"
scripts/docs-pages.sh
sudo=()
[ "$(id -u)" -eq 0 ] || sudo=(sudo -n)
if ! command -v chromium >/dev/null; then
    install=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium)
    "${install[@]}" >/dev/null 2>&1 || { "${sudo[@]}" apt-get update -qq >/dev/null 2>&1; "${install[@]}" >/dev/null 2>&1; } ||
        echo "warning: no chromium; the tests of pages are skipped" >&2
fi
if ! command -v slowhttptest >/dev/null; then
    install=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slowhttptest)
    "${install[@]}" >/dev/null 2>&1 || { "${sudo[@]}" apt-get update -qq >/dev/null 2>&1; "${install[@]}" >/dev/null 2>&1; } ||
        echo "warning: no slowhttptest; the test that asks it fails" >&2
fi
[ ! -x .tools/promtool ] || exit 0

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
fetch() { (cd "$stage" && apt-get download -qq prometheus >/dev/null 2>&1); }
if ! fetch; then
    "${sudo[@]}" apt-get update -qq >/dev/null 2>&1
    fetch
fi
if dpkg -x "$stage"/prometheus_*.deb "$stage" 2>/dev/null; then
    mkdir -p .tools
    mv "$stage/usr/bin/promtool" .tools/promtool
else
    echo "warning: no promtool; the test of /metrics that uses it is skipped" >&2
fi
exit 0
