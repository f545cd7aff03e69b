// Facts of a bridge become rows: as many as wait in one job, confirmed when that is committed. A fact that cannot be
// written, whatever is tried, is dropped and counted, so that it does not hold up all that come after it.

internal import Codec
internal import Contract
internal import Logging
internal import RPC
internal import Store
internal import Synchronization

extension DeliveryEngine {
    /// Writes facts in order and has them confirmed.
    /// - Throws: what makes it pointless to go on: the store is closed or failed, or full.
    func record(_ facts: [BridgeFrame], of link: BridgeLink, earlyAcks: EarlyAcks) async throws {
        do {
            try await write(facts, of: link, earlyAcks)
        } catch let error as StoreError where error.isOfOneRow {
            for fact in facts { try await recordAlone(fact, of: link) }
        }
    }

    private func recordAlone(_ fact: BridgeFrame, of link: BridgeLink) async throws {
        do {
            try await write([fact], of: link, link.state.withLock { $0.earlyAcks })
        } catch let error as StoreError where error.isOfOneRow {
            logger.error(
                "a fact could not be written",
                metadata: ["bridge": "\(link.name)", "seq": "\(fact.seq)", "error": "\(error)"])
            state.withLock { $0.dropped[.unwritable, default: 0] += 1 }
            try await write([.with { $0.seq = fact.seq }], of: link, link.state.withLock { $0.earlyAcks })
        }
    }

    /// A fact that cannot be read is told again and again until it is confirmed: all that is left of it is its number.
    func passOver(_ seq: Int64, of link: BridgeLink, _ error: RPCError) -> BridgeFrame {
        let now = clock.monotonic()
        if let count = link.state.withLock({ $0.unreadable.happened(at: now) }) {
            logger.error(
                "a fact could not be read",
                metadata: ["bridge": "\(link.name)", "seq": "\(seq)", "times": "\(count)", "error": "\(error)"])
        }
        state.withLock { $0.dropped[.malformed, default: 0] += 1 }
        return .with { $0.seq = seq }
    }

    /// A `media_ref` was too long to be kept: its file can be fetched by the provider's id alone.
    func noteLongRef(of link: BridgeLink) {
        let now = clock.monotonic()
        guard let count = link.state.withLock({ $0.longRefs.happened(at: now) }) else { return }
        logger.warning(
            "a media_ref was longer than 8 KiB and is dropped",
            metadata: ["bridge": "\(link.name)", "times": "\(count)"])
    }

    private func write(_ facts: [BridgeFrame], of link: BridgeLink, _ earlyAcks: EarlyAcks) async throws {
        guard let last = facts.last?.seq else { return }
        let reporter = link.reporter
        FaultPoint.hit(.factsRead)
        try await change(from: link) { [self, messages, sessions] db, aftermath in
            var applier = FactApplier(
                reporter: reporter, messages: messages, sessions: sessions, earlyAcks: earlyAcks, time: paceTime(),
                db: db)
            for fact in facts { try applier.apply(fact) }
            try db.bridges.confirm(reporter.bridgeID, upTo: last)
            aftermath = applier.aftermath
            aftermath.written = Aftermath.Written(upTo: last, earlyAcks: applier.earlyAcks)
        }
    }
}
