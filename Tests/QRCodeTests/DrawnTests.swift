// The SVG and the characters of a terminal, drawn by what is said in them and by nothing else, as a scanner sees them.

import Foundation
import Testing

@testable import QRCode

@Suite struct DrawnTests {
    /// What zbarimg reads in a picture of squares.
    /// - Parameter isDark: row by row.
    private func scan(_ isDark: [[Bool]], scale: Int = 4) throws -> [UInt8] {
        let (width, height) = ((isDark.first?.count ?? 0) * scale, isDark.count * scale)
        var picture = Array("P5\n\(width) \(height)\n255\n".utf8)
        for y in 0..<height {
            for x in 0..<width { picture.append(isDark[y / scale][x / scale] ? 0 : 255) }
        }
        return try Zbar.scan(picture, as: "pgm").bytes
    }

    /// The squares that an SVG of one path draws on its background.
    private func squares(_ svg: String) throws -> [[Bool]] {
        let box = try #require(svg.firstMatch(of: /viewBox="0 0 (\d+) (\d+)"/))
        let (width, height) = (try #require(Int(box.1)), try #require(Int(box.2)))
        var isDark = [[Bool]](repeating: [Bool](repeating: false, count: width), count: height)
        let path = try #require(svg.firstMatch(of: /<path fill="#000" d="([^"]*)"/)).1
        let bar = /M(\d+) (\d+)h(\d+)v1h-(\d+)z/
        #expect(path.replacing(bar, with: "").isEmpty, "something else is drawn")
        for found in path.matches(of: bar) {
            let (x, y) = (try #require(Int(found.1)), try #require(Int(found.2)))
            let (length, back) = (try #require(Int(found.3)), try #require(Int(found.4)))
            #expect(length == back && x + length <= width && y < height)
            for step in 0..<length { isDark[y][x + step] = true }
        }
        return isDark
    }

    /// What lines of half blocks show: light where something is drawn, as on a dark screen, or the other way round.
    private func squares(_ lines: [String], drawnIsDark: Bool) throws -> [[Bool]] {
        try lines.flatMap { line in
            let halves = try line.map { character -> (upper: Bool, lower: Bool) in
                switch character {
                case "█": (true, true)
                case "▀": (true, false)
                case "▄": (false, true)
                case " ": (false, false)
                default: throw Strange(character: character)
                }
            }
            return [halves.map { $0.upper == drawnIsDark }, halves.map { $0.lower == drawnIsDark }]
        }
    }

    private struct Strange: Error { let character: Character }

    @Test(arguments: ["a", QRCodeTests.linking, "ünïcode ✓ 🙂", String(repeating: "long ", count: 300)])
    func aScannerReadsTheSVG(text: String) throws {
        #expect(try scan(try squares(try QRCode(text: text).svg())) == Array(text.utf8))
    }

    @Test(arguments: ["a", QRCodeTests.linking], [false, true])
    func aScannerReadsTheTerminal(text: String, invert: Bool) throws {
        let lines = try QRCode(text: text).terminal(invert: invert).split(separator: "\n").map(String.init)
        #expect(try scan(try squares(lines, drawnIsDark: invert)) == Array(text.utf8))
    }
}
