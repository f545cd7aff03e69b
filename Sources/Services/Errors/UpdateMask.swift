// Which fields an Update call changes. `*` is all that can be changed. A field that cannot be is an error that names it,
// so that nobody believes they have changed it; an empty mask is one too, for nothing would change.

package import Codec

/// A field mask that was checked.
package struct UpdateMask: Sendable, Hashable {
    private let paths: Set<String>

    /// - Parameters:
    ///   - mask: as it came.
    ///   - updatable: every field that can be changed, as the .proto names it.
    /// - Throws: VALIDATION_ERROR naming the fields that cannot be changed, or `update_mask`.
    package init(_ mask: FieldMask?, updatable: Set<String>) throws {
        let given = mask?.paths ?? []
        var checks = FieldChecks()
        checks.require(!given.isEmpty, "update_mask", "must name what is to be changed")
        for path in Set(given).subtracting(updatable).sorted() where path != "*" {
            checks.require(false, String(path.prefix(100)), "cannot be changed")
        }
        try checks.finish()
        paths = given.contains("*") ? updatable : Set(given)
    }

    package func contains(_ path: String) -> Bool { paths.contains(path) }
}
