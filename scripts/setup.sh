#!/usr/bin/env bash
# Installs the system packages that a build needs, where they are missing, and says plainly what else is.
set -euo pipefail

packages=(
    make pkg-config python3-venv
    libprotobuf-c-dev protobuf-c-compiler protobuf-compiler libprotobuf-dev libprotoc-dev
    libsqlite3-dev libssl-dev libqrencode-dev libpng-dev zlib1g-dev
    curl jq # what docs/REST.md speaks to the server with; tests run it
    golang-go golang-github-containerd-ttrpc-dev gogottrpc # the Go peer of the interop tests
    zbar-tools # reads back the QR codes that tests draw
    strace # fails the syncs of the disk under rpcd in the tests of durability
)

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
    echo "installing: ${missing[*]}"
    sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "error: run as root, or install sudo; missing: ${missing[*]}" >&2; exit 69; }
        sudo=(sudo)
    fi
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

command -v swift >/dev/null || { echo "error: no swift on the PATH; Switchboard builds with Swift 6.2 or newer" >&2; exit 69; }
command -v node >/dev/null || { echo "error: no node on the PATH; the bridge runs on Node.js 20 or newer" >&2; exit 69; }
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' \
    || { echo "error: $(node --version) is too old; the bridge runs on Node.js 20 or newer" >&2; exit 69; }
