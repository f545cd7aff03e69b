// Generated from switchboard/v1/system.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.SystemService.
package enum SystemMethods {
    package static let getStatus = Method(service: "switchboard.v1.SystemService", name: "GetStatus", kind: .unary)
    package static let all = [getStatus]
}

/// The server itself.
package protocol SystemServiceProtocol: Sendable {
    /// Tells how the server is: what it listens on, how busy it is, which limits are in force.
    func getStatus(_ request: GetStatusRequest, context: CallContext) async throws -> SystemStatus
}

extension Router {
    /// Registers every method of switchboard.v1.SystemService.
    package mutating func register(_ service: some SystemServiceProtocol) {
        unary(SystemMethods.getStatus) { (request: GetStatusRequest, context: CallContext) async throws -> SystemStatus in
            try await service.getStatus(request, context: context)
        }
    }
}

/// Calls switchboard.v1.SystemService.
package struct SystemClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Tells how the server is: what it listens on, how busy it is, which limits are in force.
    package func getStatus(_ request: GetStatusRequest, options: CallOptions = .init()) async throws -> SystemStatus {
        try await client.unary(SystemMethods.getStatus, request, options: options)
    }
}
