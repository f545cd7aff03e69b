// A QR code as PNG, written by libpng: two colours, so one bit a pixel.
//
// By libpng's simplified interface, which keeps its errors to itself: the other one leaves by longjmp, and that may not
// pass through Swift.
internal import CPNG

extension QRCode {
    /// Pixels a square that a picture can be made with.
    package static let scales = 1...32

    /// The code with its margin, black on white.
    ///
    /// - Parameter scale: pixels a square, 1 to 32.
    package func png(scale: Int = 8) throws(QRCodeError) -> [UInt8] {
        guard Self.scales.contains(scale) else { throw .scale(scale) }
        let pixels = pixels(scale: scale)
        let side = (size + 2 * Self.quietZone) * scale
        let colours: [UInt8] = [0xFF, 0xFF, 0xFF, 0, 0, 0]

        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        image.width = UInt32(side)
        image.height = UInt32(side)
        // An index of one byte a pixel into the colours; libpng packs it.
        image.format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_COLORMAP)
        image.colormap_entries = 2
        defer { png_image_free(&image) }

        // Twice what the pixels take, uncompressed, and room for headers and palette.
        var written = png_alloc_size_t(side * side / 4 + 4096)
        var picture = [UInt8](repeating: 0, count: written)
        guard png_image_write_to_memory(&image, &picture, &written, 0, pixels, 0, colours) != 0,
            written <= picture.count
        else {
            throw .picture(
                withUnsafeBytes(of: image.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        picture.removeSubrange(Int(written)...)
        return picture
    }

    /// One byte a pixel: 1 where dark.
    func pixels(scale: Int) -> [UInt8] {
        var pixels: [UInt8] = []
        let range = -Self.quietZone..<size + Self.quietZone
        pixels.reserveCapacity(range.count * range.count * scale * scale)
        for y in range {
            var row: [UInt8] = []
            row.reserveCapacity(range.count * scale)
            for x in range { row.append(contentsOf: repeatElement(self[x, y] ? 1 : 0, count: scale)) }
            for _ in 0..<scale { pixels.append(contentsOf: row) }
        }
        return pixels
    }
}
