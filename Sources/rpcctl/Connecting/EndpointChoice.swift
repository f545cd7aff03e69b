// Where to dial. A default socket is used only where its owner is root or oneself: another user could have put one in
// the way and would be handed the caller's credentials. An endpoint given by hand is the caller's own decision.
internal import Glibc
internal import RPC

struct EndpointChoice: Equatable {
    let endpoint: Endpoint
    /// Named by a flag or the environment, and so trusted.
    let isGivenByHand: Bool

    /// In the order in which they are tried.
    static let defaults = ["./data/rpcd.sock", "/run/switchboard/rpcd.sock"]

    /// - Parameters:
    ///   - flag: `--endpoint`.
    ///   - environment: `SWITCHBOARD_ENDPOINT`.
    ///   - uid: one's own.
    ///   - owner: the owner of a socket; nil where there is none of that name.
    static func choose(
        flag: String?, environment: String?, uid: UInt32, owner: (String) -> UInt32?
    ) throws(Failure) -> EndpointChoice {
        if let given = flag ?? environment.flatMap({ $0.isEmpty ? nil : $0 }) {
            do {
                return EndpointChoice(endpoint: try Endpoint(parsing: given), isGivenByHand: true)
            } catch {
                throw .usage(error.description)
            }
        }
        for path in defaults {
            guard let owner = owner(path) else { continue }
            guard owner == 0 || owner == uid else {
                throw Failure(
                    .cannotConnect, "UNAVAILABLE",
                    "\(path) belongs to uid \(owner), neither root nor you: nothing was sent to it",
                    hint: "if you trust it, say so: --endpoint unix:\(path)")
            }
            return EndpointChoice(endpoint: .unix(path: path), isGivenByHand: false)
        }
        throw Failure(
            .cannotConnect, "UNAVAILABLE",
            "no rpcd found: there is no socket \(defaults.joined(separator: " and no "))",
            hint: "start one with `rpcd`, or name its endpoint with --endpoint")
    }

    /// The owner of the socket at a path, symbolic links not followed.
    static func ownerOfSocket(_ path: String) -> UInt32? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
        return status.st_uid
    }

    /// The endpoint under one name, wherever one stands when naming it: sockets by their absolute path.
    static func name(of endpoint: Endpoint) -> String {
        guard case .unix(let path) = endpoint, let real = realpath(path, nil) else { return endpoint.description }
        defer { free(real) }
        return "unix:" + String(cString: real)
    }
}
