// AuthService.Refresh: a refresh token for the next pair. One write job decides, so of twenty at once the first moves the
// sign-in on by one generation and the others, within the grace, get the same successor: it is derived, not drawn.

package import Contract
package import RPC
package import Store

/// What becomes of a refresh token that we made. Pure.
package enum RefreshVerdict: Sendable, Hashable {
    /// Go on to the next generation.
    case rotate
    /// It was exchanged just now: give its successor again.
    case repeated
    /// It was exchanged long ago, or twice over: two parties hold what one should.
    case reused
    case expired
    case ended

    package init(_ generation: Int64, of signIn: SignInRecord, at now: Instant) {
        let grace = RefreshTokens.grace
        if signIn.endedAt != nil {
            self = .ended
        } else if now >= signIn.expiresAt {
            self = .expired
        } else if generation == signIn.generation {
            self = .rotate
        } else if generation == signIn.generation - 1 && (.zero - grace...grace).contains(now - signIn.rotatedAt) {
            self = .repeated
        } else if generation < signIn.generation {
            self = .reused
        } else {
            // From before the database was restored from a backup: whose turn it is cannot be told any more.
            self = .ended
        }
    }
}

extension AuthService {
    package func refresh(_ request: RefreshRequest, context: CallContext) async throws -> RefreshResponse {
        guard !request.refresh.isEmpty else { throw RPCError.validation("refresh", "is required") }
        guard let claims = refreshTokens.read(request.refresh) else { throw Self.notOurs }
        let now = clock.now()
        let credentials = credentials
        let outcome = try await store.write { db -> Outcome in
            guard let signIn = try db.signIns.get(family: claims.family), let user = try db.users.get(signIn.userID)
            else { return .refused(LiveCredentials.signedOut) }
            switch RefreshVerdict(claims.generation, of: signIn, at: now) {
            case .ended: return .refused(LiveCredentials.signedOut)
            case .expired: return .refused(Self.expired)
            case .reused:
                try db.signIns.end(family: signIn.family, reason: "reused", at: now)
                try Audit.record(
                    context, .signIn(signIn.id, of: user), note: "sign-in ended", outcome: Reason.tokenReused.word,
                    as: user, in: db, at: now)
                db.afterCommit { credentials.ended(signIn: signIn.family) }
                return .refused(Self.reused)
            case .rotate, .repeated: break
            }
            guard user.isActive else {
                return .refused(RPCError.make(.userInactive, "This user is not active."))
            }
            if claims.generation == signIn.generation {
                let end = now + RefreshTokens.lifetime
                guard try db.signIns.rotate(signIn.id, from: signIn.generation, at: now, expiresAt: end) else {
                    return .refused(LiveCredentials.signedOut)
                }
                db.afterCommit { credentials.renewed(signIn: signIn.family, until: end) }
            }
            return .granted(userID: user.id, generation: claims.generation + 1)
        }
        switch outcome {
        case .refused(let error): throw error
        case .granted(let userID, let generation):
            var response = RefreshResponse()
            response.access = accessTokens.make(.init(userID: userID, family: claims.family), at: now)
            response.refresh = refreshTokens.make(family: claims.family, generation: generation)
            response.expiresIn = AccessTokens.lifetime.components.seconds
            return response
        }
    }

    /// A refusal is an answer of the job and no error of it: what the job wrote is to be kept.
    private enum Outcome: Sendable {
        case granted(userID: Int64, generation: Int64)
        case refused(RPCError)
    }

    static var notOurs: RPCError { RPCError.make(.invalidCredentials, "The refresh token is not valid.") }
    static var expired: RPCError {
        RPCError.make(.tokenExpired, "The sign-in has expired.", hint: "Sign in again.")
    }
    private static var reused: RPCError {
        RPCError.make(
            .tokenReused, "The refresh token was used before; the sign-in has been ended.",
            hint: "Sign in again. If nobody else should have had this token, change the password.")
    }
}
