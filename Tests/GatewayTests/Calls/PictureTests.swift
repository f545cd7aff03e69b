// The QR code as JSON and as pictures, by query and by header.
import Codec
import Contract
import RPC
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(2))) struct PictureTests {
    private func house() async throws -> ScriptedGateway {
        let http = try await ScriptedGateway()
        http.methods.answer(SessionsMethods.getQrCode) { _ in
            QrCode.with {
                $0.sessionId = 17
                $0.code = "2@abcdefghijklmnop,qrstuvwxyz"
            }
        }
        return http
    }

    @Test func theFormatIsWhatIsAskedFor() async throws {
        let http = try await house()
        let json = try await http("GET", "/api/v1/sessions/17/qr/")
        #expect(json.data["code"].string == "2@abcdefghijklmnop,qrstuvwxyz")
        #expect(json.headers["cache-control"] == "no-store")
        let png = try await http("GET", "/api/v1/sessions/17/qr/?format=png")
        #expect(png.headers["content-type"] == "image/png")
        #expect(png.headers["cache-control"] == "no-store")
        #expect(png.headers["x-content-type-options"] == "nosniff")
        #expect(png.body.dropFirst().hasPrefix("PNG"))
        let svg = try await http("GET", "/api/v1/sessions/17/qr", headers: ["Accept": "image/svg+xml"])
        #expect(svg.headers["content-type"] == "image/svg+xml")
        #expect(svg.body.contains("<svg"))
        let text = try await http("GET", "/api/v1/sessions/17/qr?format=txt", headers: ["Accept": "image/png"])
        #expect(text.headers["content-type"] == "text/plain; charset=utf-8")
        #expect(text.body.contains("█") || text.body.contains("▀"))
        #expect(!text.body.contains("abcdefghijklmnop"))
        #expect(http.methods.request(SessionsMethods.getQrCode)?.contains(#""session_id":17"#) == true)
        await http.end()
    }

    @Test func aFormatThatThereIsNotIsRefusedAndErrorsAreJSON() async throws {
        let http = try await house()
        let bad = try await http("GET", "/api/v1/sessions/17/qr?format=gif")
        #expect(bad.status == 400)
        #expect(!bad.errors("format").isEmpty)
        http.methods.answer(SessionsMethods.getQrCode) { _ in
            throw RPCError.refusal(.sessionNotConnected, "There is no code to scan.")
        }
        let none = try await http("GET", "/api/v1/sessions/17/qr?format=png")
        #expect(none.status == 409)
        #expect(none.code == "SESSION_NOT_CONNECTED")
        await http.end()
    }

    @Test(arguments: [
        ("", PictureFormat.json), ("*/*", .json), ("image/png", .png), ("image/*", .png), ("text/html", .json),
        ("text/html, image/svg+xml;q=0.9, */*;q=0.8", .svg), ("image/png;q=0.1, application/json", .json),
        ("text/plain, image/png", .txt), ("image/png;q=0", .json), ("IMAGE/PNG ; Q=1.0", .png),
    ])
    func theHeaderAcceptIsRead(header: String, format: PictureFormat) {
        #expect(PictureFormat.accepted(header) == format)
    }
}
