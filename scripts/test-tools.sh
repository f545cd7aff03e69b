#!/usr/bin/env bash
# Fetches what only tests use and no package manager needs to install: promtool, which checks /metrics, out of Debian's
# prometheus package, into .tools. Where it cannot be had, its test says that it was skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
[ ! -x .tools/promtool ] || exit 0

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
fetch() { (cd "$stage" && apt-get download -qq prometheus >/dev/null 2>&1); }
if ! fetch; then
    sudo=()
    [ "$(id -u)" -eq 0 ] || sudo=(sudo -n)
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
