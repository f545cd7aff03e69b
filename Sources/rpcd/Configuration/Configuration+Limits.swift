// The limits in force, by the names that GetStatus shows them under. Durations in milliseconds.

internal import RPC

extension Configuration {
    var limits: [String: Int64] {
        let others: [String: Int64] = [
            "default_timeout_ms": server.defaultUnaryTimeout?.wholeMilliseconds ?? 0,
            "max_timeout_ms": server.maximumTimeout.wholeMilliseconds,
            "bridge_lease_ms": bridgeLease.wholeMilliseconds,
            "history_after_ms": historyAfter.wholeMilliseconds,
            "keys_per_user": Int64(keysPerUser),
            "webhooks_per_user": Int64(webhooksPerUser),
            "drain_timeout_ms": drainTimeout.wholeMilliseconds,
        ]
        return others.merging(serverLimits) { $1 }.merging(shownHTTPLimits) { $1 }
            .merging(shownSignInLimits) { $1 }.merging(shownRetention) { $1 }
            .merging(shownAuthState) { $1 }.merging(shownMedia) { $1 }
    }
}
