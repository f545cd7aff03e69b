// Files that are being fetched from WhatsApp, by message: however many ask for one, it is fetched once, and all get the answer.
// What was begun goes on where nobody waits any more, for a file may take longer than a call: who asks again waits for the
// same, or finds it here.

internal import Store
internal import Synchronization

final class MediaFlights: Sendable {
    private typealias Waiting = CheckedContinuation<(media: MediaRecord, isFirst: Bool), any Error>

    private struct State {
        var flights: [Int64: [UInt64: (waiting: Waiting, isFirst: Bool)]] = [:]
        var last: UInt64 = 0
    }

    private let state = Mutex(State())

    /// How many there are.
    var count: Int { state.withLock { $0.flights.count } }

    /// Runs `body`, or waits for whoever does for the same message.
    /// - Returns: the file, and whether it was this call that had it fetched.
    func run(
        _ messageID: Int64, _ body: @escaping @Sendable () async throws -> MediaRecord
    ) async throws -> (media: MediaRecord, isFirst: Bool) {
        let number = state.withLock { state in
            state.last += 1
            return state.last
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiting in
                let (isCancelled, isFirst) = state.withLock { state in
                    if Task.isCancelled { return (true, false) }
                    let isFirst = state.flights[messageID] == nil
                    state.flights[messageID, default: [:]][number] = (waiting, isFirst)
                    return (false, isFirst)
                }
                if isCancelled { return waiting.resume(throwing: CancellationError()) }
                guard isFirst else { return }
                Task.detached {
                    do {
                        let media = try await body()
                        for (waiting, isFirst) in self.land(messageID) { waiting.resume(returning: (media, isFirst)) }
                    } catch {
                        for (waiting, _) in self.land(messageID) { waiting.resume(throwing: error) }
                    }
                }
            }
        } onCancel: {
            let left = state.withLock { $0.flights[messageID]?.removeValue(forKey: number) }
            left?.waiting.resume(throwing: CancellationError())
        }
    }

    private func land(_ messageID: Int64) -> [(waiting: Waiting, isFirst: Bool)] {
        state.withLock { state in (state.flights.removeValue(forKey: messageID) ?? [:]).values.map { $0 } }
    }
}
