// Comma-separated values: what is read, and what is refused rather than guessed at.
import Testing

@testable import rpcctl

@Suite struct CSVTextTests {
    private static func rows(_ text: String) throws -> [[String]] { try CSVText.rows(Array(text.utf8)) }

    @Test(arguments: [
        ("", []), ("a", [["a"]]), ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a\n1", [["a"], ["1"]]),
        ("\"a \"\"b\"\"\",\"c,d\"", [["a \"b\"", "c,d"]]), ("\"two\r\nlines\"\nx", [["two\r\nlines"], ["x"]]),
        (",\n,", [["", ""], ["", ""]]), (" a , b ", [[" a ", " b "]]), ("\"\"", [[""]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ("ü👍", [["ü👍"]]),
    ])
    func whatIsRightIsRead(text: String, rows: [[String]]) throws { #expect(try Self.rows(text) == rows) }

    @Test(arguments: [
        ("a\n\"b", 2), ("a\nb\"c\n", 2), ("\"a\"b", 1), ("a\rb", 1), ("a\r", 1), ("\"a\" ,b", 1), ("a\nb\n\u{0}", 3),
    ])
    func whatIsWrongIsNamedByItsRow(text: String, row: Int) {
        #expect { try Self.rows(text) } throws: { ($0 as? CSVFault)?.row == row }
    }

    @Test func whatIsNoUTF8IsRefused() {
        #expect(throws: CSVFault.self) { try CSVText.rows([0x61, 0x0A, 0xFF, 0x0A]) }
    }

    @Test func aLineReadsAsWhatWasWritten() throws {
        let values = ["", "a", " b", "c,d", "e\"f", "g\r\nh", "\"", "ü"]
        #expect(try Self.rows(CSVText.line(values)) == [values])
    }
}
