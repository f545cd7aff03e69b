// What became of each row, in a file beside the one that was sent: a line is added for each answer, so that whoever is
// stopped knows how far it got, and at the end the file is written anew, a line a row, in their order. What stands there as
// accepted is not sent again by the next run: the server remembers keys for 24 hours, this file for as long as it lies there.
internal import Glibc

struct BulkOutcome: Sendable, Equatable {
    let row: Int
    /// Of the message; 0: it was refused.
    let id: Int64
    /// As the message was accepted, or `refused`.
    let status: String
    /// Of the error table; empty where it was accepted.
    let reason: String
    /// The same for people.
    let detail: String
    let key: String
}

struct BulkResults {
    private static let header = ["row", "id", "status", "reason", "detail", "key"]

    let path: String
    private let descriptor: Int32

    static func path(for file: String) -> String { file + ".results.csv" }

    /// What an earlier run has left, by key; of two lines of one key the later. Lines that are none are skipped: whoever was
    /// stopped while writing one has left half of it.
    static func earlier(_ path: String) throws -> [String: BulkOutcome] {
        guard access(path, F_OK) == 0 else { return [:] }
        let bytes = try InputSource.file(path, limit: 256 << 20)
        var known: [String: BulkOutcome] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let values = (try? CSVText.rows(Array(line)))?.first, values.count == header.count,
                let row = Int(values[0]), let id = Int64(values[1])
            else { continue }
            known[values[5]] = BulkOutcome(
                row: row, id: id, status: values[2], reason: values[3], detail: values[4], key: values[5])
        }
        return known
    }

    /// Opens it to add to.
    init(addingTo path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
        // Whatever stands there without an end of line is half a line.
        if lseek(descriptor, 0, SEEK_END) > 0 { try write("\n") } else { try write(Self.line(Self.header)) }
    }

    func add(_ outcome: BulkOutcome) throws { try write(Self.line(outcome)) }

    /// Takes the place of all that was added.
    func finish(_ outcomes: [BulkOutcome]) throws {
        let fresh = path + ".new"
        unlink(fresh)
        let target = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard target >= 0 else { throw Self.failure(fresh) }
        defer { Glibc.close(target) }
        let lines = [Self.line(Self.header)] + outcomes.sorted { $0.row < $1.row }.map(Self.line)
        try Self.write(lines.joined(), to: target, fresh)
        guard rename(fresh, path) == 0 else { throw Self.failure(path) }
    }

    func close() { Glibc.close(descriptor) }

    private static func line(_ values: [String]) -> String { CSVText.line(values) + "\n" }

    private static func line(_ outcome: BulkOutcome) -> String {
        line([
            String(outcome.row), String(outcome.id), outcome.status, outcome.reason,
            DisplayText.visible(outcome.detail), outcome.key,
        ])
    }

    private func write(_ text: String) throws { try Self.write(text, to: descriptor, path) }

    private static func write(_ text: String, to descriptor: Int32, _ path: String) throws {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path) }
            bytes = bytes.dropFirst(count)
        }
    }

    private static func failure(_ path: String) -> Failure {
        Failure(.failed, "FILE", "cannot write \(path): \(String(cString: strerror(errno)))")
    }
}
