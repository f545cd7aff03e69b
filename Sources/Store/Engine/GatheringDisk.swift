// Writes of the WAL in few system calls. SQLite writes each page of a transaction by two, one of them for the 24 bytes before
// it: sixty for a batch of thirty messages. This file system stands in front of another one, SQLite's own as a rule, and
// gathers what is written to a WAL one behind the other; everything else goes through as it is.
//
// Invariant: nothing is gathered once a sync, a read of what was written, a truncation, a look at the size or a close has
// returned. SQLite syncs a commit before anybody can see or hear of it (synchronous = FULL, Pragmas), so what was answered is
// on disk as before. What a write would have failed with, that sync fails with; what was gathered then is given up, as
// the transaction is.
// For the connection that writes. Others read the WAL through their own descriptors, and look at nothing uncommitted.

internal import CSQLite
internal import Synchronization

enum GatheringDisk {
    /// SQLite writes at most 128 KiB in one call.
    private static let room = 1 << 16

    /// One that was registered: SQLite's part first, then what it stands in front of.
    private struct Disk {
        var vfs: sqlite3_vfs
        var base: UnsafeMutablePointer<sqlite3_vfs>
    }

    /// A WAL that is open: SQLite's part first. The file that it stands in front of lies behind it.
    private struct File {
        var file: sqlite3_file
        var gathered: UnsafeMutableRawPointer?
        var start: Int64
        var count: Int
    }

    private static let prefix = (MemoryLayout<File>.stride + 15) / 16 * 16

    private static let registering = Mutex(())

    /// The name under which SQLite finds it, in front of the file system `base` (nil: SQLite's own).
    static func name(over base: String?) throws(StoreError) -> String {
        try registering.withLock { _ throws(StoreError) in try register(over: base) }
    }

    private static func register(over base: String?) throws(StoreError) -> String {
        guard let found = sqlite3_vfs_find(base), let under = found.pointee.zName else {
            throw .invalid(code: SQLITE_MISUSE, message: "no file system \(base ?? "")")
        }
        let name = "gathering-\(String(cString: under))"
        if sqlite3_vfs_find(name) != nil { return name }
        var vfs = found.pointee
        vfs.pNext = nil
        vfs.szOsFile += Int32(prefix)
        vfs.xOpen = { vfs, path, file, flags, outFlags in
            GatheringDisk.open(vfs, path, file, flags, outFlags)
        }
        // For the life of the process, as SQLite's own.
        let bytes = Array(name.utf8CString)
        let kept = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
        _ = kept.initialize(from: bytes)
        vfs.zName = UnsafePointer(kept.baseAddress)
        let disk = UnsafeMutablePointer<Disk>.allocate(capacity: 1)
        disk.initialize(to: Disk(vfs: vfs, base: found))
        let code = UnsafeMutableRawPointer(disk).withMemoryRebound(to: sqlite3_vfs.self, capacity: 1) {
            sqlite3_vfs_register($0, 0)
        }
        guard code == SQLITE_OK else { throw .invalid(code: code, message: "the file system was not taken") }
        return name
    }

    private static func open(
        _ vfs: UnsafeMutablePointer<sqlite3_vfs>?, _ path: UnsafePointer<CChar>?,
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32, _ outFlags: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        guard let vfs, let file else { return SQLITE_MISUSE }
        let base = UnsafeRawPointer(vfs).assumingMemoryBound(to: Disk.self).pointee.base
        guard let open = base.pointee.xOpen else { return SQLITE_MISUSE }
        guard flags & SQLITE_OPEN_WAL != 0 else { return open(base, path, file, flags, outFlags) }
        let ours = UnsafeMutableRawPointer(file).bindMemory(to: File.self, capacity: 1)
        ours.initialize(to: File(file: sqlite3_file(pMethods: nil), gathered: nil, start: 0, count: 0))
        let code = open(base, path, real(file), flags, outFlags)
        if code == SQLITE_OK {
            ours.pointee.file.pMethods = methods.table
        } else {
            // Without methods SQLite does not close it.
            _ = real(file).pointee.pMethods?.pointee.xClose?(real(file))
        }
        return code
    }

    private static func real(_ file: UnsafeMutablePointer<sqlite3_file>) -> UnsafeMutablePointer<sqlite3_file> {
        (UnsafeMutableRawPointer(file) + prefix).assumingMemoryBound(to: sqlite3_file.self)
    }

    private static func ours(_ file: UnsafeMutablePointer<sqlite3_file>) -> UnsafeMutablePointer<File> {
        UnsafeMutableRawPointer(file).assumingMemoryBound(to: File.self)
    }

