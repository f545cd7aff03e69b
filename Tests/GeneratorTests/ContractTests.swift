// The contract as it is committed, at run time: that its tables agree with one another and with the descriptors.

import CDescriptors
import CProtobufC
import Codec
import Contract
import RPC
import Testing

@Suite struct ContractTests {
    @Test func theDescriptorSetIsReadableAndHasEveryImportBeforeItsUse() throws {
        let bytes = DescriptorSet.bytes
        let set = google__protobuf__file_descriptor_set__unpack(
            nil, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress)
        let files = try #require(set).pointee
        defer { google__protobuf__file_descriptor_set__free_unpacked(set, nil) }
        var known: Set<String> = []
        var services: Set<String> = []
        for index in 0..<files.n_file {
            let file = try #require(files.file[index]).pointee
            for dependency in 0..<file.n_dependency {
                #expect(known.contains(String(cString: try #require(file.dependency[dependency]))))
            }
            known.insert(String(cString: file.name))
            for service in 0..<file.n_service {
                let name = try #require(file.service[service]).pointee.name
                services.insert("\(String(cString: file.package)).\(String(cString: try #require(name)))")
            }
        }
        #expect(services == Set(DescriptorSet.services))
    }

    @Test func everyMethodHasARuleAndKnowsItsMessages() {
        #expect(Set(DescriptorSet.methods.keys) == Set(AccessTable.rules.keys))
        for (path, entry) in DescriptorSet.methods {
            #expect(entry.method.path == path)
            #expect(DescriptorSet.messages[entry.request.name] == entry.request)
            #expect(DescriptorSet.messages[entry.response.name] == entry.response)
        }
    }

    @Test func everyMessageIsFoundByItsOwnName() {
        for (name, schema) in DescriptorSet.messages { #expect(schema.name == name) }
        #expect(DescriptorSet.messages["google.rpc.ErrorInfo"] == ErrorInfo.schema)
    }

    @Test func routesLeadToMethodsAndTheirVariablesLieInThePath() {
        for route in Routes.all {
            #expect(DescriptorSet.methods[route.method.path] != nil)
            let ranges = route.variables.map(\.segments)
            #expect(ranges.allSatisfy { $0.upperBound <= route.segments.count && !$0.isEmpty })
        }
    }

    @Test func everyReasonHasItsOwnWordAndAStatusOfItsKind() {
        for number in Int32(1)...Int32(100) {
            let reason = Reason(rawValue: number)
            if case .unrecognized = reason { continue }
            #expect(Reason(word: reason.word) == reason)
            #expect(reason.code != .ok)
            #expect((400...599).contains(reason.httpStatus))
        }
        #expect(Reason.unspecified.word.isEmpty)
    }

    @Test func aMessageSurvivesTheWayThroughBytesAndJSON() throws {
        let message = Message.with {
            $0.id = 7
            $0.kind = .text(.with { $0.body = "hello" })
            $0.status = .pending
            $0.createdAt = .with { $0.seconds = 1_700_000_000 }
            $0.timeline = [.with { $0.cause = "accepted" }, .init()]
        }
        #expect(try Message(decoding: message.encoded()) == message)
        #expect(try Message(json: try message.json()) == message)
        let status = SystemStatus.with {
            $0.limits = ["streams": 1024, "": 0]
            $0.live = .init()
        }
        #expect(try SystemStatus(decoding: status.encoded()) == status)
    }
}
