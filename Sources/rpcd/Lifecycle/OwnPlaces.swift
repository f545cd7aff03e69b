// Where this server listens for TCP, as those have to know who connect to what users name. Known once everything is bound.

internal import Outbound
internal import RPC
internal import Synchronization

final class OwnPlaces: Sendable {
    private let places = Mutex<[OwnListeners.Place]>([])

    var listeners: OwnListeners { OwnListeners { [weak self] in self?.places.withLock { $0 } ?? [] } }

    func set(_ endpoints: [Endpoint]) { places.withLock { $0 = endpoints.compactMap(Self.place) } }

    /// A name, and what binds every address, stand for all addresses of the machine.
    static func place(_ endpoint: Endpoint) -> OwnListeners.Place? {
        switch endpoint {
        case .unix: nil
        case .tcp(let host, let port), .tls(let host, let port):
            UInt16(exactly: port).map { port in
                let address = TargetAddress(host)
                let isAny = address == .v4(0) || address == .v6(0, 0)
                return OwnListeners.Place(address: isAny ? nil : address, port: port)
            }
        }
    }
}
