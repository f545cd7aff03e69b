// Reflection: that everything of the contract is told, with its comments, and that names are found by as much as is
// enough.
import Codec
import Contract
import RPC
import TestKit
import Testing

@testable import Services

@Suite struct ReflectionTests {
    private let reflection = Reflection.shared

    @Test func everyServiceOfTheContractIsListedAndNothingElse() {
        #expect(reflection.services.map(\.name) == DescriptorSet.services.sorted())
        #expect(
            Set(reflection.services.flatMap { service in service.methods.map { "\(service.name)/\($0.name)" } })
                == Set(DescriptorSet.methods.keys))
        #expect(
            reflection.services.allSatisfy { $0.name.hasPrefix("switchboard.v1.") || $0.name.hasPrefix("grpc.health.") }
        )
    }

    @Test func everyMethodOfOursHasASummaryOfOneSentence() {
        for service in reflection.services where service.name.hasPrefix("switchboard.") {
            #expect(service.summary.hasSuffix("."), "\(service.name)")
            for method in service.methods {
                #expect(method.summary.hasSuffix("."), "\(service.name)/\(method.name): \(method.summary)")
                #expect(!method.summary.contains(". "))
            }
        }
    }

    @Test func methodsStandInTheOrderOfTheirDeclaration() {
        let messages = reflection.services.first { $0.name == "switchboard.v1.MessagesService" }
        #expect(messages?.methods.map(\.name) == MessagesMethods.all.map(\.name))
    }

    @Test func aMethodIsToldWithItsTypesRoutesAndAccess() throws {
        let description = try reflection.describe("MessagesService/SendText")
        let method = try #require(description.method)
        #expect(description.service == nil && description.message.isEmpty)
        #expect(method.path == "switchboard.v1.MessagesService/SendText")
        #expect(method.comment.hasPrefix("Accepts a text to be sent. When this answers, the message is on disk"))
        #expect(!method.comment.contains("\n"))
        #expect(method.request == "switchboard.v1.SendTextRequest")
        #expect(method.response == "switchboard.v1.Message")
        #expect(method.access == [.user, .admin])
        #expect(method.scope == "messages:send")
        #expect(method.idempotent)
        #expect(!method.clientStreaming && !method.serverStreaming)
        #expect(method.routes.map { "\($0.method) \($0.path) \($0.body)" } == ["POST /api/v1/messages/send-text *"])
        let attach = try #require(try reflection.describe("Attach").method)
        #expect(attach.clientStreaming && attach.serverStreaming && attach.access == [.bridge])
        let list = try #require(try reflection.describe("ListMessages").method)
        #expect(list.routes.map(\.path) == ["/api/v1/messages/list", "/api/v1/messages"])
    }

    @Test func aMessageIsToldWithItsFieldsAndAllThatItIsMadeOf() throws {
        let description = try reflection.describe("switchboard.v1.Message")
        #expect(description.message == "switchboard.v1.Message")
        #expect(description.messages.first?.name == "switchboard.v1.Message")
        let names = description.messages.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names).isSuperset(of: ["switchboard.v1.TimelineEntry", "google.protobuf.Timestamp"]))
        #expect(
            description.enums.map(\.name).sorted() == [
                "switchboard.v1.LinkPreview", "switchboard.v1.MediaKind", "switchboard.v1.MessageDirection",
                "switchboard.v1.MessageStatus",
            ])
        let fields = try #require(description.messages.first).fields
        func field(_ name: String) throws -> FieldDescription { try #require(fields.first { $0.name == name }) }
        #expect(try field("id").type == "int64")
        #expect(try field("text").oneof == "kind")
        #expect(try field("timeline").repeated)
        #expect(try field("status").type == "switchboard.v1.MessageStatus")
        #expect(try field("attempts").number == 12)
        #expect(try field("attempts").comment == "How often it was handed to a bridge.")
    }

    @Test func mapsAndEnumsAreToldAsJSONHasThem() throws {
        let status = try #require(try reflection.describe("SystemStatus").messages.first)
        #expect(status.fields.first { $0.name == "limits" }?.type == "map<string, int64>")
        #expect(status.fields.first { $0.name == "limits" }?.repeated == false)
        let description = try reflection.describe("SessionStatus")
        #expect(description.service == nil && description.method == nil && description.message.isEmpty)
        let values = try #require(description.enums.first).values
        #expect(values.first { $0.number == 3 }?.json_ == "qr_pending")
        #expect(values.first { $0.number == 3 }?.name == "SESSION_STATUS_QR_PENDING")
        #expect(values.first { $0.number == 3 }?.comment == "A QR code waits to be scanned.")
        #expect(values.first { $0.number == 0 }?.json_ == "")
    }

    @Test func aServiceIsToldWithAllItsMethods() throws {
        let description = try reflection.describe("switchboard.v1.EventsService")
        #expect(description.service?.comment == "Everything that happens, in the order in which it was committed.")
        #expect(description.service?.methods.map(\.path) == ["switchboard.v1.EventsService/Watch"])
        #expect(
            description.messages.map(\.name).prefix(2) == ["switchboard.v1.WatchEventsRequest", "switchboard.v1.Event"])
    }

    @Test(arguments: [
        ("switchboard.v1.MessagesService", "switchboard.v1.MessagesService"),
        ("v1.MessagesService", "switchboard.v1.MessagesService"),
        ("MessagesService", "switchboard.v1.MessagesService"),
        ("messages", "switchboard.v1.MessagesService"),
        ("SendText", "switchboard.v1.MessagesService/SendText"),
        ("sendtext", "switchboard.v1.MessagesService/SendText"),
        ("MessagesService.SendText", "switchboard.v1.MessagesService/SendText"),
        ("EventsService/Watch", "switchboard.v1.EventsService/Watch"),
        ("messages.SendText", "switchboard.v1.MessagesService/SendText"),
        ("messages/sendtext", "switchboard.v1.MessagesService/SendText"),
        ("v1.messages.sendtext", "switchboard.v1.MessagesService/SendText"),
        ("v1.messages", "switchboard.v1.MessagesService"),
        ("events.watch", "switchboard.v1.EventsService/Watch"),
        ("health.watch", "grpc.health.v1.Health/Watch"),
        ("v1.SendTextRequest", "switchboard.v1.SendTextRequest"),
        ("Message", "switchboard.v1.Message"),
        ("Bridge", "switchboard.v1.Bridge"),
        ("Health", "grpc.health.v1.Health"),
    ])
    func aNameIsFoundByAsMuchAsIsEnough(typed: String, name: String) throws {
        let found = try reflection.describe(typed)
        #expect(found.service?.name ?? found.method?.path ?? found.message == name)
    }

    @Test func whatFitsSeveralIsRefusedAndListed() {
        let error = #expect(throws: RPCError.self) { try reflection.describe("Watch") }
        #expect(error?.reason == "VALIDATION_ERROR")
        #expect(error?.violations.map(\.field) == ["name"])
        #expect(
            error?.violations.first?.description
                == "fits several: grpc.health.v1.Health/Watch, switchboard.v1.EventsService/Watch")
    }

    @Test(arguments: [
        ("SendTxt", "switchboard.v1.MessagesService/SendText"),
        ("MesagesService", "switchboard.v1.MessagesService"),
        ("MessagesService/SendTex", "switchboard.v1.MessagesService/SendText"),
        ("switchboard.v1.Mesage", "switchboard.v1.Message"),
    ])
    func aSlipIsNotFoundWithTheNearestNameAsHint(typed: String, nearest: String) {
        let error = #expect(throws: RPCError.self) { try reflection.describe(typed) }
        #expect(error?.reason == "NOT_FOUND")
        #expect(error?.hint == "Did you mean \(nearest)?")
    }

    @Test(arguments: ["frobnicate", ".", "/", "switchboard.v1.", "🙂"])
    func whatIsNothingLikeAnyNameHasNoHint(typed: String) {
        let error = #expect(throws: RPCError.self) { try reflection.describe(typed) }
        #expect(error?.reason == "NOT_FOUND")
        #expect(error?.hint == nil)
    }

    @Test(arguments: ["", String(repeating: "x", count: 257), String(repeating: "ü", count: 1 << 20)])
    func whatCanBeNoNameIsRefused(typed: String) {
        let error = #expect(throws: RPCError.self) { try reflection.describe(typed) }
        #expect(error?.reason == "VALIDATION_ERROR")
    }

    @Test(arguments: [
        ("One. Two.", "One."), ("Takes 1.5 s. Then.", "Takes 1.5 s."), ("No stop", "No stop"), ("", ""),
        ("First\nSecond.", "First"),
    ])
    func theSummaryIsTheFirstSentence(comment: String, summary: String) {
        #expect(ReflectionComments.summary(of: comment) == summary)
    }

    @Test func commentsAreOneLineAParagraph() {
        #expect(ReflectionComments.tidied(" One\n two.\n\n  Three\n\n") == "One two.\nThree")
    }

    /// What it cannot read it stops at; every prefix of the real thing is a case.
    @Test func aBrokenDescriptorSetIsNoTrap() {
        let bytes = Array(UnsafeRawBufferPointer(rebasing: DescriptorSet.bytes.prefix(20_000)))
        for length in stride(from: 0, to: bytes.count, by: 997) {
            bytes.prefix(length).withUnsafeBytes { _ = ReflectionComments(descriptorSet: $0) }
        }
        [UInt8](repeating: 0xFF, count: 64).withUnsafeBytes {
            #expect(ReflectionComments(descriptorSet: $0).services.isEmpty)
        }
        // A file of 2^64 - 1 bytes.
        ([0x0A] + [UInt8](repeating: 0xFF, count: 9) + [0x01]).withUnsafeBytes {
            #expect(ReflectionComments(descriptorSet: $0).services.isEmpty)
        }
    }
}
