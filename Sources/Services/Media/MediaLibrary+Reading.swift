// A file on its way out: a part at a time, read when the one before has been taken, so that a slow reader fills no memory.

internal import Codec
internal import Contract
internal import Glibc
internal import RPC
internal import Store

extension MediaLibrary {
    /// Of a part.
    static let partBytes = 128 << 10

    /// Gives a file from an offset on: first what it is, then its bytes.
    /// - Parameter length: at most so many of them; 0: all the rest.
    func give(
        _ media: MediaRecord, from offset: Int64, length: Int64 = 0, to caller: MediaSeats.Reader,
        _ responses: ResponseWriter<DownloadMediaResponse>
    ) async throws {
        guard offset >= 0, offset <= media.size else {
            throw RPCError.validation("offset", "must be 0 to the file's size, which is \(media.size)")
        }
        guard length >= 0 else { throw RPCError.validation("length", "must be 0 or more") }
        let end = length == 0 ? media.size : offset + min(length, media.size - offset)
        try await seats.reading(as: caller) {
            let reader = try await open(media)
            try await responses.write(
                .with {
                    $0.media = Media(media)
                    $0.offset = offset
                })
            var position = offset
            while position < end {
                let from = position
                let count = Int(min(Int64(Self.partBytes), end - from))
                let bytes = try await onDisk { try reader.bytes(at: from, atMost: count) }
                guard !bytes.isEmpty else { throw Self.lost(nil) }
                try await responses.write(
                    .with {
                        $0.offset = from
                        $0.data = bytes
                    })
                position += Int64(bytes.count)
            }
        }
    }

    private func open(_ media: MediaRecord) async throws -> MediaReader {
        let (name, size) = (media.storedName, media.size)
        do {
            return try await onDisk { [folder] () throws -> MediaReader in
                do throws(MediaFolder.Failure) {
                    return try folder.read(name, size: size)
                } catch {
                    throw Unreadable(failure: error)
                }
            }
        } catch let unreadable as Unreadable {
            let failure = unreadable.failure
            // Nothing is lost while the whole folder is away.
            if failure.code == ENOENT { try await requireFolder() }
            throw [ENOENT, EIO, ELOOP].contains(failure.code) ? Self.lost(failure) : MediaFolder.refusal(failure)
        }
    }

    private struct Unreadable: Error { let failure: MediaFolder.Failure }

    private static func lost(_ failure: MediaFolder.Failure?) -> RPCError {
        RPCError.make(
            .dataLoss, "The file is not in the server's folder any more.",
            hint: "It was deleted beside the server, or a backup was restored without the folder.", cause: failure)
    }
}

extension Media {
    init(_ record: MediaRecord) {
        self.init()
        id = record.id
        userId = record.userID
        kind = MediaKind(rawValue: record.kind.rawValue)
        mimeType = record.mimeType
        fileName = record.fileName
        size = record.size
        sha256 = Hexadecimal.text(record.sha256)
        createdAt = record.createdAt.timestamp
        expiresAt = record.expiresAt?.timestamp
    }

    /// What the audit log may know of it: neither name nor content.
    init(told record: MediaRecord) {
        self.init()
        kind = MediaKind(rawValue: record.kind.rawValue)
        mimeType = record.mimeType
        size = record.size
    }
}
