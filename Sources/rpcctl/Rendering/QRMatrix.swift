// The squares of a QR code, as libqrencode works them out. How they are drawn is HalfBlocks' affair.
internal import CQRCode

struct QRMatrix: Equatable {
    /// Squares on a side.
    let size: Int
    /// Row by row, true where dark.
    let dark: [Bool]

    init(size: Int, dark: [Bool]) {
        self.size = size
        self.dark = dark
    }

    /// The code of a text, or nil where it is empty or too long for one.
    ///
    /// The lowest level of error correction, which makes the smallest picture: a screen has no smudges.
    init?(encoding text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, let code = QRcode_encodeData(Int32(clamping: bytes.count), bytes, 0, QR_ECLEVEL_L) else {
            return nil
        }
        defer { QRcode_free(code) }
        let size = Int(code.pointee.width)
        guard size > 0, let squares = code.pointee.data else { return nil }
        self.size = size
        // The lowest bit is the colour, the others say what the square is for.
        dark = (0..<size * size).map { squares[$0] & 1 == 1 }
    }

    /// Whether a square is dark. Outside it is light.
    func isDark(_ row: Int, _ column: Int) -> Bool {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return false }
        return dark[row * size + column]
    }
}
