// `send bulk` before anything is sent: what a file may say, and what an earlier run has left. Sending is a conversation and
// tested against a real server (EndToEnd).
import Codec
import Contract
import Foundation
import RPC
import Testing

@testable import rpcctl

@Suite struct BulkFileTests {
    private static let template = Template.with {
        $0.id = 7
        $0.name = "welcome"
        $0.variables = ["name", "code"]
    }

    private static func read(_ text: String, template: Template? = nil) throws -> [BulkRow] {
        try BulkFile(
            Array(text.utf8), path: "f.csv", template: template, common: .with { $0.templateId = template?.id ?? 0 }
        ).rows
    }

    private static func complaints(_ text: String, template: Template? = nil) -> [String] {
        do {
            _ = try read(text, template: template)
            return []
        } catch {
            return (error as? Failure)?.violations.map { "\($0.field) \($0.description)" } ?? ["\(error)"]
        }
    }

    @Test func aRowIsAMessageWithAKeyOfItsFileAndPlace() throws {
        let text = "recipient,message,scheduled_at\n+49 151 1234567,\"Hi, Ada\",2026-12-24T18:00:00Z\n1@g.us,Ho,\n"
        let rows = try Self.read(text)
        #expect(rows.map(\.number) == [2, 3])
        #expect(rows.map(\.request.message) == ["Hi, Ada", "Ho"])
        #expect(rows.map(\.request.recipient) == ["+49 151 1234567", "1@g.us"])
        #expect(rows.map { $0.request.scheduledAt?.seconds } == [1_798_135_200, nil])
        #expect(Set(rows.map(\.key)).count == 2 && rows[0].key.hasPrefix("bulk-") && rows[0].key.hasSuffix("-2"))
        #expect(try Self.read(text).map(\.key) == rows.map(\.key), "the same file has the same keys")
        #expect(try Self.read(text + "+4915112345678,x,\n").first?.key != rows.first?.key)
    }

    @Test func columnsFillATemplate() throws {
        let rows = try Self.read(
            "code,recipient,key,name\n1,+4915112345678,mine,Eve\n2,+4915112345678,,\n", template: Self.template)
        #expect(rows.map(\.request.variables) == [["name": "Eve", "code": "1"], ["name": "", "code": "2"]])
        #expect(rows.map(\.request.templateId) == [7, 7])
        #expect(rows[0].key == "mine" && rows[1].key.hasPrefix("bulk-"))
    }

    @Test(arguments: [
        ("", "row 1 has to name the columns, with rows below it"),
        ("recipient,message\n", "row 1 has to name the columns, with rows below it"),
        ("message\nx\n", "row 1 has no column recipient"),
        ("recipient\n+4915112345678\n", "row 1 has no column message"),
        ("recipient,message,recipient\na,b,c\n", "row 1 names the column recipient twice"),
        ("recipient,message,x\na,b,c\n", "row 1 names a column x, which means nothing without --template"),
        ("recipient,message\n+4915112345678\n", "row 2 has 1 values where the header has 2"),
        ("recipient,message\n+4915112345678,\n", "row 2 has no message"),
        ("recipient,message\n0151123,hi\n", "row 2 has no recipient: + and 7 to 15 digits, or a WhatsApp id"),
        ("recipient,message,key\n+4915112345678,a,k\n+4915112345678,b,k\n", "row 3 has the key of row 2"),
        (
            "recipient,message,key\n+4915112345678,a,ü\n",
            "row 2 has a key that is not 1 to 255 printable ASCII characters"
        ),
        (
            "recipient,message,scheduled_at\n+4915112345678,a,tomorrow\n",
            "row 2 has a scheduled_at that is no time such as 2026-12-24T18:00:00Z"
        ), ("recipient,message\n+4915112345678,\"a\n", "row 2 has a quote that does not end"),
    ])
    func whatIsWrongIsNamedByItsRow(text: String, complaint: String) {
        #expect(Self.complaints(text).first == complaint)
    }

    @Test func whatATemplateLacksOrDoesNotKnowIsNamed() {
        #expect(
            Self.complaints("recipient,name,message,x\na,b,c,d\n", template: Self.template) == [
                "row 1 has no column code", "row 1 names a column x, which is no variable of the template",
                "row 1 names a column message, which the template takes the place of",
            ])
    }

    @Test func ofManyFaultsTheFirstAreNamedAndTheRestCounted() {
        let found = Self.complaints("recipient,message\n" + String(repeating: "x,\n", count: 30))
        #expect(found.count == 21 && found.last == "and 40 more that are wrong")
    }

    private func path() -> String { NSTemporaryDirectory() + "bulk-" + UUID().uuidString + ".csv" }

    @Test func aDryRunNeedsNoServerAndWritesNothing() async throws {
        let path = path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("recipient,message\n+4915112345678,hi\n".utf8).write(to: URL(fileURLWithPath: path))
        let ran = await rpcctl("send", "bulk", path, "--dry-run")
        #expect(ran.exit == .success && ran.err.contains("1 rows are right"), "\(ran.err)")
        #expect(ran.server.asked.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: path + ".results.csv"))
        try Data("recipient,message\nnobody,hi\n".utf8).write(to: URL(fileURLWithPath: path))
        let wrong = await rpcctl("send", "bulk", path)
        #expect(wrong.exit == .failed && wrong.err.contains("row 2") && wrong.err.contains("nothing was sent"))
        #expect(wrong.server.asked.isEmpty)
    }

    @Test func resultsAreReadAsTheyWereWrittenAndHalfALineIsNone() throws {
        let path = path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        func outcome(_ row: Int, _ id: Int64) -> BulkOutcome {
            BulkOutcome(row: row, id: id, status: "pending", reason: "", detail: "a, \"b\"", key: "k,\(row)")
        }
        let first = try BulkResults(addingTo: path)
        try first.add(outcome(2, 5))
        first.close()
        let half = try #require(FileHandle(forWritingAtPath: path))
        _ = try half.seekToEnd()
        try half.write(contentsOf: Data("3,6,pen".utf8))
        try half.close()
        let second = try BulkResults(addingTo: path)
        try second.add(outcome(4, 0))
        try second.add(outcome(4, 7))
        #expect(try BulkResults.earlier(path) == ["k,2": outcome(2, 5), "k,4": outcome(4, 7)])
        try second.finish([outcome(4, 7), outcome(2, 5)])
        second.close()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.hasPrefix("row,id,status,reason,detail,key\n2,5,") && text.split(separator: "\n").count == 3)
    }
}
