// What is asked of the terminal itself: whether there is one, and how wide and high it is.
internal import Glibc

enum Terminal {
    struct Size: Equatable, Sendable {
        let columns: Int
        let rows: Int
    }

    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The size of the terminal behind a descriptor; nil where there is none or it will not say.
    static func size(_ descriptor: Int32) -> Size? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return Size(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }
}
