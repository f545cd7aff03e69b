// rpcd, the server: reads its settings, starts, serves, ends with the status that API.md 1 promises.
// A crash of a Swift program prints memory by default; production sets SWIFT_BACKTRACE=enable=no (--help says so).

internal import ArgumentParser
internal import CoreMetrics
internal import Foundation
internal import Glibc
internal import Logging
internal import Prometheus
internal import RPC

@main
struct Rpcd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rpcd",
        abstract: "The Switchboard server.",
        discussion: """
            A setting is taken from its flag, else from its environment variable (SWITCHBOARD_ and the flag's name, \
            such as SWITCHBOARD_DATA_DIR), else from the file given by --config, else from its default.

            SIGTERM and SIGINT end the server once calls under way are answered; a second one ends it at once. \
            SIGHUP rereads the log level and the files of TLS, and names what else was changed and needs a restart.

            Exit status: 0 fine, 64 usage, 70 internal, 73 cannot create a file or socket, 75 another rpcd runs on the \
            data directory, 78 bad configuration.

            In production set SWIFT_BACKTRACE=enable=no: a backtrace may show memory.
            """,
        version: "rpcd \(Version.current)", subcommands: [RestoreCommand.self, DoctorCommand.self, NewKeyCommand.self])

    @OptionGroup var flags: Flags

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let source = ConfigurationSource(flags: flags, environment: environment)
        let configuration: Configuration
        do {
            configuration = try source.read()
        } catch {
            Self.fail(StartFailure(error))
        }
        let tls: ServerTLS?
        do {
            tls = try configuration.tls.map { try ServerTLS($0) }
        } catch {
            Self.fail(StartFailure(error))
        }
        if flags.checkConfig {
            print(configuration.summary)
            if let facts = tls?.facts {
                print("# the certificate: sha256 \(facts.fingerprint), good until \(facts.lastDay)")
            }
            return
        }
        umask(0o027)
        let log = LogSink(format: configuration.logFormat, level: configuration.logLevel)
        LoggingSystem.bootstrap { SinkLogHandler(label: $0, sink: log) }
        let metrics = MetricsRegistry()
        MetricsSystem.bootstrap(metrics)
        DescriptorLimit.raise()
        let inherited: [ListenerConfiguration]
        do {
            inherited = try InheritedSockets(environment: environment)
                .listeners(tls, insecure: configuration.insecure)
            InheritedSockets.forget()
        } catch {
            Self.fail(StartFailure(error))
        }
        let supervisor = Supervisor(environment: environment)
        do {
            let daemon = try Daemon(
                configuration, log: log, supervisor: supervisor, metrics: metrics, tls: tls,
                inherited: inherited)
            let reload = Reload(source: source, log: log, started: configuration, tls: tls)
            let signals = Signals(
                end: { daemon.stop(.asked(signal: $0)) },
                endAtOnce: {
                    daemon.abandon()
                    // Lines wait for company; those of the last moment tell why it was ended so.
                    log.flush()
                    _exit(ExitStatus.internal.rawValue)
                },
                reread: { daemon.reload(reload) })
            let status = try await daemon.run()
            withExtendedLifetime(signals) {}
            log.flush()
            _exit(status.rawValue)
        } catch {
            log.flush()
            Self.fail(StartFailure(error))
        }
    }

    /// Ends with a failure's status, and says why in the way of all our programs.
    static func fail(_ failure: StartFailure) -> Never {
        var text = "error: \(failure.description)\n"
        if let hint = failure.hint { text += "hint: \(hint)\n" }
        let bytes = Array(text.utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
        _exit(failure.status.rawValue)
    }
}

enum DescriptorLimit {
    /// As many descriptors as the system lets us have: connections are limited by our own settings.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < limit.rlim_max
        else {
            return
        }
        // Some systems allow a thousand million, and a table of that size.
        limit.rlim_cur = min(limit.rlim_max, 1 << 20)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
