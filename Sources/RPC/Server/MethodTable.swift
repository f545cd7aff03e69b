// Service and method, as the bytes that came, → route. Strings would have to be made only to be hashed and thrown away; so
// the registered names are kept as bytes in an open-addressed table of fixed size. Made once, then only read.

internal import Glibc

struct MethodTable: Sendable {
    enum Lookup {
        case route(Route)
        case unknownService
        case unknownMethod
    }

    private struct Entry: Sendable {
        let hash: UInt64
        let route: Route
    }

    private let entries: [Entry]
    /// Indices into `entries`, -1 = empty; a power of two, at most half full.
    private let slots: [Int32]
    private let services: Set<String>

    init(_ routes: [Route]) {
        entries = routes.map { route in
            let hash = route.serviceBytes.withUnsafeBytes { s in
                route.nameBytes.withUnsafeBytes { m in Self.hash(s, m) }
            }
            return Entry(hash: hash, route: route)
        }
        services = Set(routes.map(\.method.service))
        var capacity = 16
        while capacity < 2 * routes.count { capacity *= 2 }
        var slots = [Int32](repeating: -1, count: capacity)
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & (capacity - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = Int32(index)
        }
        self.slots = slots
    }

    func lookup(service: UnsafeRawBufferPointer, method: UnsafeRawBufferPointer) -> Lookup {
        let hash = Self.hash(service, method)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].hash == hash {
                let route = entries[index].route
                if Self.equal(route.serviceBytes, service), Self.equal(route.nameBytes, method) { return .route(route) }
            }
            slot = (slot + 1) & mask
        }
        return services.contains(String(decoding: service, as: UTF8.self)) ? .unknownMethod : .unknownService
    }

    private static func equal(_ name: [UInt8], _ bytes: UnsafeRawBufferPointer) -> Bool {
        guard name.count == bytes.count, let other = bytes.baseAddress else { return name.isEmpty && bytes.isEmpty }
        return name.withUnsafeBytes { own in own.baseAddress.map { memcmp($0, other, bytes.count) == 0 } ?? true }
    }

    private static func hash(_ service: UnsafeRawBufferPointer, _ method: UnsafeRawBufferPointer) -> UInt64 {
        mix(method, mix(service, 0x9E37_79B9_7F4A_7C15))
    }

    /// Eight bytes at a time. No defence against chosen names is needed: only registered ones are in the table.
    private static func mix(_ bytes: UnsafeRawBufferPointer, _ seed: UInt64) -> UInt64 {
        var hash = seed ^ UInt64(bytes.count)
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            offset += 8
        }
        while offset < bytes.count {
            hash = (hash ^ UInt64(bytes[offset])) &* 0x0000_0100_0000_01B3
            offset += 1
        }
        return hash ^ (hash >> 29)
    }
}
