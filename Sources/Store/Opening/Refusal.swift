// Why a database is not opened, in words for the operator, with a hint what to do. Nothing is ever repaired or replaced
// silently: a server that starts empty on the wrong disk has lost everything that it accepted.

package enum Refusal: Sendable, Equatable, CustomStringConvertible {
    /// There is no database, but the directory is not new either.
    case missing(path: String, beside: String)
    /// The file is there and has no content.
    case empty(path: String)
    /// The file is no readable database.
    case damaged(path: String, detail: String)
    /// It is a database, of something else.
    case foreign(path: String, detail: String)
    /// It was made by a newer version.
    case newer(path: String, version: Int, supported: Int)
    /// It is ours, of a state of development that this version does not know: the same step of the schema, done otherwise.
    case otherSchema(path: String, detail: String)
    /// The directory or file cannot be made, read or written.
    case inaccessible(path: String, detail: String)
    /// It was moved or replaced while a server had it open, which copied what it had accepted.
    case displaced(path: String, copy: String)
    /// A setting that durability or safety rests on could not be made to hold.
    case setting(name: String, value: String, expected: String)

    package var description: String {
        switch self {
        case .missing(let path, let beside): "the database \(path) is missing, though \(beside) is there"
        case .empty(let path): "the database \(path) is empty (0 bytes)"
        case .damaged(let path, let detail): "the database \(path) is damaged: \(detail)"
        case .foreign(let path, let detail): "the file \(path) is not a Switchboard database: \(detail)"
        case .newer(let path, let version, let supported):
            "the database \(path) has schema \(version), made by a newer version; this one knows \(supported)"
        case .otherSchema(let path, let detail):
            "the database \(path) was made by a development version with another schema: \(detail)"
        case .inaccessible(let path, let detail): "cannot use \(path): \(detail)"
        case .displaced(let path, let copy):
            "the database \(path) was moved or replaced while rpcd ran; all that was accepted until then is in \(copy)"
        case .setting(let name, let value, let expected): "SQLite's \(name) is \(value) where \(expected) was set"
        }
    }

    package var hint: String {
        switch self {
        case .missing, .empty: "Restore a backup, or start with --init to begin with a new, empty database."
        case .damaged: "Restore a backup. The damaged file is left as it is."
        case .foreign: "Check --data-dir; move the file away if it does not belong there."
        case .newer: "Install the newer version again, or restore a backup from before the upgrade."
        case .otherSchema:
            "There is no way from one development version's database to another's: start the version that made it, or move "
                + "the data directory away and begin with a new one."
        case .inaccessible: "Check the directory's owner, permissions and free space."
        case .displaced(_, let copy):
            "rpcd restore \(copy) puts that back, and sets aside what is there now. To go on with what is there instead, move "
                + "the copy out of the directory."
        case .setting: "Check which SQLite library is loaded."
        }
    }
}
