// Templates as things that are made, listed, changed and deleted.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct TemplatesTests {
    private let house: MessagesHouse
    init() throws { house = try MessagesHouse() }

    private static func request(_ name: String = "welcome", _ text: String = "Hi {{name}}") -> CreateTemplateRequest {
        .with {
            $0.name = name
            $0.text = text
        }
    }

    @Test func aTemplateIsMadeGotListedChangedAndDeleted() async throws {
        let ada = house.client(user: try await house.addUser("ada"))
        let made = try await ada.createTemplate(Self.request("welcome", "Hi {{name}}, {{code}}"))
        #expect(made.id > 0 && made.variables == ["name", "code"] && !made.etag.isEmpty)
        #expect(try await ada.getTemplate(.with { $0.id = made.id }) == made)
        let other = try await ada.createTemplate(Self.request("bye"))
        #expect(try await ada.listTemplates(.init()).templates == [other, made])
        #expect(try await ada.listTemplates(.with { $0.name = "welcome" }).templates == [made])
        #expect(try await ada.listTemplates(.with { $0.name = "nobody" }).templates.isEmpty)
        let first = try await ada.listTemplates(.with { $0.pageSize = 1 })
        #expect(first.templates == [other])
        let rest = try await ada.listTemplates(
            .with {
                $0.pageSize = 1
                $0.pageToken = first.nextPageToken
            })
        #expect(rest.templates == [made] && rest.nextPageToken.isEmpty)
        let changed = try await ada.updateTemplate(
            .with {
                $0.id = made.id
                $0.template = .with {
                    $0.text = "Bye {{who}}"
                    $0.etag = made.etag
                }
                $0.updateMask = .with { $0.paths = ["text"] }
            })
        #expect(changed.variables == ["who"] && changed.name == "welcome" && changed.etag != made.etag)
        let late = await refusal { _ = try await ada.deleteTemplate(.with { ($0.id, $0.etag) = (made.id, made.etag) }) }
        #expect(late?.reason == "ETAG_MISMATCH")
        _ = try await ada.deleteTemplate(.with { ($0.id, $0.etag) = (made.id, changed.etag) })
        #expect(await refusal { _ = try await ada.getTemplate(.with { $0.id = made.id }) }?.reason == "NOT_FOUND")
    }

    @Test func namesAreUniqueAmongTheOwners() async throws {
        let ada = house.client(user: try await house.addUser("ada"))
        let eve = house.client(user: try await house.addUser("eve"))
        let made = try await ada.createTemplate(Self.request())
        let again = await refusal { _ = try await ada.createTemplate(Self.request()) }
        #expect(again?.reason == "ALREADY_EXISTS" && again?.metadata["id"] == String(made.id))
        _ = try await eve.createTemplate(Self.request())
        let other = try await ada.createTemplate(Self.request("other"))
        let renamed = await refusal {
            _ = try await ada.updateTemplate(
                .with {
                    $0.id = other.id
                    $0.template = .with { $0.name = "welcome" }
                    $0.updateMask = .with { $0.paths = ["name"] }
                })
        }
        #expect(renamed?.reason == "ALREADY_EXISTS")
    }

    @Test func everythingThatIsWrongIsNamed() async throws {
        let ada = house.client(user: try await house.addUser("ada"))
        let wrong = await refusal {
            _ = try await ada.createTemplate(
                .with {
                    $0.name = "1"
                    $0.text = "{{"
                    $0.description = String(repeating: "x", count: 201)
                })
        }
        #expect(wrong?.reason == "VALIDATION_ERROR")
        #expect(wrong?.violations.map(\.field) == ["name", "description", "text"])
        for text in ["", String(repeating: "x", count: (64 << 10) + 1)] {
            let refused = await refusal { _ = try await ada.createTemplate(Self.request("a", text)) }
            #expect(refused?.violations.map(\.field) == ["text"])
        }
        // What cannot be set is said to be.
        let fixed = try await ada.createTemplate(Self.request())
        let set = await refusal {
            _ = try await ada.updateTemplate(
                .with {
                    $0.id = fixed.id
                    $0.template = .with { $0.variables = ["x"] }
                    $0.updateMask = .with { $0.paths = ["variables"] }
                })
        }
        #expect(set?.violations.map(\.field) == ["variables"])
    }

    @Test func oneUserHasTwoHundredAtMost() async throws {
        let user = try await house.addUser("ada")
        let now = house.clock.now()
        try await house.store.write { db in
            for number in 0..<200 {
                _ = try db.templates.insert(
                    TemplateRecord(userID: user, name: "t\(number)", text: "hi", createdAt: now))
            }
        }
        let refused = await refusal { _ = try await house.client(user: user).createTemplate(Self.request()) }
        #expect(refused?.reason == "QUOTA_EXCEEDED")
    }

    @Test func theyGoWithTheirUser() async throws {
        let user = try await house.addUser("ada")
        let made = try await house.client(user: user).createTemplate(Self.request())
        try await house.store.write { db in _ = try db.users.delete(user) }
        #expect(try await house.store.read { db in try db.templates.get(made.id) } == nil)
    }
}
