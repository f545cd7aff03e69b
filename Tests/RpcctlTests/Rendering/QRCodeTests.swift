// QR codes as characters: what is drawn must be what libqrencode worked out, and what a scanner expects around it.
import Testing

@testable import rpcctl

@Suite struct QRCodeTests {
    /// As long as the codes that WhatsApp shows.
    static let code = "2@" + String(repeating: "Ab3/x+Zq", count: 26) + "==,sim"

    /// Reads a drawing back into squares, top row first.
    private func squares(_ lines: [String]) -> [[Bool]] {
        lines.flatMap { line -> [[Bool]] in
            let characters = withoutEscapes(line).map { $0 }
            return [characters.map { $0 == " " || $0 == "▄" }, characters.map { $0 == " " || $0 == "▀" }]
        }
    }

    @Test(arguments: ["a", "hello", code])
    func whatIsDrawnIsTheMatrixWithItsMargin(text: String) throws {
        let matrix = try #require(QRMatrix(encoding: text))
        let drawn = squares(HalfBlocks.lines(matrix))
        #expect(drawn.allSatisfy { $0.count == matrix.size + 8 })
        for row in 0..<drawn.count {
            for column in 0..<matrix.size + 8 {
                #expect(drawn[row][column] == matrix.isDark(row - 4, column - 4))
            }
        }
    }

    @Test func theThreeFindersStandInTheirCorners() throws {
        let matrix = try #require(QRMatrix(encoding: Self.code))
        let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
        for (top, left) in [(0, 0), (0, matrix.size - 7), (matrix.size - 7, 0)] {
            for (row, line) in finder.enumerated() {
                for (column, square) in line.enumerated() {
                    #expect(matrix.isDark(top + row, left + column) == (square == "#"))
                }
            }
        }
    }

    @Test func aCodeOfUsualLengthFitsIntoEightyColumns() throws {
        let matrix = try #require(QRMatrix(encoding: Self.code))
        #expect(HalfBlocks.lines(matrix).allSatisfy { DisplayText.width(of: $0) <= 80 })
    }

    @Test func anOddNumberOfRowsEndsInLightSquares() {
        let one = QRMatrix(size: 1, dark: [true])
        #expect(HalfBlocks.lines(one, margin: 0) == ["▄"])
        #expect(HalfBlocks.lines(one, margin: 2) == ["█████", "██▄██", "█████"])
    }

    @Test func whereColoursAreAllowedItIsBlackOnWhite() throws {
        let matrix = try #require(QRMatrix(encoding: "x"))
        let lines = HalfBlocks.lines(matrix, style: .coloured)
        #expect(lines.allSatisfy { $0.hasPrefix("\u{1B}[97;40m") && $0.hasSuffix("\u{1B}[0m") })
        #expect(lines.map(withoutEscapes) == HalfBlocks.lines(matrix))
    }

    @Test func nothingAndTooMuchHaveNoCode() {
        #expect(QRMatrix(encoding: "") == nil)
        #expect(QRMatrix(encoding: String(repeating: "x", count: 3_000)) == nil)
    }

    @Test func anEmbeddedNULIsPartOfTheCode() throws {
        #expect(QRMatrix(encoding: "a\0b") != QRMatrix(encoding: "a"))
    }
}
