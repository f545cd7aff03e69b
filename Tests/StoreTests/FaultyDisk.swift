// A disk for SQLite that counts its syncs and writes and fails when told to: SQLite's own unix file system with two methods put in
// between. One for the process, so its tests run one at a time.

import CSQLite
import Glibc
import Synchronization

enum FaultyDisk {
    enum Fault: Int {
        case none, syncFails, diskIsFull, writeFails
    }

    static let name = "faulty-disk"
    private static let syncs = Atomic<Int>(0)
    private static let writes = Atomic<Int>(0)
    private static let fault = Atomic<Int>(0)

    /// Registers the disk, without faults.
    static func prepare() { _ = isRegistered }

    static func set(_ wanted: Fault) { fault.store(wanted.rawValue, ordering: .sequentiallyConsistent) }

    /// Syncs asked for since the process began.
    static var syncCount: Int { syncs.load(ordering: .sequentiallyConsistent) }

    /// Writes asked for since the process began.
    static var writeCount: Int { writes.load(ordering: .sequentiallyConsistent) }

    private static var current: Fault { Fault(rawValue: fault.load(ordering: .sequentiallyConsistent)) ?? .none }

    // Written once, while the disk is registered; read by the callbacks.
    nonisolated(unsafe) private static var real: UnsafeMutablePointer<sqlite3_vfs>?
    private static let changed = Mutex<[UInt: UInt]>([:])
    nonisolated(unsafe) private static var realSync:
        (@convention(c) (UnsafeMutablePointer<sqlite3_file>?, Int32) -> Int32)?
    nonisolated(unsafe) private static var realWrite:
        (@convention(c) (UnsafeMutablePointer<sqlite3_file>?, UnsafeRawPointer?, Int32, Int64) -> Int32)?

    private static let isRegistered: Bool = {
        guard let unix = sqlite3_vfs_find(nil) else { return false }
        real = unix
        let ours = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        ours.initialize(to: unix.pointee)
        ours.pointee.pNext = nil
        ours.pointee.zName = name.withCString { UnsafePointer(strdup($0)) }
        ours.pointee.xOpen = { _, path, file, flags, outFlags in
            let code = real?.pointee.xOpen?(real, path, file, flags, outFlags) ?? SQLITE_ERROR
            if code == SQLITE_OK, let file, let methods = file.pointee.pMethods {
                file.pointee.pMethods = withFaults(methods)
            }
            return code
        }
        return sqlite3_vfs_register(ours, 0) == SQLITE_OK
    }()

    /// SQLite has a few tables of methods, by way of locking: one changed copy for each.
    private static func withFaults(_ methods: UnsafePointer<sqlite3_io_methods>) -> UnsafePointer<sqlite3_io_methods>? {
        let key = UInt(bitPattern: methods)
        if let known = changed.withLock({ $0[key] }) { return UnsafePointer(bitPattern: known) }
        let copy = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        copy.initialize(to: methods.pointee)
        realSync = methods.pointee.xSync
        realWrite = methods.pointee.xWrite
        copy.pointee.xSync = { file, flags in
            FaultyDisk.syncs.add(1, ordering: .sequentiallyConsistent)
            if FaultyDisk.current == .syncFails { return SQLITE_IOERR | (4 << 8) }
            return FaultyDisk.realSync?(file, flags) ?? SQLITE_ERROR
        }
        copy.pointee.xWrite = { file, bytes, count, offset in
            FaultyDisk.writes.add(1, ordering: .sequentiallyConsistent)
            return switch FaultyDisk.current {
            case .diskIsFull: SQLITE_FULL
            case .writeFails: SQLITE_IOERR | (3 << 8)
            default: FaultyDisk.realWrite?(file, bytes, count, offset) ?? SQLITE_ERROR
            }
        }
        changed.withLock { $0[key] = UInt(bitPattern: copy) }
        return UnsafePointer(copy)
    }
}
