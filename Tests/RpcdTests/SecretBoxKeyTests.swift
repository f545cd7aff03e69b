// The key files of secrets at rest: made once, refused where somebody else can read them, never made anew where something
// was sealed with them.
import Foundation
import Services
import TestKit
import Testing

@testable import rpcd

@Suite struct SecretBoxKeyTests {
    private let place = Place()
    private final class Place {
        let path = TemporaryDirectory.make()
        deinit { TemporaryDirectory.remove(path) }
    }
    private let row = SecretBox.Place(table: "t", row: 1, column: "c")

    private func box(inUse: Set<UInt32> = []) throws -> SecretBox {
        try Secrets(dataDirectory: place.path).secretBox(inUse: inUse)
    }

    private func refusal(inUse: Set<UInt32> = []) -> StartFailure? {
        do {
            _ = try box(inUse: inUse)
            return nil
        } catch {
            return StartFailure(error)
        }
    }

    private func file(_ id: Int) -> String { place.path + "/secrets/box-\(id).key" }

    @Test func aKeyIsMadeAtTheFirstStartAndKept() throws {
        let sealed = try box().seal([1, 2, 3], at: row)
        #expect(SecretBox.keyID(of: sealed) == 1)
        #expect(try box(inUse: [1]).open(sealed, at: row) == [1, 2, 3])
        let attributes = try FileManager.default.attributesOfItem(atPath: file(1))
        #expect(attributes[.posixPermissions] as? Int == 0o600 && attributes[.size] as? Int == 32)
    }

    @Test func theHighestKeySeals() throws {
        let old = try box().seal([1], at: row)
        try Data(randomBytes(32)).write(to: URL(fileURLWithPath: file(2)))
        chmod(file(2), 0o600)
        let both = try box(inUse: [1])
        #expect(SecretBox.keyID(of: both.seal([1], at: row)) == 2)
        #expect(try both.open(old, at: row) == [1])
    }

    @Test func aKeyThatIsInUseIsNotMadeAnew() throws {
        #expect(refusal(inUse: [1])?.status == .badConfiguration)
        #expect(!FileManager.default.fileExists(atPath: file(1)))
        _ = try box()
        #expect(refusal(inUse: [1, 2])?.status == .badConfiguration)
        #expect(refusal(inUse: [1]) == nil)
    }

    @Test(arguments: [0o640, 0o604, 0o660])
    func aKeyThatOthersCanReadIsRefused(mode: Int) throws {
        _ = try box()
        chmod(file(1), mode_t(mode))
        let failure = try #require(refusal(inUse: [1]))
        #expect(failure.status == .badConfiguration)
        chmod(file(1), 0o600)
        #expect(refusal(inUse: [1]) == nil)
    }

    @Test func whatIsNoKeyIsRefused() throws {
        _ = try box()
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: file(2)))
        chmod(file(2), 0o600)
        #expect(refusal()?.status == .badConfiguration)
        unlink(file(2))
        symlink(file(1), file(2))
        #expect(refusal()?.status == .badConfiguration)
        unlink(file(2))
        try Data().write(to: URL(fileURLWithPath: place.path + "/secrets/box-x.key"))
        #expect(refusal() == nil, "what has another name is somebody else's")
    }
}
