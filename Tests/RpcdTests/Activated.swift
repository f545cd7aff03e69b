// rpcd as systemd starts it, by its stand-in `systemd-socket-activate`, which becomes rpcd when somebody connects.
//
// Not by Foundation's Process: that takes a child for ended as soon as it closes what it inherited, which the stand-in does,
// and then waits for its real end on the one thread that looks after the children of all other tests.
import Foundation
import Glibc

final class Activated: Sendable {
    static let program = "/usr/bin/systemd-socket-activate"
    static var isThere: Bool { access(program, X_OK) == 0 }

    private let pid: pid_t

    struct Failure: Error { let code: Int32 }

    /// - Parameters:
    ///   - sockets: what it shall open, and their names.
    ///   - arguments: of rpcd.
    init(_ sockets: [String], _ arguments: [String]) throws {
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let words =
            [Self.program] + sockets + ["-E", "SWIFT_BACKTRACE=enable=no"]
            + [products.appendingPathComponent("rpcd").path] + arguments
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 as ClosedRange<Int32> {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        var list: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/bin:/bin"), nil]
        defer { for word in list + environment { free(word) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, Self.program, &actions, nil, &list, &environment)
        guard code == 0 else { throw Failure(code: code) }
        pid = child
    }

    deinit {
        // Where it was waited for already, there is no such child, and no such process.
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == 0 else { return }
        kill(pid, SIGKILL)
        waitpid(pid, &status, 0)
    }

    /// Asks it to end.
    /// - Returns: how it did: 0 = well; nil where it does not in time.
    func end() async throws -> Int32? {
        kill(pid, SIGTERM)
        var status: Int32 = 0
        for _ in 0..<2_000 {
            if waitpid(pid, &status, WNOHANG) == pid { return status }
            try await Task.sleep(for: .milliseconds(10))
        }
        return nil
    }
}
