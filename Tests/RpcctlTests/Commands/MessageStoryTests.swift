// `messages why` and its sisters: what a message's state is in words, and what is asked for to change it.
import Codec
import Contract
import RPC
import Testing

@testable import rpcctl

@Suite struct MessageStoryTests {
    private static func entry(
        _ cause: String, _ to: MessageStatus, from: MessageStatus = .pending,
        _ more: (inout TimelineEntry) -> Void = { _ in }
    ) -> TimelineEntry {
        .with {
            $0.cause = cause
            $0.from = from
            $0.to = to
            $0.at = .with { $0.seconds = 1_700_000_000 }
            more(&$0)
        }
    }

    private static func message(_ status: MessageStatus, _ more: (inout Message) -> Void = { _ in }) -> Message {
        .with {
            $0.id = 42
            $0.sessionId = 3
            $0.recipient = "+4915112345678"
            $0.direction = .outbound
            $0.status = status
            more(&$0)
        }
    }

    private func story(_ message: Message, session: Session? = nil) -> String {
        MessageStory(message: message, session: session, now: 1_700_000_000).lines(width: 500).joined(separator: "\n")
    }

    @Test(arguments: [
        "due", "expired", "cancelled", "handed_to_bridge", "not_handed_over", "result", "retry", "attempts_used_up",
        "ack",
        "error_ack", "late_success", "same_id_is_safe", "bridge_lost", "server_restarted", "command_deadline",
        "ack_deadline", "epoch_over", "retried_by_user", "resolved_sent", "resolved_failed", "resolved_resend",
        "session_logged_out",
        "session_deleted", "held", "received",
    ])
    func everyCauseHasItsSentence(cause: String) {
        let sentence = MessageStory.sentence(Self.entry(cause, .pending))
        #expect(sentence.first?.isUppercase == true, "the words for a cause that nobody knows: \(sentence)")
        #expect(sentence.hasSuffix("."))
    }

