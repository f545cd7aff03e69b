// The limits in force, by the names that GetStatus shows them under. Durations in milliseconds.

internal import RPC

extension Configuration {
    var limits: [String: Int64] {
        func milliseconds(_ duration: Duration?) -> Int64 {
            guard let parts = duration?.components else { return 0 }
            return parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000
        }
        let limits = server.limits
        return [
            "frame_bytes": Int64(limits.frameBytes),
            "streams_per_connection": Int64(limits.streamsPerConnection),
            "running_handlers": Int64(limits.runningHandlers),
            "connections": Int64(limits.connections),
            "metadata_pairs": Int64(limits.metadataPairs),
            "metadata_bytes": Int64(limits.metadataBytes),
            "buffered_items_per_stream": Int64(limits.bufferedItems),
            "buffered_bytes_per_stream": Int64(limits.bufferedBytes),
            "outbound_buffer_bytes": Int64(limits.outboundHighWatermark),
            "write_stall_ms": milliseconds(limits.writeStall),
            "default_timeout_ms": milliseconds(server.defaultUnaryTimeout),
            "max_timeout_ms": milliseconds(server.maximumTimeout),
            "bridge_lease_ms": milliseconds(bridgeLease),
            "drain_timeout_ms": milliseconds(drainTimeout),
        ]
    }
}
