// The loops of one bridge's stream. One reads, one writes facts to the store, one hands out messages, one writes frames;
// they meet in BridgeLink and wait for each other nowhere else. Whatever ends one of them ends the stream.

internal import Contract
internal import RPC
internal import Store

struct BridgeStream: Sendable {
    let link: BridgeLink
    let engine: DeliveryEngine
    let drain: DrainSignal

    private enum Ended {
        /// A loop that has to finish its work for the stream to end well.
        case worker
        case other
    }

    /// Runs until the stream has ended.
    /// - Throws: what ended it, where that was no good end.
    func run(_ requests: RequestStream<BridgeFrame>, _ responses: ResponseWriter<ServerFrame>) async throws {
        try await withThrowingTaskGroup(of: Ended.self) { group in
            group.addTask { try await read(requests) }
            group.addTask { try await keepRecord() }
            group.addTask { try await handOut() }
            group.addTask { try await write(responses) }
            group.addTask { try await failure() }
            group.addTask { await goodbye() }
            defer { group.cancelAll() }
            var working = 3
            while working > 0, let ended = try await group.next() {
                if case .worker = ended { working -= 1 }
            }
        }
    }

    private func read(_ requests: RequestStream<BridgeFrame>) async throws -> Ended {
        let readable = requests.salvaging { [link, engine] bytes, error in
            FactNumber.find(in: bytes).map { engine.passOver($0, of: link, error) }
        }
        for try await frame in readable {
            try link.receive(frame, monotonic: engine.clock.monotonic(), wall: engine.clock.now())
            while link.isFull, !Task.isCancelled { await link.roomForFacts.wait() }
        }
        link.finish()
        return .other
    }

    private func keepRecord() async throws -> Ended {
        while true {
            let (facts, earlyAcks) = link.takeFacts()
            if !facts.isEmpty {
                try await engine.record(facts, of: link, earlyAcks: earlyAcks)
            } else if link.isFinishing {
                break
            } else {
                await link.factsWaiting.wait()
                try Task.checkCancellation()
            }
        }
        link.factsAreDone()
        return .worker
    }

    private func handOut() async throws -> Ended {
        while !link.isFinishing {
            switch link.takeWork() {
            case .dispatch(let turns): try await engine.dispatch(turns, to: link)
            case .reconcile(let parts): try await engine.reconcile(parts, by: link)
            case .nothing(let starved):
                if starved { engine.schedule(.starved(link.key), in: engine.configuration.holdGrace) }
                await link.workWaiting.wait()
            }
            try Task.checkCancellation()
        }
        return .worker
    }

    private func write(_ responses: ResponseWriter<ServerFrame>) async throws -> Ended {
        while true {
            while let frame = link.nextFrame() {
                try await responses.write(frame)
                hasLeft(frame)
            }
            if link.isSaid { return .worker }
            await link.framesWaiting.wait()
            try Task.checkCancellation()
        }
    }

    /// Where tests end or stop us.
    private func hasLeft(_ frame: ServerFrame) {
        switch frame.frame {
        case .welcome: FaultPoint.hit(.welcomeSent)
        case .assign: FaultPoint.hit(.assignSent)
        case .confirm: FaultPoint.hit(.confirmSent)
        default: break
        }
    }

    private func failure() async throws -> Ended {
        await link.failed.wait()
        if let failure = link.failure { throw failure }
        return .other
    }

    private func goodbye() async -> Ended {
        await drain.wait()
        if drain.isSet { await engine.sayGoodbye(to: link) }
        return .other
    }
}
