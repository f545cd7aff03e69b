// What SIGHUP does: the settings are read as at the start, the certificate with its key and the authorities for clients
// are read and checked, and then all of it is put in force, or none. Connections that stand notice nothing.

internal import Logging
internal import RPC

struct Reload: Sendable {
    let source: ConfigurationSource
    let log: LogSink
    /// Nil where the server was started without a certificate.
    let tls: ServerTLS?

    /// Says in one line what came of it.
    func run() {
        do {
            let fresh = try source.read()
            var fields = [(name: "log-level", value: fresh.logLevel.rawValue)]
            if let tls, let files = fresh.tls {
                try tls.reload(files)
                fields += [("certificate", tls.facts.fingerprint), ("good-until", tls.facts.lastDay)]
            }
            log.level = fresh.logLevel
            log.log(.notice, "settings reread", fields)
        } catch {
            log.log(
                .error, "settings not reread: what was in force stays",
                [("error", StartFailure(error).description)])
        }
    }
}
