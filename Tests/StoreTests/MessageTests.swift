// Messages: rows come back as they went in, lists filter, changes count, and one id is one message.

import Testing

@testable import Store

@Suite struct MessageTests {
    @Test func aMessageComesBackAsItWentInWithEveryFieldChanged() throws {
        try withDatabase { db in
            let line = try Line(db)
            let (bridge, quoted) = (try db.makeBridge(), try line.message())
            var message = MessageRecord(
                userID: line.userID, sessionID: line.sessionID, direction: .outbound, status: .scheduled,
                recipient: "+1555", sender: "x", clientMessageID: "3EB0", replyToID: quoted, holdReason: "h",
                nextTryAt: epoch, scheduledAt: epoch + .seconds(1), expiresAt: epoch + .seconds(2), createdAt: epoch,
                content: "Grüße 🚲\nzwei")
            message.id = try db.messages.insert(message)
            #expect(try db.messages.get(message.id) == message)
            let changed = try db.messages.apply(message.id, at: epoch + .seconds(3)) {
                $0.status = .played
                $0.attempts = 2
                $0.epoch = 3
                $0.bridgeID = bridge
                $0.providerMessageID = "P"
                $0.holdReason = ""
                $0.errorCode = "ENGINE_ERROR"
                $0.errorMessage = "m"
                $0.nextTryAt = nil
                $0.commandDeadline = epoch + .seconds(4)
                $0.expiresAt = epoch + .seconds(5)
                $0.dispatchedAt = epoch + .seconds(6)
                $0.submittedAt = epoch + .seconds(7)
                $0.sentAt = epoch + .seconds(8)
                $0.deliveredAt = epoch + .seconds(9)
                $0.readAt = epoch + .seconds(10)
                $0.playedAt = epoch + .seconds(11)
                $0.failedAt = epoch + .seconds(12)
            }
            #expect(changed?.updatedAt == epoch + .seconds(3))
            #expect(try db.messages.get(message.id) == changed)
            #expect(
                try db.messages.get(sessionID: line.sessionID, providerMessageID: "P", direction: .outbound) == changed)
            #expect(
                try db.messages.get(sessionID: line.sessionID, providerMessageID: "P", direction: .inbound) == nil)
        }
    }

    @Test func whatATextAloneDoesNotSayIsKeptBesideItAndOfATextAloneNothing() throws {
        try withDatabase { db in
            let line = try Line(db)
            let plain = try line.message()
            var message = MessageRecord(
                userID: line.userID, sessionID: line.sessionID, kind: .poll, status: .sent, recipient: "+1555",
                createdAt: epoch, content: "Who?", body: [1, 2, 3])
            message.id = try db.messages.insert(message)
            #expect(try db.messages.get(message.id) == message)
            #expect(try db.messages.get(plain)?.body == [])
            #expect(
                try db.scalar("SELECT group_concat(typeof(body)) FROM messages ORDER BY id", as: String.self)
                    == "null,blob")
            try db.messages.revise(plain, content: "new", body: [4], at: epoch + .seconds(9))
            let revised = try db.messages.get(plain)
            #expect(revised?.content == "new" && revised?.body == [4] && revised?.updatedAt == epoch + .seconds(9))
            #expect(revised?.status == .pending)
            try db.messages.revise(plain, content: "again", body: [], at: epoch)
            #expect(try db.messages.get(plain)?.body == [])
        }
    }

    @Test(arguments: MessageRecord.Kind.allCases)
    func everyKindComesBack(kind: MessageRecord.Kind) throws {
        try withDatabase { db in
            let line = try Line(db)
            let id = try db.messages.insert(
                MessageRecord(
                    userID: line.userID, sessionID: line.sessionID, direction: .inbound, kind: kind, status: .delivered,
                    createdAt: epoch, content: ""))
            #expect(try db.messages.get(id)?.kind == kind)
        }
    }

    @Test func aChangeFromAnotherStatusThanExpectedIsNotMade() throws {
        try withDatabase { db in
            let line = try Line(db)
            let id = try line.message()
            try line.move(id, to: .cancelled)
            let result = try db.messages.apply(id, from: [.pending, .scheduled], at: epoch) { $0.status = .dispatched }
            #expect(result == nil)
            #expect(try db.messages.get(id)?.status == .cancelled)
            #expect(throws: StoreError.noSuchRow("message 99")) { try db.messages.apply(99, at: epoch) { _ in } }
        }
    }

    @Test func aChangeAppendsItsEventAndOneOfNothingDoesNot() throws {
        try withDatabase { db in
            let line = try Line(db)
            let id = try line.message()
            for status in [MessageRecord.Status.dispatched, .dispatched, .submitted] {
                try db.messages.apply(
                    id, at: epoch,
                    event: { before, after in
                        before == after
                            ? nil : EventRecord(at: epoch, type: "\(before.status) \(after.status)", messageID: id)
                    },
                    { $0.status = status })
            }
            #expect(
                try db.events.timeline(ofMessage: id).map(\.type) == ["pending dispatched", "dispatched submitted"])
        }
    }

    @Test func anIncomingMessageToldTwiceIsStoredOnce() throws {
        try withDatabase { db in
            let line = try Line(db)
            func incoming(_ provider: String) -> MessageRecord {
                MessageRecord(
                    userID: line.userID, sessionID: line.sessionID, direction: .inbound, status: .delivered,
                    sender: "+1666", providerMessageID: provider, createdAt: epoch, content: "hi")
            }
            #expect(try db.messages.insertIfNew(incoming("A")) != nil)
            #expect(try db.messages.insertIfNew(incoming("A")) == nil)
            #expect(try db.messages.insertIfNew(incoming("B")) != nil)
            #expect(throws: StoreError.self) { try db.messages.insert(incoming("B")) }
            #expect(try db.messages.count(MessageFilter(direction: .inbound)) == 2)
        }
    }

    /// Only what was told twice is passed over: whatever else the schema refuses is a mistake that somebody has to hear of.
    @Test func whatBreaksAnotherRuleIsNoMessageToldTwice() throws {
        try withDatabase { db in
            let line = try Line(db)
            let sent = MessageRecord(
                userID: line.userID, sessionID: line.sessionID, status: .submitted, providerMessageID: "A",
                createdAt: epoch, content: "hi")
            #expect(try db.messages.insertIfNew(sent) != nil)
            let error = #expect(throws: StoreError.self) { try db.messages.insertIfNew(sent) }
            #expect(error?.violatesUnique("messages.provider_message_id") == true)
            #expect(try db.messages.count(MessageFilter()) == 1)
        }
    }

    @Test func whatIsSaidOfAMessageUnderItsOwnIDIsAnotherOfItsKind() throws {
        try withDatabase { db in
            let line = try Line(db)
            func named(_ kind: MessageRecord.Kind, _ direction: MessageRecord.Direction) -> MessageRecord {
                MessageRecord(
                    userID: line.userID, sessionID: line.sessionID, direction: direction, kind: kind,
                    status: .delivered, clientMessageID: "\(kind) \(direction)", providerMessageID: "A",
                    createdAt: epoch, content: "hi")
            }
            func take(_ kind: MessageRecord.Kind) throws -> Int64? {
                try db.messages.insertIfNew(named(kind, .inbound))
            }
            // The history may tell of them in any order.
            #expect(try take(.delete) != nil && take(.edit) != nil)
            let message = try take(.text)
            #expect(message != nil)
            for kind in [MessageRecord.Kind.delete, .edit, .text] { #expect(try take(kind) == nil) }
            func found(_ direction: MessageRecord.Direction) throws -> Int64? {
                try db.messages.get(sessionID: line.sessionID, providerMessageID: "A", direction: direction)?.id
            }
            #expect(try found(.inbound) == message && found(.outbound) == nil)
            // What went out has an id of its own, whatever its kind: acks have nothing else to name it by.
            let sent = try db.messages.insert(named(.text, .outbound))
            #expect(throws: StoreError.self) { try db.messages.insert(named(.edit, .outbound)) }
            #expect(try found(.outbound) == sent)
        }
    }

    @Test func whoWroteUnderTwoNamesIsFoundByEither() throws {
        try withDatabase { db in
            let (ada, eve) = (try Line(db, "ada"), try Line(db, "eve"))
            func take(_ line: Line, _ id: String, _ sender: String, _ lid: String) throws -> Int64 {
                try db.messages.insert(
                    MessageRecord(
                        userID: line.userID, sessionID: line.sessionID, direction: .inbound, status: .delivered,
                        sender: sender, senderLID: lid, providerMessageID: id, createdAt: epoch, content: "hi"))
            }
            #expect(try db.messages.names(of: "+1", userID: ada.userID) == ["+1"])
            let one = try take(ada, "A", "1@lid", "1@lid")
            let two = try take(ada, "B", "+1", "1@lid")
            let three = try take(ada, "C", "+1", "")
            _ = try take(ada, "D", "+2", "2@lid")
            #expect(try db.messages.get(one)?.senderLID == "1@lid" && db.messages.get(three)?.senderLID == "")
            #expect(try db.messages.names(of: "+1", userID: ada.userID) == ["+1", "1@lid"])
            #expect(try db.messages.names(of: "1@lid", userID: ada.userID) == ["1@lid", "+1"])
            let names = try db.messages.names(of: "1@lid", userID: ada.userID)
            #expect(
                try db.messages.list(MessageFilter(userID: ada.userID, senders: names), limit: 9).map(\.id)
                    == [three, two, one])
            // Nobody learns from others' messages whose number that is.
            #expect(try db.messages.names(of: "1@lid", userID: eve.userID) == ["1@lid"])
            #expect(try db.messages.names(of: "1@lid", userID: 0) == ["1@lid", "+1"])
            // A number that got another account has the newer one.
            _ = try take(ada, "E", "+1", "9@lid")
            #expect(try db.messages.names(of: "+1", userID: ada.userID) == ["+1", "9@lid"])
        }
    }

    /// Only while it is with a bridge and unnamed: that is when an engine may speak of it by our id.
    @Test func aMessageIsFoundByOurIdWhileTheProvidersIsNotKnown() throws {
        try withDatabase { db in
            let line = try Line(db)
            let id = try line.message()
            let name = try #require(try db.messages.get(id)).clientMessageID
            #expect(try db.messages.get(clientMessageID: name) == nil)
            try db.messages.apply(id, at: epoch) {
                $0.status = .dispatched
                $0.attempts = 1
            }
            #expect(try db.messages.get(clientMessageID: name)?.id == id)
            try db.messages.apply(id, at: epoch) { $0.providerMessageID = name }
            #expect(try db.messages.get(clientMessageID: name) == nil)
        }
    }

    @Test func listsFilterAndPage() throws {
        try withDatabase { db in
            let (ada, bob) = (try Line(db, "ada"), try Line(db, "bob"))
            let one = try ada.message(to: "+1")
            let two = try bob.message(to: "+1")
            let three = try ada.message(to: "+2", .sent)
            let second = try db.makeSession(ada.userID, "second")
            let four = try db.messages.insert(
                MessageRecord(
                    userID: ada.userID, sessionID: second, direction: .inbound, status: .delivered, sender: "+1",
                    createdAt: epoch, content: ""))
            func list(_ filter: MessageFilter) throws -> [Int64] { try db.messages.list(filter, limit: 9).map(\.id) }
            #expect(try list(MessageFilter()) == [four, three, two, one])
            #expect(try list(MessageFilter(userID: ada.userID)) == [four, three, one])
            #expect(try list(MessageFilter(sessionID: ada.sessionID)) == [three, one])
            #expect(try list(MessageFilter(userID: bob.userID, sessionID: ada.sessionID)) == [])
            #expect(try list(MessageFilter(status: .pending)) == [two, one])
            #expect(try list(MessageFilter(direction: .inbound)) == [four])
            #expect(try list(MessageFilter(userID: ada.userID, recipients: ["+1"])) == [one])
            #expect(try db.messages.list(MessageFilter(), before: three, limit: 1).map(\.id) == [two])
            #expect(try db.messages.list(MessageFilter(), offset: 3, limit: 9).map(\.id) == [one])
            #expect(try db.messages.count(MessageFilter(userID: ada.userID)) == 3)
        }
    }

    @Test func theCountsByStatusAreThoseOfTheRows() async throws {
        let open = try OpenStore()
        let store = open.store
        let line = try store.writeSync { db in
            let line = try Line(db)
            return (line.userID, line.sessionID)
        }
        struct Refused: Error {}
        var generator = SystemRandomNumberGenerator()
        let statuses = MessageRecord.Status.allCases
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<300 {
                let (first, second) = (
                    statuses.randomElement(using: &generator), statuses.randomElement(using: &generator)
                )
                guard let first, let second else { continue }
                group.addTask {
                    _ = try? await store.write(savepoint: number % 7 == 0 ? .none : .own) { db in
                        let id = try db.messages.insert(
                            MessageRecord(
                                userID: line.0, sessionID: line.1, status: first, createdAt: epoch, content: ""))
                        try db.messages.apply(id, at: epoch) { $0.status = second }
                        if number % 5 == 0 { throw Refused() }
                    }
                }
            }
        }
        let (counted, real) = try store.readSync { db in
            let rows = try db.query("SELECT status, count(*) FROM messages GROUP BY status") {
                row throws(StoreError) -> (MessageRecord.Status, Int64) in (try row.next(), try row.next())
            }
            return (try db.messages.countsByStatus(), Dictionary(uniqueKeysWithValues: rows))
        }
        #expect(counted == real)
        #expect(counted.values.reduce(0, +) == 240)
    }

    @Test func countsAreKeptPerUserToo() async throws {
        let open = try OpenStore()
        let users = try await open.store.write { db -> [Int64] in
            try ["a", "b"].map { name in
                let line = try Line(db, name)
                for status: MessageRecord.Status in [.pending, .pending, .sent] { _ = try line.message(status) }
                return line.userID
            }
        }
        _ = try await open.store.write { db in try db.messages.apply(1, at: epoch) { $0.status = .failed } }
        let counts = try await open.store.read { db in
            try ([0] + users).map { try db.messages.countsByStatus(userID: $0) }
        }
        #expect(counts[0] == [.pending: 3, .sent: 2, .failed: 1])
        #expect(counts[1] == [.pending: 1, .sent: 1, .failed: 1])
        #expect(counts[2] == [.pending: 2, .sent: 1])
    }

    @Test func whatIsOpenOfASessionIsFoundAndWhatIsOverIsDetached() throws {
        try withDatabase { db in
            let line = try Line(db)
            let other = try Line(db, "eve")
            _ = try other.message()
            var ids: [MessageRecord.Status: Int64] = [:]
            for status in MessageRecord.Status.allCases { ids[status] = try line.message(status, scheduledAt: epoch) }
            func open(_ inFlight: Bool, limit: Int = 100) throws -> Set<MessageRecord.Status> {
                Set(try db.messages.open(sessionID: line.sessionID, inFlight: inFlight, limit: limit).map(\.status))
            }
            #expect(try open(false) == [.pending, .scheduled])
            #expect(try open(true) == [.pending, .scheduled, .dispatched, .unknown])
            #expect(try open(true, limit: 2).count == 2)
            #expect(try db.messages.detach(sessionID: line.sessionID, limit: 5) == 5)
            #expect(try db.messages.detach(sessionID: line.sessionID, limit: 5) == 3)
            #expect(try db.messages.detach(sessionID: line.sessionID, limit: 5) == 0)
            #expect(try open(true).count == 4)
            #expect(try db.messages.get(ids[.read] ?? 0)?.sessionID == 0)
            #expect(try db.messages.get(ids[.read] ?? 0)?.userID == line.userID)
        }
    }

    @Test func anUnknownOutcomeHasItsEnd() throws {
        try withDatabase { db in
            let line = try Line(db)
            let end = epoch + .seconds(60)
            let id = try line.message(.unknown, expiresAt: end)
            _ = try line.message(.sent, expiresAt: end)
            _ = try line.message(.unknown, expiresAt: epoch + .seconds(600))
            #expect(try db.messages.earliestUnknownExpiry() == end)
            #expect(try db.messages.unknownExpired(before: end) == [id])
            #expect(try db.messages.unknownExpired(before: end - .seconds(1)).isEmpty)
            #expect(try db.messages.earliestExpiry() == nil)
        }
    }

    @Test func deletingAUserOrASessionLeavesTheMessagesWithoutThem() throws {
        try withDatabase { db in
            let line = try Line(db)
            let id = try line.message()
            try db.execute("DELETE FROM users WHERE id = ?", line.userID)
            let message = try #require(try db.messages.get(id))
            #expect(message.userID == 0 && message.sessionID == 0)
        }
    }

    @Test func aCommandIdTellsItsMessageAndAttempt() {
        for (message, attempt) in [(1, 1), (1, 255), (1 << 45 - 1, 8)] as [(Int64, Int32)] {
            let id = CommandID(messageID: message, attempt: attempt)
            #expect(id?.messageID == message && id?.attempt == attempt)
            #expect((id?.rawValue ?? .max) < 1 << 53)
            #expect(id.flatMap { CommandID(rawValue: $0.rawValue) } == id)
        }
        #expect(CommandID(messageID: 1, attempt: 0) == nil)
        #expect(CommandID(messageID: 1, attempt: 256) == nil)
        #expect(CommandID(messageID: 1 << 45, attempt: 1) == nil)
        #expect(CommandID(rawValue: 0) == nil)
        #expect(CommandID(rawValue: 256)?.messageID == nil)
    }
}