    @Test func aMessageThatWaitsForItsSessionSaysSoAndWhatBringsItBack() async throws {
        let server = ScriptedTransport([
            MessagesMethods.getMessage.path: { _, _ in
                [
                    .item(
                        Self.message(.pending) {
                            $0.holdReason = "session_not_connected"
                            $0.expiresAt = .with { $0.seconds = 1_700_003_600 }
                            $0.timeline = [Self.entry("accepted", .pending, from: .unspecified)]
                        })
                ]
            },
            SessionsMethods.getSession.path: { _, _ in
                [
                    .item(
                        Session.with {
                            $0.name = "work"
                            $0.status = .disconnected
                            $0.statusReason = "no_bridge"
                        })
                ]
            },
        ])
        let ran = await rpcctl("messages", "why", "42", server: server)
        #expect(ran.exit == .success)
        #expect(
            ran.out == """
                Message 42 to +4915112345678: pending. It waits because its session work is not connected
                (disconnected, no_bridge).

                2023-11-14 22:13:20.000Z  It was accepted.

                →  No bridge carries the session: start one, or one with more room; it takes the session up by
                   itself. rpcctl bridges list shows those that are attached.
                →  It is tried until 2023-11-14 23:13:20Z, 1h from now, and expires then.
                →  rpcctl messages cancel 42 takes it back.

                """)
        #expect(try server.requests(GetSessionRequest.self, to: SessionsMethods.getSession).map(\.id) == [3])
    }

    @Test(arguments: [
        ("pacing", "sends at a person's pace; the next message goes at 2023-11-14 22:13:25Z."),
        ("recipient_gap", "written to a moment ago; the next message goes at 2023-11-14 22:13:25Z."),
        ("cold_budget", "as many such as it may in a day; the next try is at 2023-11-14 22:15:00Z."),
        ("quiet_hours", "quiet hours (22:00-07:00 UTC); the next message goes at 2023-11-14 22:13:25Z."),
        ("engine_paused", "its session rests; the next message goes at 2023-11-14 22:13:25Z."),
        ("storage_fault", "its log says why; the next try is at 2023-11-14 22:15:00Z."),
        ("recipient_cold_restricted", "write to no stranger just now; the next try is at 2023-11-14 22:15:00Z."),
    ])
    func whatThePaceHoldsBackSaysSo(reason: String, words: String) {
        let message = Self.message(.pending) {
            $0.holdReason = reason
            $0.nextTryAt = .with { $0.seconds = 1_700_000_100 }
        }
        let session = Session.with {
            $0.name = "work"
            $0.settings = .with { $0.quietHours = "22:00-07:00 UTC" }
            $0.pacing = .with { $0.nextSendAt = .with { $0.seconds = 1_700_000_005 } }
        }
        #expect(story(message, session: session).contains(words), "\(story(message, session: session))")
        // Where the session cannot be seen, it is told all the same.
        #expect(story(message).contains("It waits "))
    }

    @Test func aSessionThatCannotBeSeenIsNoReasonToFail() async {
        let server = ScriptedTransport([
            MessagesMethods.getMessage.path: { _, _ in
                [.item(Self.message(.pending) { $0.holdReason = "session_not_connected" })]
            }
        ])
        let ran = await rpcctl("messages", "why", "42", server: server)
        #expect(ran.exit == .success)
        #expect(ran.out.contains("its session is not connected"))
        #expect(ran.out.contains("rpcctl sessions link 3"))
        #expect(ran.err.isEmpty)
    }

    @Test func forProgramsItIsTheMessage() async {
        let server = ScriptedTransport([
            MessagesMethods.getMessage.path: { _, _ in [.item(Self.message(.failed))] }
        ])
        let ran = await rpcctl("messages", "why", "42", "-o", "json", server: server)
        #expect(ran.out.hasPrefix("{\"id\":42,"))
        #expect(ran.server.asked.count == 1)
    }

    @Test func aLostBridgeIsToldStepByStep() {
        let text = story(
            Self.message(.unknown) {
                $0.timeline = [
                    Self.entry("accepted", .pending, from: .unspecified),
                    Self.entry("handed_to_bridge", .dispatched) {
                        $0.bridge = "b1"
                        $0.attempt = 1
                    },
                    Self.entry("bridge_lost", .unknown, from: .dispatched),
                ]
            })
        #expect(text.contains("It was handed to bridge b1, attempt 1."))
        #expect(text.contains("Its bridge was lost before it was known what became of it."))
        #expect(text.contains("rpcctl messages resolve 42 --sent, --failed, or --resend"))
    }

    @Test(arguments: [
        ("bridge_lost", "its bridge went away"), ("result", "the engine could not say"),
        ("command_deadline", "did not say so in time"), ("server_restarted", "the server ended"),
        ("epoch_over", "handed out anew"), ("ack_deadline", "never confirmed it"),
    ])
    func whyNobodyKnowsIsSaid(cause: String, why: String) {
        let message = Self.message(.unknown) {
            $0.timeline = [Self.entry(cause, .unknown, from: .dispatched), Self.entry("held", .pending)]
        }
        let waits = story(
            message,
            session: .with {
                $0.name = "work"; $0.status = .disconnected
            })
        #expect(waits.contains(why))
        #expect(waits.contains("When the session is carried again"))
        #expect(waits.contains("rpcctl sessions link work brings the session back"))
        let asks = story(
            message,
            session: .with {
                $0.name = "work"; $0.status = .connected
            })
        #expect(asks.contains("What could be found out was found out."))
        #expect(!asks.contains("sessions link"))
        #expect(asks.contains("rpcctl messages resolve 42 --sent"))
    }

    @Test(arguments: [
        ("RECIPIENT_NOT_ON_WHATSAPP", "", "another number"), ("SESSION_LOGGED_OUT", "", "rpcctl sessions link 3, then"),
        ("ACCOUNT_BANNED", "", "Only the account's owner"), ("RECIPIENT_COLD_RESTRICTED", "", "When that is over"),
        ("OUTCOME_UNKNOWN", "attempts_used_up", "look on the phone first"),
        ("OUTCOME_UNKNOWN", "resolved_failed", "puts it back into the queue"),
        ("ENGINE_UNSUPPORTED", "", "change it, and send it anew"), ("ENGINE_ERROR", "", "puts it back into the queue"),
    ])
    func whatHelpsIsSaidByTheReason(reason: String, cause: String, advice: String) {
        let text = story(
            Self.message(.failed) {
                $0.errorCode = reason
                $0.errorMessage = "it is so."
                $0.timeline = [Self.entry(cause, .failed)]
            })
        #expect(text.contains("It was given up: \(reason) (it is so)."))
        #expect(text.contains(advice), "\(text)")
    }

    /// Every state has a sentence of its own.
    @Test func everyStateIsExplained() {
        let all: [MessageStatus] = [
            .scheduled, .pending, .dispatched, .submitted, .unknown, .sent, .delivered, .read, .played, .failed,
            .expired, .cancelled,
        ]
        let stories = all.map { MessageStory(message: Self.message($0), session: nil, now: 0).standing }
        #expect(stories.allSatisfy { $0.hasSuffix(".") && $0.count > 10 })
        #expect(Set(stories).count == all.count)
    }

    @Test(arguments: [
        ("session_not_connected", "its session is not connected"), ("session_logged_out", "was logged out"),
        ("no_bridge_credit", "ready for more"), ("retry_backoff", "Attempt 2 failed; the next try is at 2023-11-14"),
        ("recipient_cold_restricted", "write to no stranger"), ("something_new", "It waits: something new"),
    ])
    func everyReasonToHoldIsExplained(reason: String, text: String) {
        let standing = MessageStory(
            message: Self.message(.pending) {
                $0.holdReason = reason
                $0.attempts = 2
                $0.nextTryAt = .with { $0.seconds = 1_700_000_060 }
            }, session: nil, now: 0
        ).standing
        #expect(standing.contains(text), "\(standing)")
    }

    @Test(arguments: [
        (entry("result", .submitted, from: .dispatched), "The engine took it."),
        (
            entry("result", .failed) {
                $0.reason = "RECIPIENT_NOT_ON_WHATSAPP"
                $0.engineCode = "404"
                $0.detail = "not there"
            }, "The engine refused it: RECIPIENT_NOT_ON_WHATSAPP (404: not there)."
        ),
        (entry("ack", .sent), "WhatsApp's server confirmed it."), (entry("ack", .read), "It was read."),
        (entry("held", .pending) { $0.detail = "no_bridge_credit" }, "It was held: no_bridge_credit."),
        (
            entry("error_ack", .failed) {
                $0.reason = "ENGINE_ERROR"
                $0.engineCode = "479"
                $0.detail = "WhatsApp reported an error."
            }, "WhatsApp had taken it, and then refused it: ENGINE_ERROR (479: WhatsApp reported an error)."
        ),
        (entry("late_success", .submitted), "It had gone out after all: the engine had taken it."),
        (entry("late_success", .delivered), "It had gone out after all: delivered."),
        (
            entry("bridge_lost", .unknown, from: .submitted),
            "Its bridge was lost before WhatsApp's server had confirmed it."
        ),
        (entry("received", .delivered) { $0.bridge = "b1" }, "It came in through bridge b1."),
        (
            entry("session_logged_out", .failed) {
                $0.reason = "SESSION_LOGGED_OUT"
                $0.detail = "its session was logged out"
            }, "Its session was logged out."
        ),
        (
            entry("session_deleted", .failed) { $0.reason = "OUTCOME_UNKNOWN" },
            "Its session was deleted before it was known what became of it."
        ),
        (entry("server_restarted", .unknown), "The server was started again before it was known what became of it."),
        (entry("brand_new", .sent), "brand new: sent."), (entry("", .sent), "Something happened: sent."),
    ])
    func entriesAreSentences(entry: TimelineEntry, sentence: String) {
        #expect(MessageStory.sentence(entry) == sentence)
    }

    @Test func whatOthersWroteIsNotObeyed() {
        let text = story(
            Self.message(.failed) {
                $0.errorCode = "ENGINE_ERROR"
                $0.errorMessage = "\u{1B}[31mred"
                $0.timeline = [Self.entry("result", .failed) { $0.detail = "a\u{1B}b" }]
            })
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("\\u{1b}[31mred"))
    }

    @Test func onATerminalTheStateIsPaintedAndLinesAreNoWider() {
        let story = MessageStory(
            message: Self.message(.failed) { $0.errorMessage = String(repeating: "long ", count: 50) }, session: nil,
            now: 0)
        let lines = story.lines(style: .coloured, width: 60)
        #expect(lines[0].contains(": \u{1B}[31mfailed\u{1B}[0m."))
        #expect(lines.map(withoutEscapes) == story.lines(width: 60))
        #expect(lines.allSatisfy { DisplayText.width(of: withoutEscapes($0)) <= 60 })
    }

    @Test func cancelRetryAndResolveSayWhichMessage() async throws {
        let answer: ScriptedTransport.Script = { _, _ in [.item(Self.message(.pending))] }
        let server = ScriptedTransport([
            MessagesMethods.cancelMessage.path: answer, MessagesMethods.retryMessage.path: answer,
            MessagesMethods.resolveMessage.path: answer,
        ])
        let ran = await rpcctl("messages", "cancel", "42", "-o", "json", server: server)
        #expect(ran.out.hasPrefix("{\"id\":42,"))
        _ = await rpcctl("messages", "retry", "42", server: server)
        for flag in ["--sent", "--failed", "--resend"] {
            _ = await rpcctl("messages", "resolve", "42", flag, server: server)
        }
        #expect(try server.requests(CancelMessageRequest.self, to: MessagesMethods.cancelMessage).map(\.id) == [42])
        #expect(try server.requests(RetryMessageRequest.self, to: MessagesMethods.retryMessage).map(\.id) == [42])
        let resolutions = try server.requests(ResolveMessageRequest.self, to: MessagesMethods.resolveMessage)
        #expect(resolutions.map(\.resolution) == [.sent, .failed, .resend])
        #expect(resolutions.allSatisfy { $0.id == 42 })
    }
}
