// Which part of a list is asked for: the three fields that every List request has, checked in one place.

package import RPC

/// A page of a list, as asked for.
package struct Page: Sendable, Hashable {
    package enum Position: Sendable, Hashable {
        /// From the newest on.
        case start
        /// After the row with these sort columns.
        case after([Int64])
        /// The page with this number, from 1; the answer then carries the total.
        case number(Int64)
    }

    package static let defaultSize = 20
    package static let largestSize = 200

    /// At most so many entities, 1…200.
    package let size: Int
    package let position: Position

    package init(size: Int, position: Position) {
        self.size = size
        self.position = position
    }

    /// Rows to skip; 0 unless the page was asked for by number.
    package var offset: Int64 {
        if case .number(let number) = position { (number - 1) * Int64(size) } else { 0 }
    }

    /// The sort columns of the row after which the page begins; nil = at the start (or by number).
    package var after: [Int64]? {
        if case .after(let columns) = position { columns } else { nil }
    }

    /// Whether the answer carries `total_size`.
    package var wantsTotal: Bool {
        if case .number = position { true } else { false }
    }

    /// Reads `page_size`, `page_token` and `page` as they came.
    /// - Parameter columns: how many sort columns the list's tokens hold.
    /// - Throws: VALIDATION_ERROR naming every field that is wrong.
    package static func parse(
        size: Int32, token: String, page: Int32, columns: Int = 1,
        method: Method, filters: [UInt8], tokens: PageTokens
    ) throws -> Page {
        var wrong: [RPCError.FieldViolation] = []
        if size < 0 || size > largestSize {
            wrong.append(.init(field: "page_size", description: "must be 1 to \(largestSize), or 0 for \(defaultSize)"))
        }
        if page < 0 { wrong.append(.init(field: "page", description: "counts from 1")) }
        var position = Position.start
        if !token.isEmpty, page != 0 {
            wrong.append(.init(field: "page", description: "and page_token exclude each other"))
        } else if !token.isEmpty {
            if let found = tokens.read(token, method: method.path, filters: filters), found.count == columns {
                position = .after(found)
            } else {
                wrong.append(
                    .init(field: "page_token", description: "is not a token of this list with these arguments"))
            }
        } else if page > 0 {
            position = .number(Int64(page))
        }
        guard wrong.isEmpty else { throw RPCError.validation(wrong) }
        return Page(size: size == 0 ? defaultSize : Int(size), position: position)
    }
}

/// Ends a page at 1 MiB, whatever its number of entities.
package struct PageBudget: Sendable {
    private var left = 1 << 20
    private var isEmpty = true

    package init() {}

    /// Whether an entity of `bytes` encoded bytes still belongs on the page. The first always does.
    package mutating func admits(bytes: Int) -> Bool {
        defer { isEmpty = false }
        left -= bytes
        return isEmpty || left >= 0
    }
}
