// The steps of start and end that touch the file system.
import Foundation
import RPC
import Services
import Store
import TestKit
import Testing

@testable import rpcd

@Suite struct LifecycleTests {
    /// A directory for one test.
    private final class Place {
        let path = TemporaryDirectory.make()
        deinit { TemporaryDirectory.remove(path) }
        func mode(_ name: String) throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
            return (attributes[.posixPermissions] as? Int) ?? -1
        }
    }

    private func status(_ body: () throws -> Void) -> rpcd.ExitStatus? {
        do {
            try body()
            return nil
        } catch {
            return StartFailure(error).status
        }
    }

    @Test func aSecondServerFindsTheDirectoryBusyAndAThirdFindsItFree() throws {
        let place = Place()
        var first: DataLock? = try DataLock(directory: place.path)
        do {
            _ = try DataLock(directory: place.path)
            Issue.record("the lock was given twice")
        } catch {
            #expect(error.status == .busy)
            #expect(error.description.contains("pid \(getpid())"))
        }
        #expect(try place.mode("rpcd.lock") == 0o600)
        withExtendedLifetime(first) {}
        first = nil
        #expect(status { _ = try DataLock(directory: place.path) } == nil)
        #expect(status { _ = try DataLock(directory: place.path + "/none") } == .cannotCreate)
    }

    @Test func secretsAreMadeOnceAndKept() throws {
        let place = Place()
        let one = try Secrets(dataDirectory: place.path).key(.pageTokens).authenticate([1])
        #expect(try Secrets(dataDirectory: place.path).key(.pageTokens).authenticate([1]) == one)
        #expect(try Secrets(dataDirectory: place.path).key(.idempotency).authenticate([1]) != one)
        #expect(try place.mode("secrets") == 0o700)
        #expect(try place.mode("secrets/page-tokens.key") == 0o600)
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: place.path + "/secrets/page-tokens.key"))
        #expect(status { _ = try Secrets(dataDirectory: place.path).key(.pageTokens) } == .badConfiguration)
    }

    /// A file that a power cut takes back was not kept, whatever it said.
    @Test func aFileWhoseNameIsNotDurableWasNotReplaced() throws {
        let place = Place()
        var synced: [String] = []
        let path = place.path + "/file"
        try Paths.replace(path, with: [1], mode: 0o600) { synced.append($0) }
        #expect(synced == [place.path + "/"] && SecretFiles.read(path) == [1])
        let failed = status {
            try Paths.replace(path, with: [2], mode: 0o600) { folder throws(SecretFiles.Failure) in
                throw SecretFiles.Failure(path: folder, detail: "ill")
            }
        }
        #expect(failed == .cannotCreate)
        #expect(FileFacts(path + ".new") == nil)
        #expect(status { try SecretFiles.sync(place.path + "/none") } != nil)
    }

    /// What others could read is theirs too: to shut it quietly would hide that from whoever runs the server.
    @Test(arguments: ["page-tokens.key", "signing.keys"])
    func aSecretThatOthersCouldReadIsRefused(name: String) throws {
        let place = Place()
        func start() -> StartFailure? {
            do {
                let secrets = try Secrets(dataDirectory: place.path)
                _ = try secrets.key(.pageTokens)
                _ = try secrets.signingKeys()
                return nil
            } catch {
                return StartFailure(error)
            }
        }
        #expect(start() == nil)
        let path = place.path + "/secrets/" + name
        for mode in [0o644, 0o640, 0o620, 0o601] {
            chmod(path, mode_t(mode))
            let failure = try #require(start())
            #expect(failure.status == .badConfiguration && failure.description.contains(name))
            #expect(failure.hint?.contains("chmod 600") == true)
            #expect(try place.mode("secrets/" + name) == mode, "it is left as it is")
        }
        chmod(path, 0o600)
        #expect(start() == nil)
        // A link leads to where others may write.
        try FileManager.default.moveItem(atPath: path, toPath: place.path + "/elsewhere")
        symlink(place.path + "/elsewhere", path)
        #expect(start()?.status == .badConfiguration)
        unlink(path)
        symlink("/nowhere/at/all", path)
        #expect(start()?.status == .badConfiguration)
        unlink(path)
        mkfifo(path, 0o600)
        #expect(start()?.status == .badConfiguration)
        unlink(path)
        #expect(start() == nil)
        chmod(place.path + "/secrets", 0o770)
        #expect(start()?.status == .badConfiguration)
    }

    @Test func signingKeysAreMadeOnceAndKept() throws {
        let place = Place()
        let made = try Secrets(dataDirectory: place.path).signingKeys()
        #expect(made.keys.count == 1)
        let kept = try Secrets(dataDirectory: place.path).signingKeys()
        #expect(kept.keys.map(\.id) == made.keys.map(\.id))
        #expect(kept.keys.map { $0.key.authenticate([1]) } == made.keys.map { $0.key.authenticate([1]) })
        let path = place.path + "/secrets/signing.keys"
        #expect(try place.mode("secrets/signing.keys") == 0o600)
        // A second key beside the first, as a rotation leaves it.
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try (SigningKeys.fresh() + text).write(toFile: path, atomically: false, encoding: .utf8)
        #expect(try Secrets(dataDirectory: place.path).signingKeys().keys.last?.id == made.keys.first?.id)
        let next = SigningKeys.fresh()
        try Secrets(dataDirectory: place.path).keep(signingKeys: next)
        #expect(try place.mode("secrets/signing.keys") == 0o600)
        #expect(try Secrets(dataDirectory: place.path).signingKeys().text == next)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/secrets") == ["signing.keys"])
        try "k1 short".write(toFile: path, atomically: false, encoding: .utf8)
        #expect(status { _ = try Secrets(dataDirectory: place.path).signingKeys() } == .badConfiguration)
    }

    @Test func theEndpointsFileIsJSONAndReadableByAll() throws {
        let place = Place()
        let file = EndpointsFile(dataDirectory: place.path)
        try file.write(
            version: "1.0", rpc: [.unix(path: "/a \"b\"/rpcd.sock"), .tcp(host: "127.0.0.1", port: 5)],
            bridge: [.unix(path: "relative/bridge.sock")],
            http: [.tcp(host: "::1", port: 80), .unix(path: "/h.sock")])
        #expect(try place.mode("endpoints.json") == 0o644)
        let data = try Data(contentsOf: URL(fileURLWithPath: file.path))
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["pid"] as? Int == Int(getpid()))
        #expect(object["version"] as? String == "1.0")
        #expect(object["rpc"] as? [String] == ["unix:/a \"b\"/rpcd.sock", "tcp:127.0.0.1:5"])
        #expect(
            (object["bridge"] as? [String])?.first
                == "unix:\(FileManager.default.currentDirectoryPath)/relative/bridge.sock")
        #expect(object["http"] as? [String] == ["http://[::1]:80", "unix:/h.sock"])
        file.remove()
        #expect(!FileManager.default.fileExists(atPath: file.path))
        file.remove()
    }

    @Test func directoriesAreMadeWithTheirParents() throws {
        let place = Place()
        try Paths.makeDirectory(place.path + "/a/b/c", mode: 0o750)
        try Paths.makeDirectory(place.path + "/a/b/c", mode: 0o750)
        #expect(try place.mode("a/b/c") & 0o027 == 0)
        try Data().write(to: URL(fileURLWithPath: place.path + "/file"))
        #expect(status { try Paths.makeDirectory(place.path + "/file", mode: 0o750) } == .cannotCreate)
        #expect(status { try Paths.makeDirectory(place.path + "/file/below", mode: 0o750) } == .cannotCreate)
    }

    @Test(arguments: [
        (Refusal.missing(path: "a", beside: "b"), rpcd.ExitStatus.badConfiguration),
        (.empty(path: "a"), .badConfiguration),
        (.newer(path: "a", version: 2, supported: 1), .badConfiguration),
        (.foreign(path: "a", detail: "x"), .badConfiguration), (.damaged(path: "a", detail: "x"), .badConfiguration),
        (.inaccessible(path: "a", detail: "x"), .cannotCreate),
    ])
    func aRefusedDatabaseEndsWithItsReason(refusal: Refusal, status: rpcd.ExitStatus) {
        let failure = StartFailure(StoreError.refused(refusal))
        #expect(failure.status == status)
        #expect(failure.description == refusal.description)
        #expect(failure.hint == refusal.hint)
    }

    @Test func otherFailuresHaveTheirStatus() {
        #expect(StartFailure(ConfigurationError("x")).status == .badConfiguration)
        #expect(StartFailure(StoreError.busy).status == .busy)
        #expect(StartFailure(StoreError.storageFull).status == .cannotCreate)
        #expect(StartFailure(StoreError.corrupt("x")).status == .internal)
        struct Other: Error {}
        #expect(StartFailure(Other()).status == .internal)
    }

    @Test func theSupervisorIsToldInOneDatagram() throws {
        let place = Place()
        let path = place.path + "/notify"
        let receiver = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(receiver) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(receiver, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(bound == 0)
        Supervisor(environment: ["NOTIFY_SOCKET": path]).tell("READY=1\nSTATUS=Serving")
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = recv(receiver, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "READY=1\nSTATUS=Serving")
        // Nobody there, or nonsense: nothing happens.
        for nonsense in ["", "relative", "/none/at/all", "/" + String(repeating: "x", count: 200)] {
            Supervisor(environment: ["NOTIFY_SOCKET": nonsense]).tell("READY=1")
        }
        Supervisor(environment: [:]).tell("READY=1")
    }
}
