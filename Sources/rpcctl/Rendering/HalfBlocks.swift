// A QR code in characters: two rows of squares to a line, as half blocks, with the light margin that scanners need.
//
// Where colours are allowed the squares are painted black on white, which is right on any terminal. Else light squares
// are drawn and dark ones left out: right on the usual dark background, and most scanners read the opposite as well.

enum HalfBlocks {
    /// The lines of the picture.
    ///
    /// - Parameter margin: light squares around it. The standard asks for 4; 2 serve on a screen that is too low.
    static func lines(_ matrix: QRMatrix, margin: Int = 4, style: Style = .plain) -> [String] {
        let range = -margin..<matrix.size + margin
        return stride(from: range.lowerBound, to: range.upperBound, by: 2).map { row in
            var line = ""
            for column in range {
                let upper = matrix.isDark(row, column)
                // An odd number of rows leaves half a line below the picture: light, as the margin.
                let lower = matrix.isDark(row + 1, column)
                line += upper ? (lower ? " " : "▄") : (lower ? "▀" : "█")
            }
            // Bright white squares on black, whatever the terminal's own colours are.
            return style.isColoured ? "\u{1B}[97;40m\(line)\u{1B}[0m" : line
        }
    }
}
