// A session that sends carefully, with a clock that is moved by hand.

import Codec
import Contract
import RPC
import Services
import Store
import Synchronization
import TestKit
import Testing

/// A careful session whose bridge takes everything, until it is told otherwise.
final class CarefulLine: Sendable {
    let house: DeliveryHouse
    let line: Line

    init(_ house: DeliveryHouse, _ line: Line) {
        self.house = house
        self.line = line
    }

    static func make(
        command: Duration = .seconds(10_000_000), credit: Int32 = 10_000
    ) async throws -> CarefulLine {
        let house = try await DeliveryHouse {
            $0.silence = .seconds(10_000_000)
            $0.command = command
            // Nobody here says what became of what was sent.
            $0.ack = .seconds(10_000_000)
        }
        return CarefulLine(house, try await house.connected(engine: "baileys", pacing: .unspecified, credit: credit))
    }

    var ada: Person { line.ada }
    var bridge: FakeBridge { line.bridge }

    /// Everything that was sent, in order; each is answered by `answer`.
    func collect(_ answer: (Send) async throws -> Void) async throws {
        for _ in bridge.waitingSends { try await answer(try await bridge.nextSend()) }
    }

    /// Lets time pass in steps until `isDone` says so.
    func pass(
        _ step: Duration, atMost steps: Int, answer: (Send) async throws -> Void, until isDone: () async throws -> Bool
    ) async throws {
        for _ in 0..<steps {
            try await collect(answer)
            if try await isDone() { return }
            house.clock.advance(by: step)
            try await house.settle()
        }
        // What the last step brought about may be on its way.
        try await poll("what was waited for") {
            try await collect(answer)
            return try await isDone() ? true : nil
        }
    }

    func pass(_ step: Duration, atMost steps: Int, until isDone: () async throws -> Bool) async throws {
        try await pass(step, atMost: steps, answer: { try await self.bridge.submit($0) }, until: isDone)
    }

    func pending() async throws -> Int {
        try await house.store.read { db in
            try db.messages.list(MessageFilter(status: .pending, direction: .outbound), limit: 1_000).count
        }
    }

    /// Times of hand-out, in order.
    func times() async throws -> [(at: Moment, recipient: String)] {
        try await house.store.read { db in
            try db.messages.list(MessageFilter(direction: .outbound), limit: 1_000).compactMap { message in
                message.dispatchedAt.map { (at: $0, recipient: message.recipient) }
            }.sorted { $0.at < $1.at }
        }
    }

    /// As whoever looks at the message is told.
    func hold(_ id: Int64, _ reason: String) async throws -> Message {
        var looks = 0
        return try await poll("message \(id) to be held: \(reason)") {
            let message = try await ada.messages.getMessage(.with { $0.id = id })
            if message.holdReason == reason { return message }
            looks += 1
            // A reason that has lasted a second is told.
            if looks % 20 == 0 { house.clock.advance(by: .milliseconds(200)) }
            return nil
        }
    }

    /// - Parameters:
    ///   - chat: where; nil: to the account itself.
    ///   - isTimed: the bridge says when.
    func write(
        _ from: String, id: String, at moment: Moment? = nil, chat: String? = nil, isTimed: Bool = true
    ) async throws {
        let at = isTimed ? (moment ?? house.clock.now()).timestamp : nil
        try await bridge.report(
            .incoming(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = line.assign.epoch
                    $0.providerMessageId = id
                    $0.fromPhone = from
                    $0.fromLid = "4711@lid"
                    $0.chat = chat ?? from
                    $0.kind = "text"
                    $0.text = "hello"
                    $0.at = at
                }))
        try await bridge.waitForConfirm()
    }

    func pace() async throws -> SessionPacing {
        try await ada.sessions.getSession(.with { $0.id = line.session }).pacing.found
    }

    /// What a send is told in its metadata.
    func told(of recipient: String) async throws -> [String?] {
        let seen = Mutex<[String?]>([])
        var options = CallOptions()
        options.onResponseMetadata = { metadata in
            seen.withLock { seen in
                seen = ["profile", "next-send", "cold-remaining"].map { metadata["pacing-\($0)"] }
            }
        }
        _ = try await ada.messages.sendText(
            .with {
                $0.recipient = recipient
                $0.message = "hello"
            }, options: options)
        return seen.withLock { $0 }
    }

    static func number(_ count: Int) -> String { "+4915110000\(100 + count)" }
}
