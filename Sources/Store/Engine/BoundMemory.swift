// Memory for the texts and bytes that are bound to a statement, from `bind` to `reset`. It never grows while something is
// bound, since SQLite holds pointers into it: what finds no room is copied by SQLite itself.

struct BoundMemory {
    /// Enough for a message with all that belongs to it, bodies of several thousand bytes aside; for a statement of many rows,
    /// so much for each.
    private let capacity: Int

    private var start: UnsafeMutableRawPointer?
    private var used = 0

    /// - Parameter parameters: how many the statement has.
    init(parameters: Int) {
        capacity = max(2048, 32 * parameters)
    }

    /// Nothing of it is bound any more.
    mutating func empty() { used = 0 }

    /// A copy that stays until `empty`; nil where there is no room.
    mutating func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutableRawPointer? {
        guard bytes.count <= capacity - used else { return nil }
        let base = start ?? UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        start = base
        let place = base + used
        place.copyMemory(from: bytes.baseAddress ?? UnsafeRawPointer(base), byteCount: bytes.count)
        used += bytes.count
        return place
    }

    mutating func free() {
        start?.deallocate()
        start = nil
    }
}
