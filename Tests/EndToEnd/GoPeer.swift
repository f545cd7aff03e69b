// containerd's ttrpc in Go, as Debian packages it: Tests/Interop/build.sh makes the program, `make test` calls that.
import Foundation

enum GoPeer {
    static let program = Sandbox.repository.appendingPathComponent(".tools/interop/go-peer").path
    static let isBuilt = FileManager.default.isExecutableFile(atPath: program)
    static let absent = "no .tools/interop/go-peer here; Tests/Interop/build.sh makes it"
}
