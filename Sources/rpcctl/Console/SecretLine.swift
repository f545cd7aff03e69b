// A line typed at a terminal and not shown. The terminal's own line editing and its signals are off meanwhile, so that
// Ctrl-C comes as a character and the terminal can be put right before the program ends.
internal import Glibc

struct SecretLine {
    enum Step: Equatable {
        case more
        case done(String)
        case givenUp
    }

    private var bytes: [UInt8] = []

    /// Takes what a key sends.
    mutating func take(_ byte: UInt8) -> Step {
        switch byte {
        case 0x0A, 0x0D: return .done(String(decoding: bytes, as: UTF8.self))
        case 0x03: return .givenUp
        case 0x04: return bytes.isEmpty ? .givenUp : .done(String(decoding: bytes, as: UTF8.self))
        // Backspace takes a whole character: its last byte and what precedes it in UTF-8.
        case 0x7F, 0x08:
            while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        case 0x15: bytes = []
        default: bytes.append(byte)
        }
        return .more
    }

    /// Reads a line from a terminal; nil where the person gave up.
    static func read(from descriptor: Int32) throws(InputError) -> String? {
        var old = termios()
        guard tcgetattr(descriptor, &old) == 0 else { throw InputError(path: "the terminal", errno: errno) }
        var quiet = old
        quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        quiet.c_iflag |= tcflag_t(ICRNL)
        guard tcsetattr(descriptor, TCSAFLUSH, &quiet) == 0 else {
            throw InputError(path: "the terminal", errno: errno)
        }
        defer { tcsetattr(descriptor, TCSAFLUSH, &old) }
        var line = SecretLine()
        var byte: UInt8 = 0
        while true {
            let count = Glibc.read(descriptor, &byte, 1)
            if count == 0 { return nil }
            if count < 0 {
                if errno == EINTR { continue }
                throw InputError(path: "the terminal", errno: errno)
            }
            switch line.take(byte) {
            case .more: continue
            case .done(let text): return text
            case .givenUp: return nil
            }
        }
    }
}
