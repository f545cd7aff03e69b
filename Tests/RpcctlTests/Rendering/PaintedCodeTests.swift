// The QR code on a terminal with colours: the drawing itself is QRCodeTests' affair.
import QRCode
import Testing

@testable import rpcctl

@Suite struct PaintedCodeTests {
    @Test func whereColoursAreAllowedItIsWhiteOnBlack() throws {
        let plain = try QRCode(text: "x").lines()
        let lines = LinkScreen.painted(plain, .coloured)
        #expect(lines.allSatisfy { $0.hasPrefix("\u{1B}[97;40m") && $0.hasSuffix("\u{1B}[0m") })
        #expect(lines.map(withoutEscapes) == plain)
        #expect(LinkScreen.painted(plain, .plain) == plain)
    }
}
