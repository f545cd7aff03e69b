// Generated from switchboard/v1/users.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.UsersService.
package enum UsersMethods {
    package static let listUsers = Method(service: "switchboard.v1.UsersService", name: "ListUsers", kind: .unary)
    package static let createUser = Method(service: "switchboard.v1.UsersService", name: "CreateUser", kind: .unary)
    package static let getUser = Method(service: "switchboard.v1.UsersService", name: "GetUser", kind: .unary)
    package static let all = [listUsers, createUser, getUser]
}

/// The people and systems that own keys, sessions and messages.
package protocol UsersServiceProtocol: Sendable {
    /// Lists users, newest first.
    func listUsers(_ request: ListUsersRequest, context: CallContext) async throws -> ListUsersResponse

    /// Makes a user.
    func createUser(_ request: CreateUserRequest, context: CallContext) async throws -> User

    /// Gets one user, by id or by name. A user may get themselves.
    func getUser(_ request: GetUserRequest, context: CallContext) async throws -> User
}

extension Router {
    /// Registers every method of switchboard.v1.UsersService.
    package mutating func register(_ service: some UsersServiceProtocol) {
        unary(UsersMethods.listUsers) { (request: ListUsersRequest, context: CallContext) async throws -> ListUsersResponse in
            try await service.listUsers(request, context: context)
        }
        unary(UsersMethods.createUser) { (request: CreateUserRequest, context: CallContext) async throws -> User in
            try await service.createUser(request, context: context)
        }
        unary(UsersMethods.getUser) { (request: GetUserRequest, context: CallContext) async throws -> User in
            try await service.getUser(request, context: context)
        }
    }
}

/// Calls switchboard.v1.UsersService.
package struct UsersClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Lists users, newest first.
    package func listUsers(_ request: ListUsersRequest, options: CallOptions = .init()) async throws -> ListUsersResponse {
        try await client.unary(UsersMethods.listUsers, request, options: options)
    }

    /// Makes a user.
    package func createUser(_ request: CreateUserRequest, options: CallOptions = .init()) async throws -> User {
        try await client.unary(UsersMethods.createUser, request, options: options)
    }

    /// Gets one user, by id or by name. A user may get themselves.
    package func getUser(_ request: GetUserRequest, options: CallOptions = .init()) async throws -> User {
        try await client.unary(UsersMethods.getUser, request, options: options)
    }
}
