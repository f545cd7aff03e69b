// The path of the field that holds a byte, such as `messages[2].recipient`. Only for errors: walks the message again,
// which is well-formed up to that byte.
internal import CDescriptors

func errorPlace(
    _ place: UnsafePointer<UInt8>, in root: UnsafePointer<sb_message>, from start: UnsafePointer<UInt8>,
    to end: UnsafePointer<UInt8>
) -> String {
    var path = ""
    var table = root
    var at = start
    var end = end
    // How often each field was there in the message that is walked.
    var counts: [UInt32: Int] = [:]
    while at < end {
        let fieldStart = at
        guard let tag = plainVarint(&at, end).flatMap({ UInt32(exactly: $0) }) else { return path }
        let index = sbFieldIndex(table, tag >> 3)
        var valueEnd = end
        var isDelimited = false
        switch tag & 7 {
        case 0:
            var after = at
            if plainVarint(&after, end) != nil { valueEnd = after }
        case 1: valueEnd = end - at >= 8 ? at + 8 : end
        case 5: valueEnd = end - at >= 4 ? at + 4 : end
        case 2:
            var after = at
            if let length = plainVarint(&after, end), length <= UInt64(end - after) {
                (at, valueEnd, isDelimited) = (after, after + Int(truncatingIfNeeded: length), true)
            }
        default: break
        }
        let seen = counts[tag >> 3, default: 0]
        if place >= valueEnd && valueEnd < end {
            counts[tag >> 3] = seen + 1
            at = valueEnd
            continue
        }
        guard index >= 0, let field = table.pointee.fields.map({ $0 + index }) else { return path }
        path += (path.isEmpty ? "" : ".") + String(cString: field.pointee.name)
        let isMessage = field.pointee.kind == 11
        if field.pointee.flags & 1 != 0, isMessage || field.pointee.kind == 9 || field.pointee.kind == 12 {
            path += "[\(seen)]"
        }
        guard isMessage, isDelimited, place != fieldStart, let inner = field.pointee.message else { return path }
        table = inner
        end = valueEnd
        counts = [:]
    }
    return path
}

private func plainVarint(_ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < end, shift < 64 {
        let byte = UInt64(at.pointee)
        at += 1
        value |= (byte & 0x7f) << shift
        if byte < 0x80 { return value }
        shift += 7
    }
    return nil
}
