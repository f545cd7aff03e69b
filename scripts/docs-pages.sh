#!/usr/bin/env bash
# Puts Swagger UI and ReDoc into .tools/docs, from the wheel that packaging/docs/requirements.txt pins by its hash. Without
# them rpcd shows a plain page of its own, so nothing fails for them.
set -uo pipefail
cd "$(dirname "$0")/.."

wanted=packaging/docs/requirements.txt
at=.tools/docs
cmp -s "$wanted" "$at/requirements.txt" && exit 0
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
[ -x .tools/venv/bin/pip ] || python3 -m venv .tools/venv
files=$stage/drf_spectacular_sidecar/static/drf_spectacular_sidecar
rm -rf "$at"
if .tools/venv/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes --target "$stage" -r "$wanted" &&
    mkdir -p "$at" && cp "$files"/swagger-ui-dist/{swagger-ui.css,swagger-ui-bundle.js} "$files/redoc/bundles/redoc.standalone.js" "$at"; then
    # Last, as the sign that all of it is there.
    cp "$wanted" "$at/requirements.txt"
else
    echo "warning: no Swagger UI and no ReDoc; /api/docs/ and /api/redoc/ are plain pages" >&2
fi
exit 0
