// Everything that the store can answer instead of rows. One type, so that the services map it in one place.
// What a caller caused (a constraint), what will pass (busy, overloaded, storageFull) and what will not (ioFailure,
// corrupt, failed) are different cases; texts are for logs and never hold row contents.

package enum StoreError: Error, Sendable, Equatable {
    /// A rule of the schema said no. Nothing of the job was kept.
    case constraint(Constraint)
    /// Another process holds the database longer than `busy_timeout`. Nothing was kept.
    case busy
    /// More jobs wait than the queue's bound. Nothing was run; trying later is right.
    case overloaded
    /// The disk (or a quota) is full. Nothing of the batch was kept; works again once there is room.
    case storageFull
    /// A read, write or sync failed. The batch was not acknowledged, and the writer stops for good.
    case ioFailure(String)
    /// The file contradicts itself. The writer stops for good.
    case corrupt(String)
    /// The connection may not write: a reader, or the file was moved away.
    case readOnly(String)
    /// The writer stopped after an earlier failure; the process should exit and be started again.
    case failed(String)
    /// The store was closed.
    case closed
    case outOfMemory
    /// A value is larger than SQLite's limit.
    case tooBig
    /// A column holds something else than the code expects.
    case unexpectedValue(column: String, expected: String)
    /// Exactly this row was expected to be there.
    case noSuchRow(String)
    /// The database in the data directory was refused.
    case refused(Refusal)
    /// A mistake in the SQL or in its use, with SQLite's extended code.
    case invalid(code: Int32, message: String)

    /// After one of these nothing more may be written by this process: what is on disk is no longer certain.
    package var isFatal: Bool {
        switch self {
        case .ioFailure, .corrupt, .readOnly: true
        default: false
        }
    }

    /// It is about the rows of one job: another job could be written although this one could not.
    package var isOfOneRow: Bool {
        switch self {
        case .constraint, .tooBig, .unexpectedValue, .noSuchRow, .invalid: true
        default: false
        }
    }

    /// The unique constraint that was violated is over this column (`users.username_key`).
    package func violatesUnique(_ column: String) -> Bool {
        guard case .constraint(let constraint) = self, constraint.kind == .unique else { return false }
        return constraint.columns.contains(column)
    }
}

/// A rule of the schema that was broken.
package struct Constraint: Sendable, Equatable {
    package enum Kind: Sendable, Equatable { case unique, foreignKey, check, notNull, other }

    package let kind: Kind
    /// `table.column` for unique and not-null constraints, as far as the engine tells.
    package let columns: [String]
    package let message: String

    package init(kind: Kind, columns: [String], message: String) {
        self.kind = kind
        self.columns = columns
        self.message = message
    }
}
