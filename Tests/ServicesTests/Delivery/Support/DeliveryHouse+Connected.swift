// The usual beginning: a user, a bridge, a session that is connected.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

struct Line: Sendable {
    let house: DeliveryHouse
    let ada: Person
    let bridge: FakeBridge
    let assign: Assign

    var session: Int64 { assign.sessionId }

    /// Links the session again, after it was logged out, and gives the new assignment, connected.
    func relink(phone: String = "+491510000000") async throws -> Assign {
        house.clock.advance(by: .seconds(1))
        _ = try await ada.link()
        let assign = try await bridge.nextAssign()
        #expect(!assign.linked)
        try await bridge.state(assign, .connected, phone: phone)
        try await house.session(session, becomes: .connected)
        return assign
    }
}

extension DeliveryHouse {
    func connected(
        engine: String = "simulator", pacing: PacingProfile = .fast, credit: Int32 = 100
    ) async throws -> Line {
        let ada = try await user()
        let bridge = bridge(engine: engine)
        try await bridge.attach(credit: credit)
        let linked = try await ada.link()
        try await ada.set(linked.id, .with { $0.pacing = pacing })
        let assign = try await bridge.carry()
        try await session(assign.sessionId, becomes: .connected)
        return Line(house: self, ada: ada, bridge: bridge, assign: assign)
    }

    var admin: Person {
        Person(house: self, principal: Services.Principal(kind: .operator, role: .admin, uid: 0))
    }
}