    /// Writes what was gathered; then calls `next` with the file behind.
    private static func afterWriting(
        _ file: UnsafeMutablePointer<sqlite3_file>?,
        _ next: (UnsafeMutablePointer<sqlite3_file>, sqlite3_io_methods) -> Int32?
    ) -> Int32 {
        guard let file, let methods = real(file).pointee.pMethods?.pointee else { return SQLITE_MISUSE }
        let state = ours(file)
        if state.pointee.count > 0 {
            let count = Int32(state.pointee.count)
            state.pointee.count = 0
            let code = methods.xWrite?(real(file), state.pointee.gathered, count, state.pointee.start) ?? SQLITE_MISUSE
            guard code == SQLITE_OK else { return code }
        }
        return next(real(file), methods) ?? SQLITE_MISUSE
    }

    private static func write(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ bytes: UnsafeRawPointer?, _ count: Int, _ offset: Int64
    ) -> Int32 {
        guard let file, let bytes else { return SQLITE_MISUSE }
        let state = ours(file)
        if state.pointee.count > 0,
            offset != state.pointee.start + Int64(state.pointee.count) || state.pointee.count + count > room
        {
            let code = afterWriting(file) { _, _ in SQLITE_OK }
            guard code == SQLITE_OK else { return code }
        }
        guard count <= room else { return afterWriting(file) { $1.xWrite?($0, bytes, Int32(count), offset) } }
        let gathered = state.pointee.gathered ?? .allocate(byteCount: room, alignment: 16)
        state.pointee.gathered = gathered
        if state.pointee.count == 0 { state.pointee.start = offset }
        (gathered + state.pointee.count).copyMemory(from: bytes, byteCount: count)
        state.pointee.count += count
        return SQLITE_OK
    }

    private static func read(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ bytes: UnsafeMutableRawPointer?, _ count: Int32, _ offset: Int64
    ) -> Int32 {
        guard let file, let methods = real(file).pointee.pMethods?.pointee else { return SQLITE_MISUSE }
        let state = ours(file).pointee
        let isGathered =
            state.count > 0 && offset < state.start + Int64(state.count) && offset + Int64(count) > state.start
        guard isGathered else { return methods.xRead?(real(file), bytes, count, offset) ?? SQLITE_MISUSE }
        return afterWriting(file) { $1.xRead?($0, bytes, count, offset) }
    }

    private static func close(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
        guard let file else { return SQLITE_MISUSE }
        let written = afterWriting(file) { _, _ in SQLITE_OK }
        ours(file).pointee.gathered?.deallocate()
        ours(file).pointee.gathered = nil
        let closed = real(file).pointee.pMethods?.pointee.xClose?(real(file)) ?? SQLITE_MISUSE
        return written == SQLITE_OK ? closed : written
    }

    private static func through(
        _ file: UnsafeMutablePointer<sqlite3_file>?,
        _ call: (UnsafeMutablePointer<sqlite3_file>, sqlite3_io_methods) -> Int32?
    ) -> Int32 {
        guard let file, let methods = real(file).pointee.pMethods?.pointee else { return SQLITE_MISUSE }
        return call(real(file), methods) ?? SQLITE_MISUSE
    }

    /// Never changed once it is made.
    private struct Methods: @unchecked Sendable {
        let table: UnsafePointer<sqlite3_io_methods>
    }

    private static let methods: Methods = {
        var made = sqlite3_io_methods()
        // A WAL needs no more than the first version has: its index belongs to the database's file.
        made.iVersion = 1
        made.xClose = { GatheringDisk.close($0) }
        made.xRead = { GatheringDisk.read($0, $1, $2, $3) }
        made.xWrite = { GatheringDisk.write($0, $1, Int($2), $3) }
        made.xTruncate = { file, size in GatheringDisk.afterWriting(file) { $1.xTruncate?($0, size) } }
        made.xSync = { file, flags in GatheringDisk.afterWriting(file) { $1.xSync?($0, flags) } }
        made.xFileSize = { file, size in GatheringDisk.afterWriting(file) { $1.xFileSize?($0, size) } }
        made.xLock = { file, level in GatheringDisk.through(file) { $1.xLock?($0, level) } }
        made.xUnlock = { file, level in GatheringDisk.through(file) { $1.xUnlock?($0, level) } }
        made.xCheckReservedLock = { file, out in GatheringDisk.through(file) { $1.xCheckReservedLock?($0, out) } }
        made.xFileControl = { file, code, what in GatheringDisk.through(file) { $1.xFileControl?($0, code, what) } }
        made.xSectorSize = { file in GatheringDisk.through(file) { $1.xSectorSize?($0) } }
        made.xDeviceCharacteristics = { file in GatheringDisk.through(file) { $1.xDeviceCharacteristics?($0) } }
        let kept = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        kept.initialize(to: made)
        return Methods(table: UnsafePointer(kept))
    }()
}
