// The open streams of a connection by id: open addressing with linear probing and no tombstones. Every call enters and
// leaves it once, and Swift's Dictionary hashes with SipHash, which alone costs more than the rest of that. Ids are odd and
// rise, so consecutive ones lie side by side; a peer that picks them to collide is held by the limit of streams.

struct StreamTable<Value> {
    private struct Slot {
        var id: UInt32 = 0
        var value: Value?
    }

    /// A power of two, at most half full; empty while no stream was ever open.
    private var slots: [Slot] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    /// All values, in no order.
    var all: [(id: UInt32, value: Value)] {
        slots.compactMap { slot in slot.value.map { (slot.id, $0) } }
    }

    subscript(id: UInt32) -> Value? { find(id).flatMap { slots[$0].value } }

    /// Changes a value where there is one.
    mutating func update(_ id: UInt32, _ change: (inout Value) -> Void) {
        guard let index = find(id), var value = slots[index].value else { return }
        change(&value)
        slots[index].value = value
    }

    /// - Parameter id: not in the table.
    mutating func insert(_ id: UInt32, _ value: Value) {
        if 2 * (count + 1) > slots.count { grow() }
        var index = home(id)
        while slots[index].value != nil { index = (index + 1) & (slots.count - 1) }
        slots[index] = Slot(id: id, value: value)
        count += 1
    }

    mutating func remove(_ id: UInt32) -> Value? {
        guard var hole = find(id), let value = slots[hole].value else { return nil }
        count -= 1
        // What stands behind moves up where the hole would cut it off from its home.
        var index = hole
        while true {
            index = (index + 1) & (slots.count - 1)
            guard slots[index].value != nil else { break }
            let distance = (index - home(slots[index].id)) & (slots.count - 1)
            if distance >= (index - hole) & (slots.count - 1) {
                slots.swapAt(hole, index)
                hole = index
            }
        }
        slots[hole] = Slot()
        return value
    }

    private func find(_ id: UInt32) -> Int? {
        guard count > 0 else { return nil }
        var index = home(id)
        while slots[index].value != nil {
            if slots[index].id == id { return index }
            index = (index + 1) & (slots.count - 1)
        }
        return nil
    }

    private func home(_ id: UInt32) -> Int { Int(id >> 1) & (slots.count - 1) }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: max(8, 2 * old.count))
        count = 0
        for slot in old {
            if let value = slot.value { insert(slot.id, value) }
        }
    }
}
