// Whether a session takes a message now, holds it, or refuses it. Pure.
//
// A message is held only for a session that will come back by itself or by somebody's InitSession: one that was linked
// once and has not been logged out since. Everything else would wait for nothing.

package import Contract
internal import RPC
package import Store

package enum Acceptance {
    /// - Returns: why the message waits at first; nil where nothing holds it.
    /// - Throws: SESSION_LOGGED_OUT, SESSION_NOT_CONNECTED.
    package static func hold(for session: some SessionShape, queue: Queue) throws -> HoldReason? {
        if session.status == .connected { return nil }
        if session.status == .loggedOut {
            throw RPCError.make(
                .sessionLoggedOut, "The session \(session.name) was logged out: it has to be linked again.",
                hint: "InitSession shows a new QR code.")
        }
        guard session.isLinked else {
            throw RPCError.make(
                .sessionNotConnected, "The session \(session.name) is not linked to a WhatsApp account yet.",
                hint: "InitSession shows a QR code to scan.")
        }
        guard queue != .never else {
            throw RPCError.make(
                .sessionNotConnected, "The session \(session.name) is not connected.",
                hint: "Where the field queue is left out, the message waits until it is.")
        }
        return .sessionNotConnected
    }
}
