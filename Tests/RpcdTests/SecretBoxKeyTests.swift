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

    private var file: String { place.path + "/secrets/box.keys" }

    @Test func aKeyIsMadeAtTheFirstStartAndKept() throws {
        let sealed = try box().seal([1, 2, 3], at: row)
        let id = try #require(SecretBox.keyID(of: sealed))
        #expect(try box(inUse: [id]).open(sealed, at: row) == [1, 2, 3])
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func whatWasKeptByARotationSealsAfterTheNextStart() throws {
        let first = try box()
        let old = first.seal([1], at: row)
        let next = try #require(first.keys.rotated(keeping: []))
        try Secrets(dataDirectory: place.path).keep(boxKeys: next.text)
        let both = try box(inUse: next.ids)
        #expect(SecretBox.keyID(of: both.seal([1], at: row)) == next.newest.id)
        #expect(try both.open(old, at: row) == [1])
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    }

    @Test func aKeyThatIsInUseIsNotMadeAnew() throws {
        #expect(refusal(inUse: [1])?.status == .badConfiguration)
        #expect(!FileManager.default.fileExists(atPath: file))
        let id = try box().keys.newest.id
        #expect(refusal(inUse: [id, id ^ 1])?.status == .badConfiguration)
        #expect(refusal(inUse: [id]) == nil)
        // A new one of the same shape is not it.
        unlink(file)
        _ = try box()
        #expect(refusal(inUse: [id])?.status == .badConfiguration)
    }

    @Test(arguments: [0o640, 0o604, 0o660])
    func aKeyThatOthersCanReadIsRefused(mode: Int) throws {
        let id = try box().keys.newest.id
        chmod(file, mode_t(mode))
        let failure = try #require(refusal(inUse: [id]))
        #expect(failure.status == .badConfiguration && failure.hint?.contains("chmod 600") == true)
        chmod(file, 0o600)
        #expect(refusal(inUse: [id]) == nil)
    }

    @Test func whatIsNoKeyIsRefused() throws {
        _ = try box()
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: file))
        chmod(file, 0o600)
        #expect(refusal()?.status == .badConfiguration)
        unlink(file)
        symlink(place.path + "/elsewhere", file)
        #expect(refusal()?.status == .badConfiguration)
    }
}
