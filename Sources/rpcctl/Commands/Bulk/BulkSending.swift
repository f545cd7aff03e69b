// Rows on their way to the server, over as many streams as it takes: within the credit and the window of bytes that it
// gives, and after a lost connection again from the first row without an answer. Their keys see to it that none goes twice.
internal import Codec
internal import Contract
internal import RPC

struct BulkSending {
    private let rpcd: Rpcd
    private let rows: [BulkRow]
    /// How many of them are answered.
    private(set) var answered = 0

    init(rpcd: Rpcd, rows: [BulkRow]) {
        self.rpcd = rpcd
        self.rows = rows
    }

    /// - Parameters:
    ///   - told: each answer, in the order of the rows.
    ///   - waits: the server holds the next row back until then.
    mutating func run(
        told: (BulkOutcome) throws -> Void, waits: (Timestamp) -> Void
    ) async throws {
        var resumption = Resumption()
        while answered < rows.count {
            do {
                try await stream(told, waits)
            } catch {
                try await resumption.wait(after: error, at: Int64(answered))
            }
        }
    }

    private mutating func stream(
        _ told: (BulkOutcome) throws -> Void, _ waits: (Timestamp) -> Void
    ) async throws {
        let call = try await rpcd.messages.sendBulk(options: rpcd.stream)
        let first = answered
        var next = answered
        var (credit, window): (Int64, Int) = (0, 0)
        var (sizes, underWay): ([Int], Int) = ([], 0)
        do {
            for try await answer in call.responses {
                credit += Int64(answer.credit)
                if answer.windowBytes > 0 { window = Int(answer.windowBytes) }
                if let until = answer.waitsUntil { waits(until) }
                if answer.item != 0 {
                    guard answer.item == Int64(answered - first + 1), answered < next else { throw Self.nonsense }
                    underWay -= sizes[answered - first]
                    try told(BulkOutcome(rows[answered], answer))
                    answered += 1
                }
                while credit > 0, next < rows.count {
                    let item = SendBulkRequest.with { $0.text = rows[next].request }
                    let size = item.encoded().count
                    guard underWay == 0 || underWay + size <= window else { break }
                    try await call.send(item)
                    sizes.append(size)
                    (next, credit, underWay) = (next + 1, credit - 1, underWay + size)
                }
                if answered == rows.count {
                    try? await call.closeSend()
                    return
                }
            }
        } catch {
            call.cancel()
            throw error
        }
        throw Self.nonsense
    }

    private static let nonsense = Failure(.failed, "INTERNAL", "the server's answer to the bulk send makes no sense")
}

extension BulkOutcome {
    init(_ row: BulkRow, _ answer: SendBulkResponse) {
        let refusal = answer.refusal
        let wrong = refusal?.violations.map { "\($0.field) \($0.description)" }.joined(separator: "; ") ?? ""
        self.init(
            row: row.number, id: answer.messageId,
            status: refusal == nil ? EnumWords("status", of: SendBulkResponse.schema).word(answer.status) : "refused",
            reason: refusal?.reason ?? "",
            detail: wrong.isEmpty ? refusal?.message ?? "" : wrong, key: row.key)
    }
}
