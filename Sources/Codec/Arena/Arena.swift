public import CProtobufC
// The memory that protobuf-c unpacks into and packs from: a bump allocator with an upper bound.
//
// Taking is a pointer increment, giving back is all at once. At its bound it hands out NULL, which protobuf-c answers by
// returning NULL itself, so that decoding fails cleanly. Uses nest like a stack: what `open` marks, `close` returns to.
// One arena per thread (ThreadArena.swift), so a connection owns none.
internal import Glibc

/// Memory for C messages, valid until the use that it was taken in is closed. A handle, not an owner.
public struct Arena {
    @usableFromInline let state: UnsafeMutablePointer<ArenaState>

    /// Takes `size` bytes, aligned for any protobuf-c struct.
    /// - Returns: uninitialised memory, or nil where the bound of this use or the machine's memory is reached.
    @inlinable
    public func take(_ size: Int) -> UnsafeMutableRawPointer? {
        // A size beyond Int.max arrives as a negative number.
        guard size >= 0, size <= state.pointee.left else {
            state.pointee.isExhausted = true
            return nil
        }
        let rounded = (size &+ 7) & ~7
        state.pointee.left &-= rounded
        if rounded <= state.pointee.end - state.pointee.cursor {
            let start = state.pointee.cursor
            state.pointee.cursor = start + rounded
            return start
        }
        return Arena.takeFromNewSlab(state, rounded)
    }

    /// Whether the current use asked for more than it may take.
    var isExhausted: Bool { state.pointee.isExhausted }

    /// For protobuf-c: takes from this arena, gives nothing back.
    @inlinable
    var allocator: UnsafeMutablePointer<ProtobufCAllocator> {
        // The allocator is the state's first member.
        UnsafeMutableRawPointer(state).assumingMemoryBound(to: ProtobufCAllocator.self)
    }

    /// Begins a use that may take up to `limit` bytes. Must be paired with `close`, innermost first, on the same thread.
    @inlinable
    func open(limit: Int) -> ArenaMark {
        let mark = ArenaMark(
            cursor: state.pointee.cursor, end: state.pointee.end, slab: state.pointee.slab, left: state.pointee.left)
        state.pointee.left = limit
        state.pointee.isExhausted = false
        return mark
    }

    /// Ends the use that `open` began: everything that it took is gone.
    @inlinable
    func close(_ mark: ArenaMark) {
        if state.pointee.slab != mark.slab { Arena.freeSlabs(state, above: mark.slab) }
        state.pointee.cursor = mark.cursor
        state.pointee.end = mark.end
        state.pointee.left = mark.left
    }
}

@available(*, unavailable)
extension Arena: Sendable {}

/// Where an arena stood when a use of it began.
@usableFromInline
struct ArenaMark {
    @usableFromInline let cursor: UnsafeMutableRawPointer
    @usableFromInline let end: UnsafeMutableRawPointer
    @usableFromInline let slab: UnsafeMutablePointer<ArenaSlab>
    @usableFromInline let left: Int

    @usableFromInline
    init(
        cursor: UnsafeMutableRawPointer, end: UnsafeMutableRawPointer, slab: UnsafeMutablePointer<ArenaSlab>, left: Int
    ) {
        self.cursor = cursor
        self.end = end
        self.slab = slab
        self.left = left
    }
}

/// The header of a piece of memory; its bytes follow.
@usableFromInline
struct ArenaSlab {
    @usableFromInline var previous: UnsafeMutablePointer<ArenaSlab>?
    @usableFromInline var size: Int

    static let first = 32 << 10
    static let largestStep = 1 << 20

    static func make(size: Int, previous: UnsafeMutablePointer<ArenaSlab>?) -> UnsafeMutablePointer<ArenaSlab>? {
        guard let memory = malloc(size) else { return nil }
        let slab = memory.bindMemory(to: ArenaSlab.self, capacity: 1)
        slab.initialize(to: ArenaSlab(previous: previous, size: size))
        return slab
    }

    static func bytes(of slab: UnsafeMutablePointer<ArenaSlab>) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(slab) + MemoryLayout<ArenaSlab>.stride
    }
}

@usableFromInline
struct ArenaState {
    // First, so that a pointer to the state is a pointer to its allocator.
    @usableFromInline var allocator: ProtobufCAllocator
    @usableFromInline var cursor: UnsafeMutableRawPointer
    @usableFromInline var end: UnsafeMutableRawPointer
    @usableFromInline var slab: UnsafeMutablePointer<ArenaSlab>
    @usableFromInline var left: Int
    // Whether the current use asked for more than it may take.
    @usableFromInline var isExhausted: Bool
}

extension Arena {
    /// The slow path of `take`: memory for `rounded` bytes, already counted, from a slab of its own.
    @usableFromInline
    static func takeFromNewSlab(_ state: UnsafeMutablePointer<ArenaState>, _ rounded: Int) -> UnsafeMutableRawPointer? {
        let header = MemoryLayout<ArenaSlab>.stride
        let (needed, overflow) = rounded.addingReportingOverflow(header)
        let step = min(state.pointee.slab.pointee.size &* 2, ArenaSlab.largestStep)
        guard !overflow, let slab = ArenaSlab.make(size: max(needed, step), previous: state.pointee.slab) else {
            state.pointee.isExhausted = true
            return nil
        }
        let start = ArenaSlab.bytes(of: slab)
        state.pointee.slab = slab
        state.pointee.cursor = start + rounded
        state.pointee.end = UnsafeMutableRawPointer(slab) + slab.pointee.size
        return start
    }

    @usableFromInline
    static func freeSlabs(_ state: UnsafeMutablePointer<ArenaState>, above mark: UnsafeMutablePointer<ArenaSlab>) {
        while state.pointee.slab != mark, let previous = state.pointee.slab.pointee.previous {
            free(state.pointee.slab)
            state.pointee.slab = previous
        }
    }

    /// A new arena with its first slab, or nil where there is no memory.
    static func make() -> Arena? {
        guard let slab = ArenaSlab.make(size: ArenaSlab.first, previous: nil) else { return nil }
        let state = UnsafeMutablePointer<ArenaState>.allocate(capacity: 1)
        state.initialize(
            to: ArenaState(
                allocator: ProtobufCAllocator(
                    alloc: { data, size in
                        guard let data else { return nil }
                        return Arena(state: data.assumingMemoryBound(to: ArenaState.self)).take(
                            Int(bitPattern: UInt(size)))
                    },
                    free: { _, _ in },
                    allocator_data: UnsafeMutableRawPointer(state)),
                cursor: ArenaSlab.bytes(of: slab),
                end: UnsafeMutableRawPointer(slab) + slab.pointee.size,
                slab: slab,
                left: 0,
                isExhausted: false))
        return Arena(state: state)
    }

    /// Gives everything back to the system. Nothing taken from it may be used afterwards.
    func destroy() {
        var slab: UnsafeMutablePointer<ArenaSlab>? = state.pointee.slab
        while let current = slab {
            slab = current.pointee.previous
            free(current)
        }
        state.deinitialize(count: 1)
        state.deallocate()
    }
}
