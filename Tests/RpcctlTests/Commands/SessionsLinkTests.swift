// `sessions link`: the code is drawn, drawn again when it changes, and the ends are told apart.
import Codec
import Contract
import Foundation
import QRCode
import RPC
import Testing

@testable import rpcctl

@Suite struct SessionsLinkTests {
    private static func session(_ status: SessionStatus, reason: String = "") -> Session {
        .with {
            $0.id = 3
            $0.name = "default"
            $0.status = status
            $0.statusReason = reason
        }
    }

    private static func update(_ status: SessionStatus, code: String? = nil, sequence: Int32 = 1) -> Step {
        .item(
            SessionUpdate.with {
                $0.session = session(status)
                $0.qrCode = code.map { code in
                    .with {
                        $0.code = code
                        $0.sequence = sequence
                    }
                }
            })
    }

    private static func server(_ watch: [Step], started: Session = session(.starting)) -> ScriptedTransport {
        ScriptedTransport([
            SessionsMethods.initSession.path: { _, _ in [.item(started)] },
            SessionsMethods.watchSession.path: { _, _ in watch },
        ])
    }

    private static let scanned: [Step] = [
        update(.starting), .item(SessionUpdate()), update(.qrPending, code: "first"),
        update(.qrPending, code: "first"), update(.qrPending, code: "second", sequence: 2), update(.authenticated),
        update(.connected), .hang,
    ]

    private func picture(_ text: String, style: Style = .plain) throws -> String {
        LinkScreen.painted(try QRCode(text: text).lines(), style).joined(separator: "\n")
    }

    @Test func eachCodeIsDrawnOnceAndTheSessionStandsAtTheEnd() async throws {
        let ran = await rpcctl("sessions", "link", server: Self.server(Self.scanned))
        #expect(ran.exit == .success)
        #expect(ran.out.components(separatedBy: try picture("first")).count == 2)
        #expect(ran.out.components(separatedBy: try picture("second")).count == 2)
        #expect(ran.out.contains("Code 2 of session default."))
        #expect(ran.out.contains("status  connected"))
        #expect(!ran.out.contains("\u{1B}"))
        #expect(ran.err.isEmpty)
    }

    @Test func onATerminalTheNextPictureTakesThePlaceOfTheLast() async throws {
        let ran = await rpcctl(
            "sessions", "link", server: Self.server(Self.scanned), terminal: .init(columns: 100, rows: 60),
            style: .coloured)
        #expect(ran.out.contains(try picture("first", style: .coloured)))
        // Five drawings (two pictures, three lines): four take the place of one, and the last is cleared away.
        #expect(ran.out.components(separatedBy: "\u{1B}[J").count - 1 == 5)
    }

    @Test func aTerminalThatIsTooNarrowGetsNoBrokenPicture() async {
        let ran = await rpcctl(
            "sessions", "link", server: Self.server(Self.scanned), terminal: .init(columns: 20, rows: 60))
        #expect(ran.exit == .success)
        #expect(ran.out.contains("it needs 25 columns."))
        #expect(!ran.out.contains("█"))
    }

    @Test func besideJSONThePictureIsNoData() async throws {
        let ran = await rpcctl("sessions", "link", "-o", "json", server: Self.server(Self.scanned))
        let object = try JSONSerialization.jsonObject(with: Data(ran.out.utf8)) as? [String: Any]
        #expect(object?["status"] as? String == "connected")
        #expect(ran.err.contains(try picture("second")))
    }

    @Test func aSessionThatIsConnectedNeedsNoWatch() async {
        let ran = await rpcctl("sessions", "link", server: Self.server([], started: Self.session(.connected)))
        #expect(ran.exit == .success)
        #expect(ran.server.asked.map(\.method) == [SessionsMethods.initSession.path])
    }

    @Test func timeRunsOutWith75() async {
        let server = Self.server([Self.update(.starting), .hang])
        let ran = await rpcctl("sessions", "link", "work", "--timeout", "60ms", server: server)
        #expect(ran.exit.rawValue == 75)
        #expect(ran.err.contains("error: DEADLINE_EXCEEDED: not connected within 60ms (starting)"))
    }

    @Test(arguments: [
        (SessionStatus.failed, "SESSION_NOT_CONNECTED"), (.loggedOut, "SESSION_LOGGED_OUT"),
        (.conflict, "SESSION_CONFLICT"), (.restricted, "ACCOUNT_RESTRICTED"),
    ])
    func whereItCannotGoOnItEndsAtOnce(status: SessionStatus, reason: String) async {
        let ran = await rpcctl("sessions", "link", server: Self.server([Self.update(status), .hang]))
        #expect(ran.exit.rawValue == 1)
        #expect(
            ran.err.hasPrefix("error: \(reason): the session is \(SessionText.status(.with { $0.status = status }))"))
    }

    @Test func aLostConnectionIs69() async {
        let server = Self.server([Self.update(.starting), .fail(connectionLost)])
        #expect(await rpcctl("sessions", "link", server: server).exit.rawValue == 69)
    }

    @Test func theNameGoesAlong() async throws {
        let server = Self.server([Self.update(.connected)])
        _ = await rpcctl("sessions", "link", "work", "--engine", "simulator", server: server)
        let request = try #require(try server.requests(InitSessionRequest.self, to: SessionsMethods.initSession).first)
        #expect(request.session == "work")
        #expect(request.engine == "simulator")
        #expect(try server.requests(WatchSessionRequest.self, to: SessionsMethods.watchSession).map(\.sessionId) == [3])
    }
}
