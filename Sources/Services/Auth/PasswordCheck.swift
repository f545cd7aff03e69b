// Whether somebody knows a user's password, within the limits of guessing. Who asks learns nothing about who exists: an
// unknown name costs the same hash and counts the same.

internal import Contract
internal import RPC
internal import Store

extension AuthService {
    /// - Parameters:
    ///   - account: the folded name that was given, and so no longer than one can be.
    ///   - stored: the hash of that user; nil where there is no such user, or no password.
    /// - Throws: RATE_LIMITED, OVERLOADED.
    func isPassword(_ password: String, of account: String, stored: String?, place: String) async throws -> Bool {
        let begin = clock.monotonic()
        try limits.begin(account: account, place: place, at: begin)
        let isRight: Bool
        do {
            isRight = try await passwords.verify(password, against: stored)
        } catch {
            limits.takeBack(account: account, place: place, from: begin, at: clock.monotonic())
            throw error
        }
        if isRight { limits.succeeded(account: account, place: place) }
        return isRight
    }
}

/// What a password must be.
enum PasswordRule {
    static let complaint = "must be 8 to 1,024 bytes"

    static func accepts(_ password: String) -> Bool { (8...1_024).contains(password.utf8.count) }
}
