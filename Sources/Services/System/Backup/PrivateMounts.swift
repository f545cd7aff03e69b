// Places that the server alone sees under the name by which everybody else knows another: with PrivateTmp=yes systemd gives
// a service a /tmp and a /var/tmp of its own, and removes them when the service is stopped. A backup there would be made,
// be found by nobody, and be gone at the first step of a restore.

internal import Contract
internal import RPC

struct PrivateMounts: Sendable {
    /// Where they are seen.
    let points: [String]

    /// - Parameter table: in the form of /proc/self/mountinfo.
    init(_ table: String) {
        points = table.split(separator: "\n").compactMap { line in
            // Number, parent, device, the mounted folder within its file system, where it is seen, …
            let fields = line.split(separator: " ", maxSplits: 5)
            guard fields.count == 6, fields[3].contains("/systemd-private-") else { return nil }
            return String(fields[4])
        }
    }

    /// - Throws: VALIDATION_ERROR for a path in one of them.
    func refuse(_ path: String) throws {
        // However many slashes there are.
        let parts = path.split(separator: "/").filter { $0 != "." }
        for point in points where parts.starts(with: point.split(separator: "/")) {
            throw RPCError.make(
                .validationError,
                "The server has a \(point) of its own: nobody else would see the backup, and it would be gone when the server ends.",
                violations: [.init(field: "path", description: "is in a folder that only the server sees (\(point))")],
                hint: "Give a name, or a path elsewhere (PrivateTmp= in the unit).")
        }
    }
}
