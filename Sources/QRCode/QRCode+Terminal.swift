// A QR code in characters: two rows of squares to a line, as half blocks.
//
// Light squares are drawn and dark ones left out, which is right on the usual dark background; inverted it is right on
// paper. Most scanners read both.

extension QRCode {
    /// The code with its margin, every line ended.
    ///
    /// - Parameter invert: draws the dark squares, for dark characters on a light background.
    package func terminal(invert: Bool = false) -> String {
        lines(invert: invert).map { $0 + "\n" }.joined()
    }

    /// The lines of the picture.
    ///
    /// - Parameter margin: light squares around it. The standard asks for 4; 2 serve on a screen that is too low.
    package func lines(invert: Bool = false, margin: Int = QRCode.quietZone) -> [String] {
        let range = -margin..<size + margin
        return stride(from: range.lowerBound, to: range.upperBound, by: 2).map { y in
            var line = ""
            for x in range {
                let upper = self[x, y] == invert
                // An odd number of rows leaves half a line below the picture: light, as the margin.
                let lower = self[x, y + 1] == invert
                line += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ")
            }
            return line
        }
    }
}
