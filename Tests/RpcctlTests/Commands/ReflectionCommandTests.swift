// `services`, `describe` and what helps with `call`: the form of a request, the place of a mistake, completion.
import Codec
import Contract
import Foundation
import RPC
import Testing

@testable import rpcctl

@Suite struct ReflectionCommandTests {
    private static let description = Description.with {
        $0.method = .with {
            $0.path = "switchboard.v1.MessagesService/SendText"
            $0.comment = "Accepts a text to be sent. " + String(repeating: "word ", count: 40)
            $0.request = "switchboard.v1.SendTextRequest"
            $0.response = "switchboard.v1.Message"
            $0.access = [.user, .admin]
            $0.scope = "messages:send"
            $0.idempotent = true
            $0.serverStreaming = true
            $0.routes = [
                .with {
                    $0.method = "POST"
                    $0.path = "/api/v1/messages/send-text"
                    $0.body = "*"
                }
            ]
        }
        $0.messages = [
            .with {
                $0.name = "switchboard.v1.SendTextRequest"
                $0.fields = [
                    .with {
                        $0.name = "recipient"
                        $0.type = "string"
                        $0.comment = "To whom. " + String(repeating: "more ", count: 40)
                    },
                    .with {
                        $0.name = "expires_at"
                        $0.type = "google.protobuf.Timestamp"
                    },
                    .with {
                        $0.name = "things"
                        $0.type = "switchboard.v1.Thing"
                        $0.repeated = true
                    },
                    .with {
                        $0.name = "text"
                        $0.type = "switchboard.v1.TextContent"
                        $0.oneof = "kind"
                    },
                ]
            }, .with { $0.name = "google.protobuf.Timestamp" },
        ]
        $0.enums = [
            .with {
                $0.name = "switchboard.v1.Queue"
                $0.values = [
                    .with { $0.name = "QUEUE_UNSPECIFIED" },
                    .with {
                        $0.name = "QUEUE_NEVER"
                        $0.json_ = "never"
                        $0.comment = "Refuse it."
                    },
                ]
            }
        ]
    }

    private static let server = ScriptedTransport([
        SystemMethods.describeService.path: { _, _ in [.item(description)] },
        SystemMethods.listServices.path: { _, _ in
            [
                .item(
                    ListServicesResponse.with {
                        $0.services = [
                            .with {
                                $0.name = "switchboard.v1.AuthService"
                                $0.summary = "Signing in and out."
                                $0.methods = [
                                    .with {
                                        $0.name = "Login"
                                        $0.summary = "Signs in."
                                    },
                                    .with {
                                        $0.name = "ChangePassword"
                                        $0.summary = "Changes it."
                                    },
                                ]
                            }
                        ]
                    })
            ]
        },
    ])

