import Codec
import Contract
import Testing

@testable import Services

@Suite struct EarlyAcksTests {
    private func key(_ id: Int) -> EarlyAcks.Key { .init(sessionID: 1, providerMessageID: "id-\(id)") }
    private func ack(_ state: AckState) -> Ack { .with { $0.state = state } }

    @Test func acksAreGivenOnceInTheOrderInWhichTheyCame() {
        var acks = EarlyAcks()
        acks.add(.init(key: key(1), ack: ack(.server)))
        acks.add(.init(key: key(1), ack: ack(.delivered)))
        #expect(acks.take(key(1)).map(\.state) == [.server, .delivered])
        #expect(acks.take(key(1)).isEmpty)
        #expect(acks.take(key(2)).isEmpty)
    }

    @Test func theyAreBoundedInNumberAndInDepth() {
        var acks = EarlyAcks(limit: 3)
        for id in 1...5 { for _ in 0..<9 { acks.add(.init(key: key(id), ack: ack(.read))) } }
        #expect(acks.take(key(1)).isEmpty)
        #expect(acks.take(key(2)).isEmpty)
        #expect(acks.take(key(5)).count == 5)
    }
}
