// Whether somebody knows a user's password, within the limits of guessing. Who asks learns nothing about who exists: an
// unknown name costs the same hash and counts the same.

internal import Contract
internal import RPC
internal import Store

extension AuthService {
    /// An attempt that is refused is noted for the audit log.
    /// - Parameters:
    ///   - account: the folded name that was given, and so no longer than one can be.
    ///   - user: of that name; nil where there is none.
    /// - Throws: RATE_LIMITED, OVERLOADED.
    func isPassword(
        _ password: String, of account: String, _ user: UserRecord?, _ context: CallContext
    ) async throws -> Bool {
        let (stored, place) = (user?.passwordHash, context.peer.place)
        let begin = clock.monotonic()
        do {
            try limits.begin(account: account, place: place, at: begin)
        } catch {
            failures.note(context, user: user, outcome: Reason.rateLimited.word, at: clock.now())
            throw error
        }
        let isRight: Bool
        do {
            isRight = try await passwords.verify(password, against: stored)
        } catch {
            limits.takeBack(account: account, place: place, from: begin, at: clock.monotonic())
            throw error
        }
        if isRight {
            limits.succeeded(account: account, place: place)
        } else {
            failures.note(context, user: user, outcome: Reason.invalidCredentials.word, at: clock.now())
        }
        return isRight
    }
}

/// What a password must be.
enum PasswordRule {
    static let complaint = "must be 8 to 1,024 bytes"

    static func accepts(_ password: String) -> Bool { (8...1_024).contains(password.utf8.count) }
}
