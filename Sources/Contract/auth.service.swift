// Generated from switchboard/v1/auth.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.AuthService.
package enum AuthMethods {
    package static let getMe = Method(service: "switchboard.v1.AuthService", name: "GetMe", kind: .unary)
    package static let all = [getMe]
}

/// Who is calling.
package protocol AuthServiceProtocol: Sendable {
    /// Tells who the caller is, and what they may do.
    func getMe(_ request: GetMeRequest, context: CallContext) async throws -> Principal
}

extension Router {
    /// Registers every method of switchboard.v1.AuthService.
    package mutating func register(_ service: some AuthServiceProtocol) {
        unary(AuthMethods.getMe) { (request: GetMeRequest, context: CallContext) async throws -> Principal in
            try await service.getMe(request, context: context)
        }
    }
}

/// Calls switchboard.v1.AuthService.
package struct AuthClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Tells who the caller is, and what they may do.
    package func getMe(_ request: GetMeRequest, options: CallOptions = .init()) async throws -> Principal {
        try await client.unary(AuthMethods.getMe, request, options: options)
    }
}
