// HTTP as its users have it: a client of the Django system as a script of curl calls, and the examples of docs/REST.md,
// both against the real rpcd with the simulated WhatsApp.
import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.serialized) struct RestTests {
    static let password = "correct horse battery staple"

    /// An rpcd with a bridge and an admin who can sign in.
    private func house() async throws -> (server: Server, bridge: SimulatedBridge, base: String) {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        _ = try await UsersClient(server.client()).createUser(
            .with {
                $0.username = "root"
                $0.password = Self.password
                $0.role = .admin
            })
        let base = try #require((server.endpoints?["http"] as? [String])?.first)
        return (server, bridge, base)
    }

    @Test func aClientOfTheDjangoSystemChangesNothingButTheHost() async throws {
        let (server, bridge, base) = try await house()
        let script = Sandbox.repository.appendingPathComponent("Tests/EndToEnd/rest.sh").path
        let outcome = try await run(
            "/usr/bin/env", ["bash", script],
            environment: ["BASE": base, "USERNAME": "root", "PASSWORD": Self.password], in: server.sandbox, within: 180)
        #expect(outcome.status == 0, "\(outcome)\n\(server.child.text)")
        #expect(try bridge.sentMessages().values.sorted() == [1])
        // What passed through is in no log.
        #expect(!server.child.text.contains(Self.password))
        #expect(!server.child.text.contains("491512345678"))
    }

    @Test func theExamplesOfTheRESTPageAreTrue() async throws {
        let (server, _, base) = try await house()
        let page = try String(
            contentsOf: Sandbox.repository.appendingPathComponent("docs/REST.md"), encoding: .utf8)
        let examples = DocumentedCall.all(in: page)
        #expect(examples.count > 10)
        var script = "set -euo pipefail\n"
        for (index, example) in examples.enumerated() {
            script += "{\n\(example.shell)\n} > out.\(index) || { echo 'example \(index + 1)' >&2; exit 1; }\n"
        }
        try Data(script.utf8).write(to: URL(fileURLWithPath: server.sandbox.path("page.sh")))
        let outcome = try await run(
            "/usr/bin/env", ["bash", "page.sh"], environment: ["BASE": base, "PASSWORD": Self.password],
            in: server.sandbox, within: 180)
        #expect(outcome.status == 0, "\(outcome)")
        for (index, example) in examples.enumerated() {
            let path = server.sandbox.path("out.\(index)")
            let said = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            if let difference = example.difference(from: said) {
                Issue.record("docs/REST.md, example \(index + 1): \(difference)\n\(example.shell)\n\(said)")
            }
        }
    }

    @Test func everyRouteOfTheContractIsServed() async throws {
        let (server, _, base) = try await house()
        let (status, login) = try await curl(
            server, "POST", base + "/api/v1/auth/login/", #"{"username": "root", "password": "\#(Self.password)"}"#)
        #expect(status == 200)
        let token = try #require((login["data"] as? [String: Any])?["access"] as? String)
        for route in Routes.all where route.method.kind == .unary {
            // Nothing has this id, so that nothing happens.
            let path = route.segments.map { if case .literal(let word) = $0 { word } else { "999999" } }
            let (_, answer) = try await curl(
                server, route.verb, base + "/" + path.joined(separator: "/"), route.body.isEmpty ? nil : "{}",
                token: token)
            let code = answer["error_code"] as? String ?? ""
            #expect(
                !["UNKNOWN_METHOD", "NOT_IMPLEMENTED", "INTERNAL"].contains(code), "\(route.verb) \(path): \(answer)")
            #expect(answer["success"] is Bool, "\(route.verb) \(path): \(answer)")
        }
    }

    private func curl(
        _ server: Server, _ verb: String, _ url: String, _ body: String? = nil, token: String? = nil
    ) async throws -> (Int, [String: Any]) {
        var arguments = ["curl", "-sS", "-X", verb, "-w", "\n%{http_code}", url]
        if let body { arguments += ["-H", "Content-Type: application/json", "-d", body] }
        if let token { arguments += ["-H", "Authorization: Bearer \(token)"] }
        let outcome = try await run("/usr/bin/env", arguments, in: server.sandbox)
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.dropLast().joined(separator: "\n")
        let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return (Int(lines.last ?? "") ?? 0, object ?? [:])
    }
}
