// The picture, as others read it: zbarimg (scripts/setup.sh installs it) must find the text in it, byte by byte.
import Foundation
import Testing

@testable import QRCode

@Suite struct PNGTests {
    private func scan(_ png: [UInt8]) throws -> Zbar.Scanned { try Zbar.scan(png, as: "png") }

    @Test(arguments: [
        "a", "hello", QRCodeTests.linking, "ünïcode ✓ 🙂", "two\nlines\n", "a\0b",
        String(repeating: "long ", count: 300),
    ])
    func aScannerReadsTheTextBackByteByByte(text: String) throws {
        let scanned = try scan(try QRCode(text: text).png())
        #expect(scanned.status == 0, "zbarimg found nothing; is zbar-tools installed?")
        #expect(scanned.bytes == Array(text.utf8))
    }

    @Test(arguments: [2, 4, 20])
    func everyScaleIsReadable(scale: Int) throws {
        let code = try QRCode(text: QRCodeTests.linking)
        let png = try code.png(scale: scale)
        #expect(try scan(png).bytes == Array(QRCodeTests.linking.utf8))
        #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        // IHDR: width and height, one bit a pixel, a palette.
        let side = UInt32((code.size + 8) * scale)
        let header = [UInt32(13), 0x4948_4452, side, side].flatMap { word in
            withUnsafeBytes(of: word.bigEndian) { Array($0) }
        }
        #expect(Array(png[8..<24]) == header)
        #expect(Array(png[24..<26]) == [1, 3])
    }

    @Test(arguments: [1, 3])
    func everySquareIsAsWideAsHigh(scale: Int) throws {
        let code = try QRCode(text: "hello")
        let pixels = code.pixels(scale: scale)
        let side = (code.size + 8) * scale
        try #require(pixels.count == side * side)
        let expected = (0..<side).flatMap { y in
            (0..<side).map { x -> UInt8 in code[x / scale - 4, y / scale - 4] ? 1 : 0 }
        }
        #expect(pixels == expected)
    }

    @Test(arguments: [0, -1, 33, Int.max])
    func aScaleThatMakesNoPictureIsRefused(scale: Int) throws {
        let code = try QRCode(text: "x")
        #expect(throws: QRCodeError.scale(scale)) { try code.png(scale: scale) }
    }

    @Test func theLargestPictureIsMade() throws {
        let png = try QRCode(text: String(repeating: "x", count: 2_953)).png(scale: 32)
        #expect(png.count > 1_000)
        #expect(Array(png.suffix(8).prefix(4)) == Array("IEND".utf8))
    }
}
