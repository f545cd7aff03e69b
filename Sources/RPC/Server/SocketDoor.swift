// Listening for another protocol with the care that the RPC listeners take: close-on-exec, no socket of somebody else's
// removed, a pause instead of a spin when descriptors run out. What is accepted belongs to whoever opened the door.

package import Logging

/// One listening socket whose connections are handed over as descriptors.
package final class SocketDoor: Sendable {
    private let listener: Listener

    /// Binds and listens.
    /// - Parameter accepted: takes over a descriptor, non-blocking or not, and closes it; called on the door's own queue.
    package init(
        _ configuration: ListenerConfiguration, logger: Logger,
        accepted: @escaping @Sendable (_ descriptor: Int32, _ peer: Peer) -> Void
    ) throws(BindError) {
        listener = Listener(
            try ListeningSocket.open(configuration), name: configuration.name, logger: logger, accepted: accepted)
    }

    /// With the real port where 0 was asked for.
    package var bound: Endpoint { listener.bound }

    /// Listens no more. When this returns, nothing more is accepted.
    package func stop() { listener.stop() }
}
