// HTTPS: what a client that ends without the goodbye of TLS still gets, and handshakes that come to nothing.
import Codec
import Contract
import Dispatch
import Foundation
import RPC
import TestCertificates
import TestKit
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(2))) struct SecureTests {
    private let certificates: Certificates
    private let tls: ServerTLS

    init() throws {
        certificates = try Certificates()
        try certificates.issue("server")
        tls = try ServerTLS(.init(certificate: certificates["server.pem"], key: certificates["server.key"]))
    }

    /// Says all it has to say in one request, then shuts the socket's sending side, below TLS, as a process does whose
    /// library knows no goodbye; reads whatever comes after that.
    private static let halfCloser = """
        import os, socket, ssl, sys, time
        port, authority, request, pause = int(sys.argv[1]), sys.argv[2], sys.argv[3], float(sys.argv[4])
        plain = socket.create_connection(("127.0.0.1", port), timeout=20)
        secure = ssl.create_default_context(cafile=authority).wrap_socket(plain, server_hostname="localhost")
        secure.sendall(request.encode())
        socket.socket(fileno=os.dup(secure.fileno())).shutdown(socket.SHUT_WR)
        time.sleep(pause)
        while True:
            piece = secure.recv(65536)
            if not piece: break
            sys.stdout.write(piece.decode())
        """

    private func halfClose(_ http: ScriptedGateway, _ request: String, pause: Double = 0) async throws -> String {
        guard case .tls(_, let port) = http.server.endpoints[0] else { return "" }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", Self.halfCloser, "\(port)", certificates["ca.pem"], request, "\(pause)"]
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let reading = output.fileHandleForReading
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: String(decoding: reading.readDataToEndOfFile(), as: UTF8.self))
            }
        }
    }

    /// More than sockets hold is no different from a few bytes.
    @Test(arguments: [3, 3_500_000])
    func whoEndsWithoutAGoodbyeStillGetsTheAnswer(size: Int) async throws {
        let http = try await ScriptedGateway(tls: tls) { $0.linger = .milliseconds(100) }
        http.methods.answer(UsersMethods.getUser) { _ in
            try await Task.sleep(for: .milliseconds(300))
            return User.with { $0.username = String(repeating: "x", count: size) }
        }
        let answer = try await halfClose(http, getUser, pause: size > 3 ? 1 : 0)
        #expect(answer.hasPrefix("HTTP/1.1 200 "), "\(answer.prefix(300))")
        #expect(HTTPAnswer(answer)?.data["username"].string.utf8.count == size, "\(answer.suffix(100))")
        try await until { http.server.connectionCount == 0 }
        #expect(http.refusals.count(of: .tlsHandshake) == 0)
        await http.end()
    }

    /// What was cut short was not asked.
    @Test func whatHadNotComeInFullIsNotRun() async throws {
        let http = try await ScriptedGateway(tls: tls)
        let begun =
            "POST /api/v1/users/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{}"
        for request in ["GET /api/v1/users/1/ HTTP/1.1\r\nHost: x\r\n", begun] {
            #expect(try await !halfClose(http, request).contains("HTTP/1.1 200"))
        }
        try await until { http.server.connectionCount == 0 }
        #expect(http.methods.callCount == 0)
        await http.end()
    }

    @Test func aHandshakeThatTakesTooLongIsCutAndCounted() async throws {
        let lines = LogLines()
        let http = try await ScriptedGateway(tls: tls, logger: lines.logger) { $0.tlsHandshake = .milliseconds(200) }
        let silent = try http.connect()
        #expect(try await silent.receive() == "")
        // The first bytes of one give no more time than none.
        let begun = try http.connect()
        try begun.send("\u{16}\u{3}\u{1}")
        #expect(try await begun.receive() == "")
        try await until { http.server.connectionCount == 0 }
        #expect(http.refusals.count(of: .tlsHandshake) == 2)
        #expect(lines.all.map { $0.fields["reason"] } == Array(repeating: "no TLS handshake in time", count: 2))
        #expect(lines.all.allSatisfy { $0.fields["peer"]?.hasPrefix("127.0.0.1:") == true })
        await http.end()
    }

    @Test func aHandshakeThatFailsIsCountedWithItsReason() async throws {
        let lines = LogLines()
        let http = try await ScriptedGateway(tls: tls, logger: lines.logger)
        let plain = try http.connect()
        try plain.send(getUser)
        _ = try await plain.receive()
        // Trusts nobody here.
        guard case .tls(_, let port) = http.server.endpoints[0] else { return }
        try certificates.authority("other")
        _ = try Certificates.openssl(
            [
                "s_client", "-connect", "127.0.0.1:\(port)", "-verify_return_error", "-CAfile",
                certificates["other.pem"],
            ], mayFail: true)
        try await until { http.refusals.count(of: .tlsHandshake) == 2 }
        try await until { http.server.connectionCount == 0 }
        #expect(http.refusals.count(of: .tlsHandshake) == 2)
        #expect(lines.all.first?.fields["reason"] == "plain HTTP was sent to it")
        #expect(lines.all.allSatisfy { $0.fields["limit"] == "tls_handshake" })
        await http.end()
    }

    /// Who looks whether somebody is there, and who is served, was refused nothing.
    @Test func whoLeavesWithoutAWordIsNotCounted() async throws {
        let http = try await ScriptedGateway(tls: tls) { $0.tlsHandshake = .seconds(1) }
        do {
            let passing = try http.connect()
            passing.finishSending()
            #expect(try await passing.receive() == "")
        }
        #expect(try await halfClose(http, getUser).hasPrefix("HTTP/1.1 200 "))
        try await until { http.server.connectionCount == 0 }
        try await Task.sleep(for: .milliseconds(1_200))
        #expect(http.refusals.count(of: .tlsHandshake) == 0)
        await http.end()
    }
}
