// Whether the key files are there, hold keys, and are those that the database knows.

package import Contract
package import Store

package enum KeyChecks {
    /// - Parameter needs: of the database; nil: it cannot be asked.
    package static func findings(directory: String, needs: KeyNeeds?) -> [Finding] {
        let folder = directory + "/secrets"
        let faults = KeyFault.found(in: folder, needs: needs)
        let told = Set(faults.map(\.file))
        let names = SecretFiles.names(in: folder)
        var findings = faults.map { Finding.fail("secrets", $0.detail, do: $0.advice) }
        findings += KeyFile.missing(in: names).filter { !told.contains($0) }.map {
            .warn(
                "secrets", "\(folder)/\($0.fileName) is missing: \($0.loss)",
                do: "Put it back from where the key files are kept; else a new one is made at the next start"
                    + (needs == nil && ($0 == .audit || $0 == .box) ? ", unless the database needs this one." : "."))
        }
        for name in KeyPrints.exchanged(needs?.prints ?? [], found: KeyPrints.found(in: folder)) {
            guard let file = KeyFile(named: name), !told.contains(file) else { continue }
            findings.append(
                .warn(
                    "secrets", "\(folder)/\(name) is not the one that this database was used with: \(file.loss)",
                    do: "Put the right one back before the next start, which takes this one for good."))
        }
        return findings.isEmpty
            ? [.ok("secrets", "\(names.count { KeyFile(named: $0) != nil }) key files")] : findings
    }
}
