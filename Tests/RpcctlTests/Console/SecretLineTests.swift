// A password typed at a terminal: what keys do to it, and that the terminal shows none of it and is put right again.
import Foundation
import Glibc
import Testing

@testable import rpcctl

@Suite struct SecretLineTests {
    private func typed(_ text: String) -> SecretLine.Step? {
        var line = SecretLine()
        for byte in text.utf8 {
            let step = line.take(byte)
            if step != .more { return step }
        }
        return nil
    }

    @Test(arguments: [
        ("secret\n", "secret"), ("secret\r", "secret"), ("secrex\u{7F}t\n", "secret"), ("ünü\u{8}\u{8}\u{8}x\n", "x"),
        ("wrong\u{15}right\n", "right"), ("\u{7F}\u{7F}a\n", "a"), ("abc\u{4}", "abc"), ("\n", ""),
        (" a b \n", " a b "),
    ])
    func keysDoWhatTheyDoElsewhere(keys: String, text: String) {
        #expect(typed(keys) == .done(text))
    }

    @Test(arguments: ["\u{3}", "abc\u{3}", "\u{4}"])
    func oneCanGiveUp(keys: String) {
        #expect(typed(keys) == .givenUp)
    }

    @Test func aTerminalShowsNothingAndIsAsBefore() throws {
        var main: Int32 = 0
        var terminal: Int32 = 0
        try #require(openpty(&main, &terminal, nil, nil, nil) == 0)
        defer {
            close(main)
            close(terminal)
        }
        var before = termios()
        tcgetattr(terminal, &before)
        let (keyboard, screen) = (main, terminal)
        let line = Thread {
            // Typed only once the terminal is quiet: what was typed before is thrown away.
            var state = termios()
            repeat {
                usleep(1000)
                tcgetattr(screen, &state)
            } while state.c_lflag & tcflag_t(ECHO) != 0
            _ = Array("secret\n".utf8).withUnsafeBytes { write(keyboard, $0.baseAddress, $0.count) }
        }
        line.start()
        #expect(try SecretLine.read(from: terminal) == "secret")
        var after = termios()
        tcgetattr(terminal, &after)
        #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag)
        var shown = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
        #expect(poll(&shown, 1, 0) == 0)
    }

    @Test func whatIsNoTerminalIsSaid() {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        defer { for end in ends { close(end) } }
        #expect(throws: InputError.self) { try SecretLine.read(from: ends[0]) }
    }
}
