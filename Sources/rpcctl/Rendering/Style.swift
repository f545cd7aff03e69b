// Colours, where they are wanted: on a terminal, unless NO_COLOR or --no-color says otherwise.

struct Style: Sendable {
    /// Whether escape sequences may be written at all.
    let isColoured: Bool

    static let plain = Style(isColoured: false)
    static let coloured = Style(isColoured: true)

    enum Paint: String, Sendable {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    /// The text in that colour, or as it was.
    func callAsFunction(_ paint: Paint?, _ text: String) -> String {
        guard isColoured, let paint, !text.isEmpty else { return text }
        return "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m"
    }
}
