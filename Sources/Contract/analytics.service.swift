// Generated from switchboard/v1/analytics.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.AnalyticsService.
package enum AnalyticsMethods {
    package static let getOverview = Method(service: "switchboard.v1.AnalyticsService", name: "GetOverview", kind: .unary)
    package static let listUsage = Method(service: "switchboard.v1.AnalyticsService", name: "ListUsage", kind: .unary)
    package static let listApiLogs = Method(service: "switchboard.v1.AnalyticsService", name: "ListApiLogs", kind: .unary)
    package static let all = [getOverview, listUsage, listApiLogs]
}

/// What was used, and what was asked.
package protocol AnalyticsServiceProtocol: Sendable {
    /// Gets the state of things at a glance: one's own, or everybody's for an admin.
    func getOverview(_ request: GetOverviewRequest, context: CallContext) async throws -> Overview

    /// Lists usage, a row per user and UTC day, newest day first.
    func listUsage(_ request: ListUsageRequest, context: CallContext) async throws -> ListUsageResponse

    /// Lists calls that were answered, newest first. They are written in batches, within a second; a crash loses those of
    /// the last second. Kept for 30 days.
    func listApiLogs(_ request: ListApiLogsRequest, context: CallContext) async throws -> ListApiLogsResponse
}

extension Router {
    /// Registers every method of switchboard.v1.AnalyticsService.
    package mutating func register(_ service: some AnalyticsServiceProtocol) {
        unary(AnalyticsMethods.getOverview) { (request: GetOverviewRequest, context: CallContext) async throws -> Overview in
            try await service.getOverview(request, context: context)
        }
        unary(AnalyticsMethods.listUsage) { (request: ListUsageRequest, context: CallContext) async throws -> ListUsageResponse in
            try await service.listUsage(request, context: context)
        }
        unary(AnalyticsMethods.listApiLogs) { (request: ListApiLogsRequest, context: CallContext) async throws -> ListApiLogsResponse in
            try await service.listApiLogs(request, context: context)
        }
    }
}

/// Calls switchboard.v1.AnalyticsService.
package struct AnalyticsClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Gets the state of things at a glance: one's own, or everybody's for an admin.
    package func getOverview(_ request: GetOverviewRequest, options: CallOptions = .init()) async throws -> Overview {
        try await client.unary(AnalyticsMethods.getOverview, request, options: options)
    }

    /// Lists usage, a row per user and UTC day, newest day first.
    package func listUsage(_ request: ListUsageRequest, options: CallOptions = .init()) async throws -> ListUsageResponse {
        try await client.unary(AnalyticsMethods.listUsage, request, options: options)
    }

    /// Lists calls that were answered, newest first. They are written in batches, within a second; a crash loses those of
    /// the last second. Kept for 30 days.
    package func listApiLogs(_ request: ListApiLogsRequest, options: CallOptions = .init()) async throws -> ListApiLogsResponse {
        try await client.unary(AnalyticsMethods.listApiLogs, request, options: options)
    }
}
