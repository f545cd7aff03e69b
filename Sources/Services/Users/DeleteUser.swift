// UsersService.DeleteUser. In steps, because a user may have a million messages and every other write would wait for all
// of them: first the user is shut out, then each session is logged out and what waits in it fails, then the messages are
// disowned or purged in portions, and last the rows go. A crash in between leaves an inactive user, who can be deleted
// again.

package import Contract
package import RPC
internal import Store

extension UsersService {
    package func deleteUser(_ request: DeleteUserRequest, context: CallContext) async throws -> DeleteUserResponse {
        let id = request.id
        _ = try await change(id, etag: request.etag, context, note: "deletion began") { $0.isActive = false }
        try await emptySessions(of: id)
        while try await store.write({ db in try db.deliveries.empty(ofUser: id) }) > 0 {}
        let purges = request.purgeMessages
        while try await store.write({ db in
            try purges ? db.users.purgeMessages(of: id) : db.users.disownMessages(of: id)
        }) > 0 {}

        // Their files go with the job that looks for what is nobody's.
        while try await store.write({ db in try db.media.purge(ofUser: id).count }) > 0 {}

        let now = clock.now()
        let credentials = credentials
        try await store.write { [engine] db in
            // Made an admin again meanwhile, they are looked at like any other.
            guard let user = try db.users.get(id) else { throw Tenancy.notFound }
            if user.isActiveAdmin { try Self.keepAnAdmin(beside: id, in: db) }
            try engine.deleteSessions(ofUser: id, at: now, in: db)
            if purges { while try db.users.purgeMessages(of: id) > 0 {} }
            guard try db.users.delete(id) else { throw Tenancy.notFound }
            try Audit.record(
                context, .user(user), before: User(user), note: purges ? "messages purged" : nil, in: db, at: now)
            db.afterCommit {
                credentials.changed(
                    user: id, endingWith: RPCError.make(.userInactive, "This user was deleted."))
            }
        }
        return DeleteUserResponse()
    }

    /// Logs out every session of a user and takes its messages out of it, so that the job that deletes it is short.
    private func emptySessions(of userID: Int64) async throws {
        var last = Int64.max
        while true {
            let before = last
            let page = try await store.read { db in try db.sessions.list(userID: userID, before: before, limit: 200) }
            for session in page {
                let now = clock.now()
                try await engine.change { [engine] db, aftermath in
                    guard let session = try db.sessions.get(session.id) else { return }
                    try engine.sessions.write(.logout, of: session, at: now, in: db, &aftermath)
                }
                try await engine.failWaiting(of: session.id, .sessionDeleted)
                while try await store.write({ db in try db.messages.detach(sessionID: session.id) }) > 0 {}
                while try await store.write({ db in try db.pacing.forgetContacts(of: session.id) }) > 0 {}
            }
            guard page.count == 200, let end = page.last else { return }
            last = end.id
        }
    }
}
