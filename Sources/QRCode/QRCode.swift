// The squares of a QR code, as libqrencode works them out. How they are drawn is in the files beside this one: as
// characters, as SVG, as PNG. All of them leave the light margin of four squares that the standard asks for.
internal import CQRCode

/// A QR code.
package struct QRCode: Sendable, Hashable {
    /// Squares on a side, without the margin.
    package let size: Int
    /// Row by row, true where dark.
    private let dark: [Bool]

    /// The light squares that scanners need around the code.
    package static let quietZone = 4

    /// The code of a text, as UTF-8.
    ///
    /// The lowest level of error correction, which makes the smallest picture: a screen has no smudges.
    /// - Throws: for no text at all, and for more than a code can hold (2,953 bytes).
    package init(text: String) throws(QRCodeError) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard let code = QRcode_encodeData(Int32(clamping: bytes.count), bytes, 0, QR_ECLEVEL_L) else {
            throw .tooLong
        }
        defer { QRcode_free(code) }
        let size = Int(code.pointee.width)
        guard size > 0, let squares = code.pointee.data else { throw .tooLong }
        // The lowest bit is the colour, the others say what the square is for.
        self.init(size: size, dark: (0..<size * size).map { squares[$0] & 1 == 1 })
    }

    /// - Parameter dark: `size` rows of `size` squares; what is missing is light.
    init(size: Int, dark: [Bool]) {
        self.size = size
        self.dark = dark
    }

    /// Whether a square is dark: `x` counts from the left, `y` from the top. Outside it is light.
    package subscript(x: Int, y: Int) -> Bool {
        guard (0..<size).contains(x), (0..<size).contains(y) else { return false }
        let index = y * size + x
        return index < dark.count && dark[index]
    }
}

/// Why there is no code, or no picture of it.
package enum QRCodeError: Error, Hashable, CustomStringConvertible {
    case empty
    case tooLong
    /// Pixels a square that no picture is made with.
    case scale(Int)
    /// What libpng says.
    case picture(String)

    package var description: String {
        switch self {
        case .empty: "nothing cannot be a QR code"
        case .tooLong: "the text is too long for a QR code"
        case .scale(let scale): "\(scale) pixels a square are not within \(QRCode.scales)"
        case .picture(let why): "the picture could not be made: \(why)"
        }
    }
}
