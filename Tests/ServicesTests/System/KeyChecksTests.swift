// What the doctor says of the key files: which are missing, which are none, and what it costs.

import Contract
import Foundation
import TestKit
import Testing

@testable import Services
@testable import Store

@Suite struct KeyChecksTests {
    private let place = Place()
    private let keys = House.makeBox().keys

    private final class Place: Sendable {
        let path = TestKit.TemporaryDirectory.make()
        init() { mkdir(path + "/secrets", 0o700) }
        deinit { TestKit.TemporaryDirectory.remove(path) }
        func file(_ file: KeyFile) -> String { "\(path)/secrets/\(file.fileName)" }
    }

    private func put(_ file: KeyFile, _ bytes: [UInt8]) throws {
        unlink(place.file(file))
        try SecretFiles.write(bytes, to: place.file(file))
    }

    /// All of them as a start makes them.
    private func fill() throws {
        for file in KeyFile.allCases {
            switch file {
            case .signing: try put(file, Array(SigningKeys.fresh().utf8))
            case .box: try put(file, Array(keys.text.utf8))
            default: try put(file, randomBytes(KeyFile.length))
            }
        }
    }

    /// What is not in order.
    private func findings(_ needs: KeyNeeds?) -> [Finding] {
        let all = KeyChecks.findings(directory: place.path, needs: needs)
        #expect(all.allSatisfy { $0.subject == "secrets" && $0.advice.isEmpty == ($0.level == .ok) })
        return all.filter { $0.level != .ok }
    }

    private var needs: KeyNeeds {
        KeyNeeds(
            prints: KeyPrints.found(in: place.path + "/secrets"), sealing: [keys.newest.id], hasAuditLog: true)
    }

    @Test func keysThatAreInOrderAreCounted() throws {
        try fill()
        let all = KeyChecks.findings(directory: place.path, needs: needs)
        #expect(all.map(\.level) == [.ok] && all.first?.detail == "6 key files")
        #expect(findings(nil).isEmpty && findings(KeyNeeds()).isEmpty)
    }

    /// Another is made at the next start, and it says what that costs; of two of them none is, while something needs them.
    @Test(arguments: KeyFile.allCases) func aFileThatIsMissingIsTold(file: KeyFile) throws {
        try fill()
        unlink(place.file(file))
        let isNeeded = file == .audit || file == .box
        let found = findings(needs)
        #expect(found.map(\.level) == [isNeeded ? .fail : .warn], "\(found)")
        #expect(found.first?.detail.contains("secrets/\(file.fileName) is missing") == true)
        #expect(found.first?.advice.contains("rpcd new-key \(file.fileName)") == isNeeded)
        for unneeded in [nil, KeyNeeds()] {
            let found = findings(unneeded)
            #expect(found.map(\.level) == [.warn] && found.first?.detail.contains(file.loss) == true)
        }
    }

    @Test(arguments: KeyFile.allCases) func aFileThatIsNoKeyIsAFault(file: KeyFile) throws {
        for bytes in [Array("no key".utf8), [], [UInt8](repeating: 7, count: SecretFiles.largest)] {
            try fill()
            try put(file, bytes)
            for needs in [needs, nil] {
                let found = findings(needs)
                #expect(found.map(\.level) == [.fail], "\(found)")
                #expect(found.first?.detail.contains("secrets/\(file.fileName) ") == true)
                #expect(found.first?.advice.hasPrefix("Put it back") == true)
            }
        }
        unlink(place.file(file))
        symlink("/dev/null", place.file(file))
        #expect(findings(needs).contains { $0.level == .fail && $0.detail.contains("is no file") })
    }

    @Test func aKeyThatSecretsAreSealedWithMustBeInTheFile() throws {
        try fill()
        var lacking = needs
        lacking.sealing.insert(keys.newest.id ^ 1)
        let found = findings(lacking)
        #expect(found.map(\.level) == [.fail], "\(found)")
        #expect(found.first?.detail.contains(SecretKeys.name(keys.newest.id ^ 1)) == true)
        #expect(found.first?.detail.contains(keys.newest.name) == false)
    }

    @Test func aKeyOfAnotherServerIsTold() throws {
        try fill()
        let noted = needs
        try put(.pageTokens, randomBytes(KeyFile.length))
        let found = findings(noted)
        #expect(found.map(\.level) == [.warn] && found.first?.detail.contains("is not the one") == true)
        // What keeps it from starting is said once.
        try put(.pageTokens, [1])
        #expect(findings(noted).map(\.level) == [.fail])
    }

    @Test func allFilesAreOnTheList() {
        #expect(KeyFile.missing(in: []) == KeyFile.allCases)
        #expect(KeyFile.allCases.map(\.fileName).contains("audit.key"))
        #expect(KeyFile.allCases.map(\.fileName).contains("box.keys"))
        #expect(KeyFile.missing(in: KeyFile.allCases.map(\.fileName)).isEmpty)
        #expect(KeyFile.missing(in: ["audit.head"]) == KeyFile.allCases)
    }
}
