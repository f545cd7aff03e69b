// Where this server itself listens: whoever makes it call itself speaks with its own address. A listener that is bound to
// everything is on every address that the machine has at that moment.

internal import Glibc

package struct OwnListeners: Sendable {
    /// Nil: every address of the machine.
    package struct Place: Sendable, Hashable {
        package let address: TargetAddress?
        package let port: UInt16

        package init(address: TargetAddress?, port: UInt16) {
            self.address = address
            self.port = port
        }
    }

    private let places: @Sendable () -> [Place]

    /// - Parameter places: what is bound just now.
    package init(_ places: @escaping @Sendable () -> [Place] = { [] }) { self.places = places }

    package func contains(_ address: TargetAddress, port: UInt16) -> Bool {
        let ours = places().filter { $0.port == port }
        guard !ours.isEmpty else { return false }
        if ours.contains(where: { $0.address == address }) { return true }
        return ours.contains { $0.address == nil } && Self.addressesOfThisMachine().contains(address)
    }

    private static func addressesOfThisMachine() -> Set<TargetAddress> {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [] }
        defer { freeifaddrs(list) }
        var found: Set<TargetAddress> = []
        var next = list
        while let interface = next {
            if let address = interface.pointee.ifa_addr.flatMap({ TargetAddress(socket: $0) }) { found.insert(address) }
            next = interface.pointee.ifa_next
        }
        return found
    }
}
