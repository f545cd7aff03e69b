// ListMessages and GetMessage: order, pages, filters, and whose messages one sees.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct ListMessagesTests {
    /// Two tenants; ada has 45 messages in two sessions, eve has 3.
    private struct World {
        let house: MessagesHouse
        let ada: Int64
        let eve: Int64
        let work: Int64
        let eves: Int64
        var ids: [Int64] = []

        init() async throws {
            house = try MessagesHouse()
            ada = try await house.addTenant("ada").user
            work = try await house.addSession(ada, "work")
            (eve, eves) = try await house.addTenant("eve")
            for number in 0..<45 {
                ids.append(
                    try await house.client(user: ada).sendText(
                        .with {
                            $0.recipient = "+49170123450\(number % 5)"
                            $0.message = "m\(number)"
                            $0.session = number.isMultiple(of: 3) ? "work" : "default"
                        }
                    ).id)
            }
            for number in 0..<3 {
                _ = try await house.client(user: eve).sendText(
                    .with {
                        $0.recipient = "+491701234500"
                        $0.message = "e\(number)"
                    })
            }
        }

        func all(_ client: MessagesClient, size: Int32, _ change: (inout ListMessagesRequest) -> Void = { _ in })
            async throws -> (ids: [Int64], pages: [Int])
        {
            var request = ListMessagesRequest.with { $0.pageSize = size }
            change(&request)
            var ids: [Int64] = []
            var pages: [Int] = []
            repeat {
                let page = try await client.listMessages(request)
                ids += page.messages.map(\.id)
                pages.append(page.messages.count)
                #expect(page.totalSize == 0)
                request.pageToken = page.nextPageToken
            } while !request.pageToken.isEmpty
            return (ids, pages)
        }
    }

    @Test func pagesByTokenHaveEveryMessageOnceNewestFirst() async throws {
        let world = try await World()
        let client = world.house.client(user: world.ada)
        for size: Int32 in [1, 7, 15, 44, 45, 46, 200] {
            let (ids, pages) = try await world.all(client, size: size)
            #expect(ids == world.ids.reversed())
            #expect(pages.dropLast().allSatisfy { $0 == size })
        }
        #expect(try await world.all(client, size: 0).pages == [20, 20, 5])
    }

    @Test func whatIsAcceptedMeanwhileDoesNotMoveThePages() async throws {
        let world = try await World()
        let client = world.house.client(user: world.ada)
        let first = try await client.listMessages(.with { $0.pageSize = 10 })
        _ = try await client.sendText(
            .with {
                $0.recipient = "+491701234500"
                $0.message = "new"
            })
        let second = try await client.listMessages(
            .with {
                $0.pageSize = 10
                $0.pageToken = first.nextPageToken
            })
        #expect(second.messages.map(\.id) == Array(world.ids.reversed()[10..<20]))
    }

    @Test func pagesByNumberHaveTheTotal() async throws {
        let world = try await World()
        let client = world.house.client(user: world.ada)
        for (page, expected) in [(Int32(1), 0..<20), (2, 20..<40), (3, 40..<45), (4, 45..<45)] {
            let list = try await client.listMessages(.with { $0.page = page })
            #expect(list.messages.map(\.id) == Array(world.ids.reversed()[expected]))
            #expect(list.totalSize == 45)
        }
    }

    @Test func filtersNarrowTheListAndTheTotal() async throws {
        let world = try await World()
        let client = world.house.client(user: world.ada)
        #expect(try await world.all(client, size: 4) { $0.session = "work" }.ids.count == 15)
        #expect(try await world.all(client, size: 4) { $0.sessionId = world.work }.ids.count == 15)
        #expect(try await world.all(client, size: 4) { $0.recipient = "0049 170 123 4501" }.ids.count == 9)
        #expect(try await world.all(client, size: 4) { $0.status = .pending }.ids.count == 45)
        #expect(try await world.all(client, size: 4) { $0.status = .sent }.ids.isEmpty)
        #expect(try await world.all(client, size: 4) { $0.direction = .inbound }.ids.isEmpty)
        #expect(try await world.all(client, size: 4) { $0.direction = .outbound }.ids.count == 45)
        let both = try await client.listMessages(
            .with {
                $0.session = "work"
                $0.recipient = "+491701234500"
                $0.page = 1
            })
        #expect(both.totalSize == 3)
    }

    @Test func oneSeesOnesOwnAndAnAdminAll() async throws {
        let world = try await World()
        let eve = world.house.client(user: world.eve)
        #expect(try await world.all(eve, size: 50).ids.count == 3)
        #expect(try await world.all(eve, size: 50) { $0.userId = world.eve }.ids.count == 3)
        #expect(
            await refusal { _ = try await eve.listMessages(.with { $0.userId = world.ada }) }?.reason
                == "PERMISSION_DENIED")
        let foreign = await refusal { _ = try await eve.listMessages(.with { $0.sessionId = world.work }) }
        let none = await refusal { _ = try await eve.listMessages(.with { $0.sessionId = 4711 }) }
        #expect(foreign?.reason == "NOT_FOUND")
        #expect(foreign?.message == none?.message)
        let all = world.house.client(.operator)
        #expect(try await world.all(all, size: 50).ids.count == 48)
        #expect(try await world.all(all, size: 50) { $0.userId = world.eve }.ids.count == 3)
        #expect(try await world.all(all, size: 50) { $0.sessionId = world.eves }.ids.count == 3)
    }

    @Test func aTokenIsGoodForItsListItsFiltersAndItsCallerAlone() async throws {
        let world = try await World()
        let client = world.house.client(user: world.ada)
        let token = try await client.listMessages(.with { $0.pageSize = 5 }).nextPageToken
        let changes: [(MessagesClient, @Sendable (inout ListMessagesRequest) -> Void)] = [
            (client, { $0.status = .pending }), (client, { $0.session = "work" }),
            (client, { $0.recipient = "+491701234500" }), (client, { $0.page = 2 }),
            (client, { $0.pageToken += "A" }), (client, { $0.pageToken = "garbage" }),
            (world.house.client(user: world.eve), { _ in }), (world.house.client(.operator), { _ in }),
        ]
        for (client, change) in changes {
            var request = ListMessagesRequest.with { $0.pageToken = token }
            change(&request)
            let error = await refusal { _ = try await client.listMessages(request) }
            #expect(error?.reason == "VALIDATION_ERROR")
        }
        // Another page size is no other list.
        let next = try await client.listMessages(
            .with {
                $0.pageToken = token
                $0.pageSize = 3
            })
        #expect(next.messages.map(\.id) == Array(world.ids.reversed()[5..<8]))
    }

    @Test(arguments: [-1, 201] as [Int32])
    func pageSizesHaveBounds(size: Int32) async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let error = await refusal { _ = try await house.client(user: user).listMessages(.with { $0.pageSize = size }) }
        #expect(error?.violations.map(\.field) == ["page_size"])
    }

    @Test func aPageEndsAt1MiBAndTheListGoesOn() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        var ids: [Int64] = []
        for _ in 0..<40 {
            ids.append(
                try await client.sendText(
                    .with {
                        $0.recipient = "+491701234500"
                        $0.message = String(repeating: "x", count: 64 << 10)
                    }
                ).id)
        }
        var request = ListMessagesRequest.with { $0.pageSize = 200 }
        var found: [Int64] = []
        repeat {
            let page = try await client.listMessages(request)
            // The content stands in a message twice.
            #expect(page.messages.count == 7 || page.nextPageToken.isEmpty)
            #expect(page.encoded().count <= 1 << 20 + 1024)
            found += page.messages.map(\.id)
            request.pageToken = page.nextPageToken
        } while !request.pageToken.isEmpty
        #expect(found == ids.reversed())
    }

    @Test func oneMessageComesWithItsTimeline() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let sent = try await client.sendText(
            .with {
                $0.recipient = "+491701234500"
                $0.message = "x"
            })
        try await house.move(sent.id, to: .dispatched, cause: "handed_to_bridge")
        try await house.move(sent.id, to: .delivered, cause: "ack")
        let message = try await client.getMessage(.with { $0.id = sent.id })
        #expect(message.status == .delivered)
        #expect(message.deliveredAt != nil)
        #expect(message.timeline.map(\.to) == [.pending, .dispatched, .delivered])
        #expect(message.timeline.map(\.cause) == ["accepted", "handed_to_bridge", "ack"])
        #expect(try await client.listMessages(.init()).messages.first?.timeline.isEmpty == true)
    }

    @Test func somebodyElsesMessageIsAnsweredAsNone() async throws {
        let world = try await World()
        let eve = world.house.client(user: world.eve)
        var errors: [RPCError?] = []
        for id in [world.ids[0], 999_999, 0, -1] {
            errors.append(await refusal { _ = try await eve.getMessage(.with { $0.id = id }) })
        }
        #expect(errors.allSatisfy { $0?.reason == "NOT_FOUND" && $0?.code == .notFound })
        #expect(Set(errors.map { $0?.message }).count == 1)
        #expect(try await world.house.client(.operator).getMessage(.with { $0.id = world.ids[0] }).userId == world.ada)
    }
}
