// What SIGHUP does: the settings are read as at the start, the certificate with its key and the authorities for clients
// are read and checked, and then all of it is put in force, or none. Connections that stand notice nothing. What cannot be
// changed while the server runs is named, and nothing is said to be in force that is not.

internal import Logging
internal import RPC

struct Reload: Sendable {
    let source: ConfigurationSource
    let log: LogSink
    /// What the server was started with.
    let started: Configuration
    /// Nil where the server was started without a certificate.
    let tls: ServerTLS?

    /// Says in one line what came of it, and in a second what has to wait for a restart.
    func run() {
        do {
            let fresh = try source.read()
            var fields = [(name: "log-level", value: fresh.logLevel.rawValue)]
            var inForce: Set<Setting> = [.logLevel]
            // A listener has TLS or has none: with or without a certificate it would be another.
            if let tls, let files = fresh.tls {
                try tls.reload(files)
                fields += [("certificate", tls.facts.fingerprint), ("good-until", tls.facts.lastDay)]
                inForce.formUnion([.tlsCertificate, .tlsKey, .tlsClientCA])
            }
            log.level = fresh.logLevel
            log.log(.notice, "settings reread", fields)
            let waiting = fresh.differences(from: started).filter { !inForce.contains($0) }
            guard !waiting.isEmpty else { return }
            log.log(
                .warning, "settings were changed that need a restart: what was in force stays",
                [("settings", waiting.map(\.rawValue).joined(separator: ","))])
        } catch {
            log.log(
                .error, "settings not reread: what was in force stays",
                [("error", StartFailure(error).description)])
        }
    }
}
