// The file of one upload while its stream is there: bytes go to its end and into the hash in the same step. For one stream at
// a time, one step after the other, which MediaLibrary's seats and the order of awaits see to; hence the unchecked box.
// Everything here blocks.

internal import Glibc

final class UploadFile: @unchecked Sendable {
    private let folder: MediaFolder
    let name: String
    private let descriptor: Int32
    private let digest = RunningDigest()
    /// So many bytes it has.
    private(set) var position: Int64

    /// Opens what there is of an upload. Reads it, for the hash.
    /// - Throws: `Failure`; `Lost` where what was safe is not there.
    init(_ folder: MediaFolder, _ upload: String, from position: Int64) throws {
        guard let descriptor = try folder.part(upload, from: position) else { throw Lost() }
        self.folder = folder
        name = upload
        self.descriptor = descriptor
        self.position = position
        var read: Int64 = 0
        while read < position {
            let bytes = try MediaReader.bytes(
                of: descriptor, at: read, atMost: Int(min(1 << 20, position - read)), folder.calls)
            guard !bytes.isEmpty else { throw Lost() }
            bytes.withUnsafeBytes { digest.update($0) }
            read += Int64(bytes.count)
        }
    }

    /// What was said to be safe is not there.
    struct Lost: Error {}

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws(MediaFolder.Failure) {
        var failure: MediaFolder.Failure?
        bytes.withUnsafeBytes { all in
            var done = 0
            while done < all.count, let start = all.baseAddress {
                let wrote = folder.calls.write(descriptor, start + done, all.count - done, position + Int64(done))
                if wrote < 0, errno == EINTR { continue }
                guard wrote > 0 else {
                    if wrote == 0 { errno = EIO }
                    failure = MediaFolder.Failure("write of an upload")
                    return
                }
                done += wrote
            }
            digest.update(all)
        }
        if let failure { throw failure }
        position += Int64(bytes.count)
    }

    /// Makes durable what it has. After a failure nobody knows what is on the disk: the upload is to be given up.
    func sync() throws(MediaFolder.Failure) {
        try folder.sync(file: descriptor)
    }

    /// Its beginning.
    func head(_ count: Int) throws(MediaFolder.Failure) -> [UInt8] {
        try MediaReader.bytes(of: descriptor, at: 0, atMost: count, folder.calls)
    }

    /// The hash of all that came. Nothing may come after it.
    func hash() -> [UInt8] { digest.finish() }

    /// Gives it its name. It is durable then.
    func publish() throws(MediaFolder.Failure) { try folder.publish(name) }
}
