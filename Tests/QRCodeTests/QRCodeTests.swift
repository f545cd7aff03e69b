// The squares, and the two forms that are text: what is drawn must be what libqrencode worked out, and what a scanner
// expects around it.
import Testing

@testable import QRCode

@Suite struct QRCodeTests {
    /// As long as the codes that WhatsApp shows.
    static let linking = "2@" + String(repeating: "Ab3/x+Zq", count: 26) + "==,sim"

    /// The squares of a code and its margin, top row first.
    static func squares(of code: QRCode) -> [[Bool]] {
        let range = -QRCode.quietZone..<code.size + QRCode.quietZone
        return range.map { y in range.map { x in code[x, y] } }
    }

    @Test func theThreeFindersStandInTheirCorners() throws {
        let code = try QRCode(text: Self.linking)
        let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
        for (top, left) in [(0, 0), (0, code.size - 7), (code.size - 7, 0)] {
            for (row, line) in finder.enumerated() {
                for (column, square) in line.enumerated() {
                    #expect(code[left + column, top + row] == (square == "#"))
                }
            }
        }
        // The corner without one tells left from top: x and y are not mixed up.
        #expect((0..<7).contains { !code[code.size - 1 - $0, code.size - 1] })
    }

    @Test func outsideItIsLight() throws {
        let code = try QRCode(text: "x")
        #expect(code[0, 0])
        for (x, y) in [(-1, 0), (0, -1), (code.size, 0), (0, code.size), (.min, .max)] { #expect(!code[x, y]) }
    }

    @Test func nothingAndTooMuchHaveNoCode() {
        #expect(throws: QRCodeError.empty) { try QRCode(text: "") }
        #expect(throws: QRCodeError.tooLong) { try QRCode(text: String(repeating: "x", count: 2_954)) }
        #expect(throws: Never.self) { try QRCode(text: String(repeating: "x", count: 2_953)) }
    }

    @Test func anEmbeddedNULIsPartOfTheCode() throws {
        #expect(try QRCode(text: "a\0b") != QRCode(text: "a"))
    }

    @Test(arguments: ["a", "hello", linking], [false, true])
    func theTerminalFormIsTheMatrixWithItsMargin(text: String, invert: Bool) throws {
        let code = try QRCode(text: text)
        let drawn = try code.terminal(invert: invert).split(separator: "\n").flatMap { line -> [[Bool]] in
            let (upper, lower): ([Bool], [Bool]) = try line.reduce(into: ([], [])) { rows, character in
                let isDrawn = try #require(
                    ["█": (true, true), "▀": (true, false), "▄": (false, true), " ": (false, false)][character])
                rows.0.append(isDrawn.0 == invert)
                rows.1.append(isDrawn.1 == invert)
            }
            return [upper, lower]
        }
        let expected = Self.squares(of: code)
        #expect(Array(drawn.prefix(expected.count)) == expected)
        // The side is odd, so half a line is left below: light.
        #expect(drawn.dropFirst(expected.count).allSatisfy { row in row.allSatisfy { !$0 } })
        #expect(drawn.count == expected.count + 1)
    }

    @Test func aCodeOfUsualLengthFitsIntoEightyColumns() throws {
        #expect(try QRCode(text: Self.linking).lines().allSatisfy { $0.count <= 80 })
    }

    @Test func anOddNumberOfRowsEndsInLightSquares() {
        let one = QRCode(size: 1, dark: [true])
        #expect(one.lines(margin: 0) == ["▄"])
        #expect(one.lines(margin: 2) == ["█████", "██▄██", "█████"])
        #expect(one.lines(invert: true, margin: 0) == ["▀"])
    }

    @Test(arguments: ["a", "hello", linking])
    func theSVGFormIsTheMatrixWithItsMargin(text: String) throws {
        let code = try QRCode(text: text)
        let svg = code.svg()
        let side = code.size + 8
        #expect(svg.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(svg.contains("viewBox=\"0 0 \(side) \(side)\""))
        #expect(svg.hasSuffix("</svg>\n"))

        var drawn = Array(repeating: Array(repeating: false, count: side), count: side)
        let bars = svg.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/)
        for bar in bars {
            let (x, y) = (try #require(Int(bar.1)), try #require(Int(bar.2)))
            let length = try #require(Int(bar.3))
            #expect(Int(bar.4) == length)
            for column in x..<x + length { drawn[y][column] = true }
        }
        #expect(drawn == Self.squares(of: code))
        // All of the path was read.
        let path = try #require(svg.firstMatch(of: /d="([^"]*)"/)).1
        #expect(bars.map { String($0.0) }.joined() == path)
    }

    @Test func nothingOfTheTextGetsIntoTheSVG() throws {
        #expect(try !QRCode(text: "\"/><script>").svg().contains("script"))
    }
}
