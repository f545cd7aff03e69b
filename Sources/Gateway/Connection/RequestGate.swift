// Lets one request at a time through to the parser behind it: a head when it is there in full and nothing is wrong with
// it, its body as it comes, and nothing of the next request before this one is answered. So a flood of requests on one
// connection waits in the kernel, and what the parser and the server see of a connection is one request.
// Pure: told of bytes, it says how many of them may pass. The clock and the socket are HTTPConnection's.

struct RequestGate {
    enum Phase: Equatable {
        /// Nothing of a request, or part of its head.
        case head
        case body(rest: Int)
        case chunks(ChunkReader)
        /// The request is there in full; what follows waits for its answer.
        case complete
    }

    enum Refusal: Error, Equatable {
        case malformed(String)
        case headTooLarge
        case tooManyFields
    }

    private let headBytes: Int
    private let headFields: Int
    private(set) var phase = Phase.head
    /// What was last let through.
    private(set) var head: RequestHead?
    /// Of the body of the request that is let through.
    private(set) var bodyBytes = 0
    /// How much of a head that is not there in full was looked at.
    private var scanned = 0
    /// Where its first line begins: empty lines before it are passed over (RFC 9112, 2.2).
    private var lineStart = 0

    init(_ limits: HTTPLimits) {
        headBytes = limits.headBytes
        headFields = limits.headFields
    }

    /// Whether something of a head has come that is more than empty lines.
    var hasBegun: Bool { phase == .head && scanned > lineStart }

    /// How many of `bytes`, which begin where the last call let off, may pass now.
    mutating func pass(_ bytes: UnsafeRawBufferPointer) throws(Refusal) -> Int {
        var passed = 0
        while passed < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[passed...])
            let count = try step(rest)
            if count == 0 { break }
            passed += count
        }
        return passed
    }

    /// The request that is complete was answered: the next one may come.
    mutating func answered() {
        phase = .head
        head = nil
        scanned = 0
        lineStart = 0
        bodyBytes = 0
    }

    private mutating func step(_ bytes: UnsafeRawBufferPointer) throws(Refusal) -> Int {
        switch phase {
        case .head: return try headEnd(bytes)
        case .body(let rest):
            let count = min(rest, bytes.count)
            bodyBytes += count
            phase = count == rest ? .complete : .body(rest: rest - count)
            return count
        case .chunks(var reader):
            do throws(RequestHead.Malformed) {
                let count = try reader.read(bytes)
                bodyBytes += count
                phase = reader.isOver ? .complete : .chunks(reader)
                return count
            } catch {
                throw .malformed(error.reason)
            }
        case .complete: return 0
        }
    }

    /// The length of the head, 0 while it is not there in full.
    private mutating func headEnd(_ bytes: UnsafeRawBufferPointer) throws(Refusal) -> Int {
        let end = min(bytes.count, headBytes)
        while scanned < end {
            let byte = bytes[scanned]
            scanned += 1
            // Anything but CR LF ends no line, and must not seem to.
            if byte == 0x0A {
                guard scanned >= 2, bytes[scanned - 2] == 0x0D else { throw .malformed("a line without CR LF") }
                if scanned - lineStart == 2 {
                    lineStart = scanned
                } else if scanned - lineStart >= 4, bytes[scanned - 4] == 0x0D, bytes[scanned - 3] == 0x0A {
                    return try take(UnsafeRawBufferPointer(rebasing: bytes[lineStart..<scanned]))
                }
            } else if scanned >= 2, bytes[scanned - 2] == 0x0D {
                throw .malformed("a line without CR LF")
            } else if byte < 0x20, byte != 0x0D, byte != 0x09 {
                // Told apart at once: what is no HTTP at all need not wait for its time to be over.
                throw .malformed("a control character")
            }
        }
        guard bytes.count < headBytes else { throw .headTooLarge }
        return 0
    }

    private mutating func take(_ text: UnsafeRawBufferPointer) throws(Refusal) -> Int {
        do throws(RequestHead.Malformed) {
            let head = try RequestHead(text, maximumFields: headFields)
            self.head = head
            switch head.body {
            case .none: phase = .complete
            case .length(let length): phase = .body(rest: length)
            case .chunked: phase = .chunks(ChunkReader())
            }
            return scanned
        } catch {
            throw error == .tooManyFields ? .tooManyFields : .malformed(error.reason)
        }
    }
}
