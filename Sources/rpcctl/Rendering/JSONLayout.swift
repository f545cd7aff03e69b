// JSON on several lines, for people who look at it. Works on the text of a valid document and changes only the space
// between its parts.

enum JSONLayout {
    /// The same document, with two spaces of indentation a level. Empty objects and lists stay on one line.
    static func indented(_ json: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(json.utf8.count * 2)
        var depth = 0
        var inString = false
        var escaped = false
        var justOpened = false

        func newLine() {
            result.append(UInt8(ascii: "\n"))
            result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, depth) * 2))
        }

        for byte in json.utf8 {
            if inString {
                result.append(byte)
                if escaped {
                    escaped = false
                } else if byte == UInt8(ascii: "\\") {
                    escaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                continue
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if !justOpened { newLine() }
                justOpened = false
                result.append(byte)
                continue
            default:
                break
            }
            if justOpened {
                newLine()
                justOpened = false
            }
            result.append(byte)
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                justOpened = true
            case UInt8(ascii: ","): newLine()
            case UInt8(ascii: ":"): result.append(UInt8(ascii: " "))
            default: break
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
