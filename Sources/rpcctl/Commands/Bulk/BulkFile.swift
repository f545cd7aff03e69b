// The file of a bulk send: a header that names columns, and a row a message. All of it is checked before the first is sent,
// as far as that can be done here; each row gets a key that is the same in the next run.
internal import COpenSSL
internal import Codec
internal import Contract
internal import RPC

/// A message to send.
struct BulkRow: Sendable {
    /// In the file, counted from 1; the header is the first.
    let number: Int
    let request: SendTextRequest
    var key: String { request.idempotencyKey }
}

struct BulkFile {
    static let limit = 64 << 20
    private static let mostFaults = 20

    let rows: [BulkRow]

    /// - Parameters:
    ///   - template: what the columns are filled into; nil: each row has its own `message`.
    ///   - common: what all rows have in common.
    /// - Throws: `Failure` naming the rows and what is wrong with them.
    init(_ bytes: [UInt8], path: String, template: Template?, common: SendTextRequest) throws {
        let table: [[String]]
        do throws(CSVFault) {
            table = try CSVText.rows(bytes)
        } catch {
            throw Self.failure(path, [.init(field: "row \(error.row)", description: error.description)])
        }
        guard let header = table.first, table.count > 1 else {
            throw Self.failure(
                path, [.init(field: "row 1", description: "has to name the columns, with rows below it")])
        }
        let columns = try BulkColumns(header, template) { Self.failure(path, $0) }
        let prefix = "bulk-" + Self.hash(bytes).prefix(32) + "-"
        var rows: [BulkRow] = []
        var faults: [RPCError.FieldViolation] = []
        var keys: [String: Int] = [:]
        for (index, values) in table.enumerated().dropFirst() {
            let number = index + 1
            var complaints: [String] = []
            var request = common
            columns.fill(&request, values, &complaints)
            if request.idempotencyKey.isEmpty { request.idempotencyKey = prefix + String(number) }
            if let other = keys.updateValue(number, forKey: request.idempotencyKey) {
                complaints.append("has the key of row \(other)")
            }
            faults += complaints.map { .init(field: "row \(number)", description: $0) }
            rows.append(BulkRow(number: number, request: request))
        }
        guard faults.isEmpty else { throw Self.failure(path, faults) }
        self.rows = rows
    }

    private static func failure(_ path: String, _ faults: [RPCError.FieldViolation]) -> Failure {
        var failure = Failure(
            .failed, "FILE", "\(path): nothing was sent",
            hint: "a row is counted as spreadsheets do: the header is row 1")
        failure.violations = Array(faults.prefix(mostFaults))
        if faults.count > mostFaults {
            failure.violations.append(
                .init(field: "and", description: "\(faults.count - mostFaults) more that are wrong"))
        }
        return failure
    }

    /// SHA-256, hexadecimal.
    static func hash(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var size = digest.count
        guard EVP_Q_digest(nil, "SHA256", nil, bytes, bytes.count, &digest, &size) == 1 else {
            // Of no library that has none.
            return Sending.makeKey()
        }
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
