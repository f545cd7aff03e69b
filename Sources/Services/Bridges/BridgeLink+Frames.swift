// What goes out on a bridge's stream: frames in order, and at most one Confirm, which stands for all before it.

internal import Codec
internal import Contract
internal import Synchronization

extension BridgeLink {
    func push(_ frame: ServerFrame.OneOfFrame) {
        push([.with { $0.frame = frame }])
    }

    func push(_ frames: [ServerFrame]) {
        guard !frames.isEmpty else { return }
        state.withLock { $0.frames += frames }
        framesWaiting.notify()
    }

    /// Everything up to `seq` is durable.
    func confirm(_ seq: Int64) {
        state.withLock { state in
            guard seq > 0 else { return }
            state.confirm = max(state.confirm ?? 0, seq)
        }
        framesWaiting.notify()
    }

    /// The next frame to write; nil where none waits.
    func nextFrame() -> ServerFrame? {
        state.withLock { state in
            if state.framesHead < state.frames.count {
                let frame = state.frames[state.framesHead]
                state.framesHead += 1
                if state.framesHead == state.frames.count {
                    state.frames.removeAll(keepingCapacity: state.frames.capacity <= 1024)
                    state.framesHead = 0
                }
                return frame
            }
            guard let seq = state.confirm else { return nil }
            state.confirm = nil
            return .with { $0.frame = .confirm(.with { $0.upToSeq = seq }) }
        }
    }

    /// Whether the last frame was given out and no other will come.
    var isSaid: Bool {
        state.withLock { $0.factsAreDone && $0.confirm == nil && $0.framesHead == $0.frames.count }
    }

    /// Sends that never left: those commands were certainly not begun. To be asked when nothing writes any more.
    var unsent: Set<Int64> {
        state.withLock { state in
            Set(
                state.frames.dropFirst(state.framesHead).compactMap { frame in
                    if case .send(let send) = frame.frame { send.commandId } else { nil }
                })
        }
    }
}
