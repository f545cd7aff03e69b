import Codec
import Testing

@testable import RPC

@Suite
struct StatusCodingTests {
    private func roundTrip(_ error: RPCError) -> RPCError? {
        StatusCoding.encode(error, domain: "switchboard").withUnsafeBytes { StatusCoding.decode($0) }
    }

    @Test
    func everyFieldButTheCauseCrosses() throws {
        let detail = RPCError.Detail(
            typeURL: "type.googleapis.com/google.protobuf.StringValue", value: [0x0A, 0x01, 0x78])
        let error = RPCError(
            .failedPrecondition, reason: "SESSION_NOT_CONNECTED", message: "not connected",
            violations: [
                .init(field: "message.text", description: "is empty"), .init(field: "recipient", description: "ü"),
            ],
            hint: "link it", metadata: ["session": "default", "a": "b"],
            retryAfter: .milliseconds(1500), requestID: "req-1", details: [detail], cause: CancellationError())
        let back = try #require(roundTrip(error))
        #expect(back.code == .failedPrecondition)
        #expect(back.reason == "SESSION_NOT_CONNECTED")
        #expect(back.message == "not connected")
        #expect(back.violations == error.violations)
        #expect(back.hint == "link it")
        #expect(back.metadata == error.metadata)
        #expect(back.retryAfter == .milliseconds(1500))
        #expect(back.requestID == "req-1")
        #expect(back.details == [detail])
        #expect(back.cause == nil)
    }

    @Test
    func aBareErrorHasNoDetails() throws {
        let status = try Status(decoding: StatusCoding.encode(RPCError(.aborted), domain: "x"))
        #expect(status.code == 10 && status.message.isEmpty && status.details.isEmpty)
    }

    @Test
    func theReasonTravelsWithItsDomain() throws {
        let status = try Status(decoding: StatusCoding.encode(RPCError(.notFound, reason: "NOT_FOUND"), domain: "dom"))
        let info = try ErrorInfo(decoding: try #require(status.details.first).value)
        #expect(status.details.first?.typeUrl == "type.googleapis.com/google.rpc.ErrorInfo")
        #expect(info.reason == "NOT_FOUND" && info.domain == "dom")
    }

    @Test
    func codeZeroIsSuccessWhateverItSays() {
        var status = Status()
        status.message = "fine"
        #expect(status.encoded().withUnsafeBytes { StatusCoding.decode($0) } == nil)
    }

    @Test
    func numbersThatNobodyKnowsAreKept() {
        #expect(roundTrip(RPCError(StatusCode(rawValue: 99)))?.code.name == "CODE_99")
        #expect(roundTrip(RPCError(StatusCode(rawValue: -1)))?.code.rawValue == -1)
    }

    @Test
    func detailsThatCannotBeReadStayDetails() throws {
        var status = Status()
        status.code = 5
        var broken = AnyMessage()
        broken.typeUrl = "type.googleapis.com/google.rpc.ErrorInfo"
        broken.value = [0xFF]
        status.details = [broken]
        let error = try #require(status.encoded().withUnsafeBytes { StatusCoding.decode($0) })
        #expect(error.reason.isEmpty)
        #expect(error.details == [.init(typeURL: broken.typeUrl, value: [0xFF])])
    }

    @Test
    func aStatusThatCannotBeReadIsAnError() {
        let error = [0xFF, 0xFF].withUnsafeBytes { StatusCoding.decode($0) }
        #expect(error?.code == .internalError)
    }
}
