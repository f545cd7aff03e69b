// A QR code as SVG: one unit a square, dark squares as one path, a bar for each run of them in a row. It has no size of
// its own, so that whoever shows it says how large; nothing in it comes from the text.

extension QRCode {
    /// The code with its margin, black on white, as a document.
    package func svg() -> String {
        let side = size + 2 * Self.quietZone
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path fill="#000" d="\(path())"/></svg>

            """
    }

    private func path() -> String {
        var path = ""
        for y in 0..<size {
            var x = 0
            while x < size {
                let start = x
                while self[x, y] { x += 1 }
                let length = x - start
                if length > 0 {
                    path += "M\(start + Self.quietZone) \(y + Self.quietZone)h\(length)v1h-\(length)z"
                }
                x += 1
            }
        }
        return path
    }
}
