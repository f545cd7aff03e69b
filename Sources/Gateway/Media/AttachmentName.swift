// `Content-Disposition` of a file that is given (RFC 6266): an attachment, whatever it is, so that no browser shows it as a
// page of ours. Its name twice where it needs that: for those who read RFC 8187, and in plain letters. Pure.

enum AttachmentName {
    /// - Parameter name: may be empty, then a file is called by its id.
    static func header(_ name: String, id: Int64) -> String {
        let name = name.isEmpty ? "media-\(id)" : name
        let plain = String(
            decoding: name.unicodeScalars.map { scalar -> UInt8 in
                let isPlain = (0x20...0x7E).contains(scalar.value) && !#""\%/"#.unicodeScalars.contains(scalar)
                return isPlain ? UInt8(scalar.value) : UInt8(ascii: "_")
            }, as: UTF8.self)
        let header = #"attachment; filename="\#(plain)""#
        return plain == name ? header : header + "; filename*=UTF-8''" + escaped(name)
    }

    private static func escaped(_ name: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
