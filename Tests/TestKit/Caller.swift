// Kinds of caller, for tests that ask what each of them may do. A caller is a peer and metadata: what authentication
// makes of it is the server's affair, so nothing is faked but the socket.

package import RPC

package struct Caller: Sendable, CustomStringConvertible {
    package let description: String
    package let peer: Peer
    package let metadata: Metadata

    package init(_ description: String, peer: Peer, metadata: Metadata = [:]) {
        self.description = description
        self.peer = peer
        self.metadata = metadata
    }

    /// A Unix peer that is listed nowhere, without credentials.
    package static let nobody = Caller("nobody", peer: Peer(transport: .unix, uid: 4_711, listener: "rpc"))

    /// A Unix peer whose uid the house lists as operator.
    package static let `operator` = Caller(
        "operator", peer: Peer(transport: .unix, uid: House.operatorUID, listener: "rpc"))

    /// A Unix peer of bridge.sock whose uid the house lists.
    package static let bridge = Caller(
        "bridge", peer: Peer(transport: .unix, uid: House.bridgeUID, listener: "bridge"))

    /// Somebody with an API key; over TCP unless said otherwise.
    package static func key(
        _ secret: String, peer: Peer = Peer(transport: .tcp, address: "192.0.2.7:40000", listener: "tcp")
    ) -> Caller {
        Caller("key", peer: peer, metadata: ["authorization": "ApiKey \(secret)"])
    }

    /// Somebody who signed in; over TCP unless said otherwise.
    package static func token(
        _ access: String, peer: Peer = Peer(transport: .tcp, address: "192.0.2.7:40000", listener: "tcp")
    ) -> Caller {
        Caller("token", peer: peer, metadata: ["authorization": "Bearer \(access)"])
    }

    /// Over HTTP, as the gateway calls, without credentials.
    package static let http = Caller(
        "http", peer: Peer(transport: .http, address: "192.0.2.8:40000", listener: "http"))
}
