// UsersService.ActivateUser and DeactivateUser: lets a user in again, and shuts one out at once. Doing either twice
// changes nothing. Sign-ins that a deactivation ended stay ended.

package import Contract
package import RPC
internal import Store

extension UsersService {
    package func activateUser(_ request: ActivateUserRequest, context: CallContext) async throws -> User {
        try await change(request.id, context) { $0.isActive = true }
    }

    package func deactivateUser(_ request: DeactivateUserRequest, context: CallContext) async throws -> User {
        try await change(request.id, context) { $0.isActive = false }
    }
}
