// Tables as people see them. Pure.
import Testing

@testable import rpcctl

@Suite struct TableTests {
    private func sample() -> Table {
        var table = Table([.init("ID", .right), .init("NAME"), .init("CONTENT", givesWay: true), .init("STATUS")])
        table.add(["7", "ada", "hello", .init("sent", .green)])
        table.add(["123", "bo", "", .init("failed", .red)])
        return table
    }

    @Test func columnsAreAsWideAsTheirWidestCellAndLinesEndInNoSpace() {
        #expect(
            sample().lines() == [
                " ID  NAME  CONTENT  STATUS",
                "  7  ada   hello    sent",
                "123  bo             failed",
            ])
    }

    @Test func colourAddsNoWidth() {
        let plain = sample().lines()
        let coloured = sample().lines(style: .coloured)
        #expect(coloured[1].contains("\u{1B}[32msent\u{1B}[0m"))
        #expect(coloured.map(withoutEscapes) == plain)
    }

    @Test func aNarrowTerminalCutsOnlyTheColumnThatGivesWay() {
        var table = Table([.init("ID"), .init("CONTENT", givesWay: true), .init("STATUS")])
        table.add(["1", .init(String(repeating: "x", count: 100)), "delivered"])
        let lines = table.lines(columnsAvailable: 40)
        #expect(lines[1] == "1   " + String(repeating: "x", count: 24) + "…  delivered")
        #expect(lines.allSatisfy { DisplayText.width(of: $0) <= 40 })
        #expect(table.lines()[1].contains(String(repeating: "x", count: 100)))
    }

    @Test func wideLettersCountTwice() {
        var table = Table([.init("NAME"), .init("X")])
        table.add(["日本", "a"])
        table.add(["e\u{301}", "b"])
        table.add(["👍🏽", "c"])
        #expect(table.lines() == ["NAME  X", "日本  a", "e\u{301}     b", "👍🏽    c"])
    }

    @Test func whatATerminalWouldObeyIsShownInstead() {
        var table = Table([.init("CONTENT")])
        table.add([.init("a\u{1B}[2Jb\nc\u{202E}d\u{9B}e")])
        #expect(table.lines()[1] == "a\\u{1b}[2Jb\\nc\\u{202e}d\\u{9b}e")
    }

    @Test func aShortRowIsFilledAndALongOneCut() {
        var table = Table([.init("A"), .init("B")])
        table.add(["1"])
        table.add(["1", "2", "3"])
        #expect(table.lines() == ["A  B", "1", "1  2"])
    }

    @Test func detailsLeaveOutWhatIsEmpty() {
        var details = Details()
        details.add("id", 42)
        details.add("recipient", "+491701234567")
        details.add("error", "")
        details.add("bridge", nil)
        #expect(details.lines() == ["id         42", "recipient  +491701234567"])
    }
}

/// The text without its colour sequences.
func withoutEscapes(_ text: String) -> String {
    text.replacing(#/\u{1B}\[[0-9;]*[A-Za-z]/#, with: "")
}