    @Test func servicesAreListedWithTheirMethodsInColumns() async {
        let ran = await rpcctl("services", server: Self.server)
        #expect(
            ran.out == """
                switchboard.v1.AuthService
                Signing in and out.
                  Login           Signs in.
                  ChangePassword  Changes it.

                """)
        let json = await rpcctl("services", "-o", "json", server: Self.server)
        #expect(json.out.hasPrefix(#"{"services":[{"name":"switchboard.v1.AuthService""#))
    }

    @Test func aMethodIsDescribedWithinTheWidthOfTheTerminal() async throws {
        let ran = await rpcctl("describe", "SendText", server: Self.server, terminal: .init(columns: 72, rows: 40))
        let lines = ran.out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.allSatisfy { DisplayText.width(of: $0) <= 72 })
        #expect(lines.contains("  access    user, admin"))
        #expect(lines.contains("  scope     messages:send"))
        #expect(lines.contains("  HTTP      POST /api/v1/messages/send-text  (JSON body)"))
        #expect(lines.contains("  response  stream of switchboard.v1.Message"))
        #expect(lines.contains { $0.hasPrefix("  recipient   string") && $0.contains("To whom.") })
        #expect(lines.contains { $0.hasPrefix("  things      list of Thing") })
        #expect(lines.contains("  one of kind:"))
        #expect(lines.contains { $0.hasPrefix("  expires_at  Timestamp") })
        #expect(lines.contains("  never  Refuse it."))
        // What JSON has a form of its own for is not unfolded.
        #expect(!ran.out.contains("message google.protobuf.Timestamp"))
        let request = try Self.server.requests(DescribeServiceRequest.self, to: SystemMethods.describeService)
        #expect(request.first?.name == "SendText")
    }

    @Test func everyMethodHasAnExampleThatIsARequest() async throws {
        for (path, entry) in DescriptorSet.methods {
            let json = ExampleRequest.json(entry.request)
            let bytes = try entry.request.bytes(fromJSON: json)
            let back = try entry.request.json(fromBytes: bytes)
            func keys(_ text: String) throws -> Set<String> {
                Set(try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]).keys)
            }
            #expect(try keys(json).isSubset(of: keys(back)), "\(path)")
            #expect(
                try keys(json).count == entry.request.fields.count { $0.oneofName == nil }
                    + entry.request.oneofNames.count)
        }
    }

    @Test func theExampleUnfoldsWhatCanBeFilledIn() async throws {
        let ran = await rpcctl("call", "UsersService/UpdateUser", "--example")
        #expect(ran.exit == .success)
        #expect(ran.server.asked.isEmpty)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(ran.out.utf8)) as? [String: Any])
        #expect(object["id"] as? Int == 0)
        #expect((object["user"] as? [String: Any])?["username"] as? String == "")
        #expect((object["user"] as? [String: Any])?["role"] is NSNull)
        #expect(object["update_mask"] is NSNull)
        let frame = await rpcctl("call", "BridgeService/Attach", "--example")
        #expect(frame.out.contains("\"hello\"") && !frame.out.contains("\"heartbeat\""))
        // What goes on one line is written on one.
        #expect(frame.out.split(separator: "\n").count == 1 && ran.out.split(separator: "\n").count > 4)
    }

    @Test func aMistakeIsShownWhereItStands() async {
        let ran = await rpcctl("call", "MessagesService/SendText", #"{"recipient": "+491", "mesage": "hi"}"#)
        #expect(ran.exit == .usage)
        let lines = ran.err.split(separator: "\n").map(String.init)
        #expect(lines.first == "error: MALFORMED_REQUEST: the request is no switchboard.v1.SendTextRequest")
        #expect(lines.contains("  mesage: no such field"))
        let excerpt = lines.firstIndex { $0.contains(#""mesage": "hi""#) } ?? 0
        let caret =
            lines[excerpt + 1].firstIndex(of: "^").map {
                lines[excerpt + 1].distance(from: lines[excerpt + 1].startIndex, to: $0)
            } ?? 0
        let word =
            lines[excerpt].range(of: "\"mesage\"").map {
                lines[excerpt].distance(from: lines[excerpt].startIndex, to: $0.lowerBound)
            } ?? 0
        #expect((word...word + 9).contains(caret), "\(lines[excerpt])\n\(lines[excerpt + 1])")
        #expect(
            lines.last?.contains("hint: fields there: expires_at, idempotency_key, link_preview, mentions, message")
                == true)
    }

    @Test func aMistakeInALongTextIsCutOut() {
        let text = Array((String(repeating: "a", count: 500) + "\n" + String(repeating: "ü", count: 200) + "X").utf8)
        let excerpt = RequestFault.excerpt(text, at: text.count - 1)
        #expect(excerpt.count == 2)
        #expect(excerpt[0].hasSuffix("üX"))
        #expect(DisplayText.width(of: excerpt[0]) < 80)
        for offset in [-5, 0, 500, 501, text.count, text.count + 9] {
            #expect(RequestFault.excerpt(text, at: offset).count == 2)
        }
        #expect(RequestFault.excerpt([], at: 0).isEmpty)
    }

    @Test func namesAreCompletedFromTheContract() {
        #expect(NameCompletion.methods("MessagesService/SendT") == ["MessagesService/SendText"])
        #expect(NameCompletion.methods("switchboard.v1.EventsService") == ["switchboard.v1.EventsService/Watch"])
        #expect(NameCompletion.names("SessionS").contains("SessionSettings"))
        #expect(NameCompletion.names("Users").contains("UsersService"))
        #expect(NameCompletion.methods("nothing").isEmpty)
        #expect(NameCompletion.methods("v1.EventsService") == ["v1.EventsService/Watch"])
        #expect(NameCompletion.names("v1.MessagesS").contains("v1.MessagesService"))
        #expect(NameCompletion.names("Users").allSatisfy { !$0.contains(".") })
    }

    @Test func theShellGetsItsCompletionScript() async {
        let ran = await rpcctl("--generate-completion-script", "bash")
        #expect(ran.exit == .success)
        #expect(ran.out.contains("rpcctl"))
        #expect(ran.err.isEmpty)
    }

    @Test(
        arguments: [
            ("one two three", 20, 0, ["one two three"]), ("", 20, 0, []),
            ("one two three four five six", 20, 0, ["one two three four", "five six"]),
            ("a\nb", 20, 2, ["  a", "  b"]),
            (String(repeating: "x", count: 30) + " y", 20, 0, [String(repeating: "x", count: 30), "y"]),
        ] as [(String, Int, Int, [String])])
    func proseIsBrokenBetweenWords(text: String, width: Int, margin: Int, lines: [String]) {
        #expect(Prose.lines(text, width: width, margin: margin) == lines)
    }
}
