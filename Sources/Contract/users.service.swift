// Generated from switchboard/v1/users.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.UsersService.
package enum UsersMethods {
    package static let listUsers = Method(service: "switchboard.v1.UsersService", name: "ListUsers", kind: .unary)
    package static let createUser = Method(service: "switchboard.v1.UsersService", name: "CreateUser", kind: .unary)
    package static let getUser = Method(service: "switchboard.v1.UsersService", name: "GetUser", kind: .unary)
    package static let updateUser = Method(service: "switchboard.v1.UsersService", name: "UpdateUser", kind: .unary)
    package static let deleteUser = Method(service: "switchboard.v1.UsersService", name: "DeleteUser", kind: .unary)
    package static let activateUser = Method(service: "switchboard.v1.UsersService", name: "ActivateUser", kind: .unary)
    package static let deactivateUser = Method(service: "switchboard.v1.UsersService", name: "DeactivateUser", kind: .unary)
    package static let setPassword = Method(service: "switchboard.v1.UsersService", name: "SetPassword", kind: .unary)
    package static let all = [listUsers, createUser, getUser, updateUser, deleteUser, activateUser, deactivateUser, setPassword]
}

/// The people and systems that own keys, sessions and messages.
package protocol UsersServiceProtocol: Sendable {
    /// Lists users, newest first.
    func listUsers(_ request: ListUsersRequest, context: CallContext) async throws -> ListUsersResponse

    /// Makes a user.
    func createUser(_ request: CreateUserRequest, context: CallContext) async throws -> User

    /// Gets one user, by id or by name. A user may get themselves.
    func getUser(_ request: GetUserRequest, context: CallContext) async throws -> User

    /// Changes the fields that `update_mask` names: `username`, `email`, `role`, `is_active`, `max_messages_per_day`,
    /// `max_messages_per_minute`; `*` is all of them. The last active admin stays one (LAST_ADMIN). With `user.etag`, only if
    /// the user is still what it was (ETAG_MISMATCH).
    func updateUser(_ request: UpdateUserRequest, context: CallContext) async throws -> User

    /// Deletes a user with their keys, sign-ins and sessions. Their messages stay, as nobody's, unless `purge_messages`.
    /// The last active admin cannot be deleted (LAST_ADMIN).
    func deleteUser(_ request: DeleteUserRequest, context: CallContext) async throws -> DeleteUserResponse

    /// Lets a user in again. Activating an active user changes nothing.
    func activateUser(_ request: ActivateUserRequest, context: CallContext) async throws -> User

    /// Shuts a user out at once: sign-ins end, keys are refused, streams end. Their sessions go on, and so do messages that
    /// were accepted. The last active admin stays one (LAST_ADMIN).
    func deactivateUser(_ request: DeactivateUserRequest, context: CallContext) async throws -> User

    /// Sets a user's password and ends their sign-ins. API keys live on, and the answer says which.
    func setPassword(_ request: SetPasswordRequest, context: CallContext) async throws -> SetPasswordResponse
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
        unary(UsersMethods.updateUser) { (request: UpdateUserRequest, context: CallContext) async throws -> User in
            try await service.updateUser(request, context: context)
        }
        unary(UsersMethods.deleteUser) { (request: DeleteUserRequest, context: CallContext) async throws -> DeleteUserResponse in
            try await service.deleteUser(request, context: context)
        }
        unary(UsersMethods.activateUser) { (request: ActivateUserRequest, context: CallContext) async throws -> User in
            try await service.activateUser(request, context: context)
        }
        unary(UsersMethods.deactivateUser) { (request: DeactivateUserRequest, context: CallContext) async throws -> User in
            try await service.deactivateUser(request, context: context)
        }
        unary(UsersMethods.setPassword) { (request: SetPasswordRequest, context: CallContext) async throws -> SetPasswordResponse in
            try await service.setPassword(request, context: context)
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

    /// Changes the fields that `update_mask` names: `username`, `email`, `role`, `is_active`, `max_messages_per_day`,
    /// `max_messages_per_minute`; `*` is all of them. The last active admin stays one (LAST_ADMIN). With `user.etag`, only if
    /// the user is still what it was (ETAG_MISMATCH).
    package func updateUser(_ request: UpdateUserRequest, options: CallOptions = .init()) async throws -> User {
        try await client.unary(UsersMethods.updateUser, request, options: options)
    }

    /// Deletes a user with their keys, sign-ins and sessions. Their messages stay, as nobody's, unless `purge_messages`.
    /// The last active admin cannot be deleted (LAST_ADMIN).
    package func deleteUser(_ request: DeleteUserRequest, options: CallOptions = .init()) async throws -> DeleteUserResponse {
        try await client.unary(UsersMethods.deleteUser, request, options: options)
    }

    /// Lets a user in again. Activating an active user changes nothing.
    package func activateUser(_ request: ActivateUserRequest, options: CallOptions = .init()) async throws -> User {
        try await client.unary(UsersMethods.activateUser, request, options: options)
    }

    /// Shuts a user out at once: sign-ins end, keys are refused, streams end. Their sessions go on, and so do messages that
    /// were accepted. The last active admin stays one (LAST_ADMIN).
    package func deactivateUser(_ request: DeactivateUserRequest, options: CallOptions = .init()) async throws -> User {
        try await client.unary(UsersMethods.deactivateUser, request, options: options)
    }

    /// Sets a user's password and ends their sign-ins. API keys live on, and the answer says which.
    package func setPassword(_ request: SetPasswordRequest, options: CallOptions = .init()) async throws -> SetPasswordResponse {
        try await client.unary(UsersMethods.setPassword, request, options: options)
    }
}
