// The connections of one event loop that are not read because the server holds too much of unfinished frames. One of them
// always goes on, the one that needs least, so that frames are finished and room comes back; one that gets nowhere loses
// its turn. A peer that never finishes falls to the time that a frame has, waiting or not.

internal import Synchronization

/// Confined to its loop but for `hasWaiting`: `@unchecked` because the compiler cannot see that.
final class ParsingQueue: @unchecked Sendable {
    private var waiting: [ObjectIdentifier: ServerConnection] = [:]
    private var favoured: ServerConnection?
    /// The favoured one's frame, and what was missing of it when last looked at.
    private var frame: UInt64 = 0
    private var missing = 0
    private let isWaiting = Atomic<Bool>(false)

    /// From any thread.
    var hasWaiting: Bool { isWaiting.load(ordering: .relaxed) }

    /// Asked while there is no room: whether `connection` may read on all the same. Those that may not are kept, and told
    /// by `resumeReading`.
    func mayGoOn(_ connection: ServerConnection) -> Bool {
        if favoured === connection, connection.decoder.finishedFrames == frame { return true }
        if favoured == nil {
            favour(connection)
            return true
        }
        if waiting.updateValue(connection, forKey: ObjectIdentifier(connection)) == nil {
            connection.core.refused.add(.parsing)
            isWaiting.store(true, ordering: .relaxed)
        }
        if favoured === connection { passOn() }
        return favoured === connection
    }

    /// The connection holds nothing any more, or is gone.
    func released(_ connection: ServerConnection) {
        if waiting.removeValue(forKey: ObjectIdentifier(connection)) != nil { noteWaiting() }
        if favoured === connection { passOn() }
    }

    /// There is room again.
    func resumeAll() {
        favoured = nil
        let all = waiting.values
        waiting = [:]
        noteWaiting()
        for connection in all { connection.resumeReading() }
    }

    /// At each turn of the sweep: heals what was missed, and takes the turn from whoever does not use it.
    func look(isOver: Bool) {
        guard isOver else { return favoured == nil && waiting.isEmpty ? () : resumeAll() }
        guard let current = favoured, !waiting.isEmpty else { return }
        let left = current.decoder.unfinished?.missing ?? 0
        if current.decoder.finishedFrames == frame, left < missing {
            missing = left
        } else {
            current.memory.lostTurns += 1
            passOn()
        }
    }

    private func passOn() {
        favoured = nil
        let next = waiting.values.min {
            ($0.memory.lostTurns, $0.decoder.unfinished?.missing ?? 0)
                < ($1.memory.lostTurns, $1.decoder.unfinished?.missing ?? 0)
        }
        guard let next else { return }
        waiting[ObjectIdentifier(next)] = nil
        noteWaiting()
        favour(next)
        next.resumeReading()
    }

    private func favour(_ connection: ServerConnection) {
        favoured = connection
        frame = connection.decoder.finishedFrames
        missing = connection.decoder.unfinished?.missing ?? 0
    }

    private func noteWaiting() { isWaiting.store(!waiting.isEmpty, ordering: .relaxed) }
}
