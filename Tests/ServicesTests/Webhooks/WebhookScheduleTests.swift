// When it is tried again, and when that is over.
import Store
import Testing

@testable import Services

@Suite struct WebhookScheduleTests {
    private static let start = Instant(microseconds: 1_767_225_600_000_000)

    private func delivery(_ state: DeliveryRecord.State = .lane) -> DeliveryRecord {
        DeliveryRecord(
            webhookID: 1, sequence: 1, state: state, event: EventRecord(cursor: 1, at: Self.start, type: "a.b"))
    }

    @Test func tenTriesOverThreeDays() {
        var now = Self.start
        var delivery = delivery()
        var waits: [Int64] = []
        while delivery.state != .dead {
            delivery = WebhookSchedule.failed(delivery, WebhookFailure(text: "x"), at: now, random: 0.5)
            guard let next = delivery.nextTryAt else { break }
            waits.append((next - now).components.seconds)
            #expect(delivery.state == (delivery.tries < 3 ? .lane : .beside))
            now = next
        }
        #expect(waits == [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400])
        #expect(delivery.tries == 10 && delivery.finishedAt == now && delivery.nextTryAt == nil)
        #expect(delivery.lastError == "x" && delivery.lastTryAt == now)
    }

    @Test func aTenthEarlierToATenthLater() {
        for tries in Int32(1)...9 {
            let own = WebhookSchedule.waits[Int(tries) - 1]
            #expect(WebhookSchedule.wait(after: tries, asked: nil, random: 0) == own * 0.9)
            let latest = WebhookSchedule.wait(after: tries, asked: nil, random: 0.999_999) ?? .zero
            #expect(latest > own * 1.09 && latest <= own * 1.1)
        }
        #expect(WebhookSchedule.wait(after: 10, asked: nil, random: 0.5) == nil)
        #expect(WebhookSchedule.wait(after: 10, asked: .seconds(5), random: 0.5) == nil)
    }

    @Test func whatIsAskedForIsHonouredAndCapped() {
        #expect(WebhookSchedule.wait(after: 1, asked: .seconds(60), random: 0.5) == .seconds(60))
        #expect(WebhookSchedule.wait(after: 1, asked: .seconds(2), random: 0.5) == .seconds(5))
        #expect(WebhookSchedule.wait(after: 1, asked: .seconds(86_400), random: 0.5) == .seconds(3_600))
        #expect(WebhookSchedule.wait(after: 4, asked: .seconds(86_400), random: 0.5) == .seconds(7_200))
    }

    @Test func whatIsReplayedNeverGoesBackIntoItsLane() {
        let again = WebhookSchedule.failed(delivery(.beside), WebhookFailure(text: "x"), at: Self.start, random: 0.5)
        #expect(again.state == .beside && again.tries == 1)
        let left = WebhookSchedule.failed(
            delivery(), WebhookFailure(text: "x"), at: Self.start, random: 0.5, leavesLane: true)
        #expect(left.state == .beside && left.nextTryAt == Self.start + .seconds(5))
    }

    @Test func aClockThatWasAheadPutsNothingOffForEver() {
        let now = Self.start
        #expect(WebhookSchedule.sane(now + .seconds(400 * 86_400), at: now) == now)
        #expect(WebhookSchedule.sane(now + .seconds(60), at: now) == now + .seconds(60))
        let longest = WebhookSchedule.wait(after: 9, asked: nil, random: 1) ?? .zero
        #expect(WebhookSchedule.sane(now + longest, at: now) == now + longest)
    }

    @Test(
        arguments: [
            ("0", 0), ("120", 120), ("Thu, 01 Jan 2026 00:02:00 GMT", 120), ("Wed, 31 Dec 2025 23:59:00 GMT", 0),
        ] as [(String, Int64)])
    func retryAfterIsSecondsOrADate(text: String, seconds: Int64) {
        #expect(RetryAfter.parse(text, at: Self.start) == .seconds(seconds))
    }

    @Test(arguments: [
        "", "-1", "+5", "1.5", "soon", "99999999999999999999", "Thu, 01 Foo 2026 00:02:00 GMT",
        "Thu, 32 Jan 2026 00:00:00 GMT", "Thu, 01 Jan 2026 24:00:00 GMT", "Thu, 01 Jan 2026 00:00:00 CET", "١٢",
    ])
    func anythingElseSaysNothing(text: String) { #expect(RetryAfter.parse(text, at: Self.start) == nil) }
}
