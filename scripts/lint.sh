#!/usr/bin/env bash
# Checks what a compiler does not: that imports run one way (docs/ARCHITECTURE.md), that the sources are formatted, and
# how long the files are. `--format` formats instead.
set -uo pipefail
cd "$(dirname "$0")/.."

by_hand() {
    git ls-files -co --exclude-standard 'Sources/*.swift' 'Tests/*.swift' 'Benchmarks/*.swift' 'Package.swift' \
        | grep -vE '^(Sources/Contract|Sources/Codec/WellKnown|Tests/TestContract|Benchmarks/BenchContract)/'
}

if [ "${1:-}" = --format ]; then
    by_hand | xargs swift format format --in-place --parallel
    exit
fi

failed=0

# room: the rooms that it may import.
declare -A may=(
    [Codec]="CDescriptors CProtobufC"
    [RPC]="Codec COpenSSL"
    [protoc-gen-switchboard]="CDescriptors CProtobufC"
    [Contract]="RPC Codec CMessages CDescriptors CProtobufC"
    [Store]="CSQLite"
    [Outbound]=""
    [Services]="Contract RPC Codec Store Outbound COpenSSL"
    [QRCode]="CQRCode CPNG"
    [Gateway]="Contract RPC Codec QRCode CZlib"
    [rpcctl]="Contract RPC Codec QRCode COpenSSL"
    [Prometheus]=""
    [rpcd]="CMalloc CClock Services Gateway Store Contract RPC Codec Prometheus Outbound"
)
rooms="CMalloc CClock CDescriptors CProtobufC CSQLite COpenSSL CQRCode CPNG CZlib CMessages Codec RPC Contract Store QRCode Prometheus Outbound Services Gateway rpcd rpcctl"
for room in "${!may[@]}"; do
    for other in $rooms; do
        case " ${may[$room]} $room " in *" $other "*) continue ;; esac
        if grep -rnE "^ *(@[a-zA-Z]+ )*((public|package|internal|private|fileprivate) )?import $other( |\$)" "Sources/$room" --include='*.swift'; then
            echo "error: $room may not import $other"
            failed=1
        fi
    done
done

by_hand | xargs swift format lint --strict --parallel || failed=1

by_hand | grep '^Sources/' | xargs wc -l | awk '$2 != "total" {print $1, $2}' | sort -n | awk '
    {n[NR] = $1; f[NR] = $2}
    END {
        if (NR == 0) exit
        printf "%d files: median %d lines, 90 %% under %d, longest %d (%s)\n", NR, n[int((NR + 1) / 2)], n[int(NR * 0.9 + 0.5)], n[NR], f[NR]
        if (n[NR] > 500) { print "error: no file is longer than 500 lines"; exit 1 }
    }' || failed=1

exit "$failed"
