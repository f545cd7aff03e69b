// google.protobuf.FieldMask as text: paths between commas, snake_case in the house, lowerCamelCase in the canonical
// dialect. In, the house takes both.

enum FieldMaskText {
    /// `user_id` as `userId`; nil where the way back would lead elsewhere.
    static func camelCase(_ path: String) -> String? {
        var camel = ""
        var raisesNext = false
        for scalar in path.unicodeScalars {
            if raisesNext {
                guard ("a"..."z").contains(scalar) else { return nil }
                camel.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) - 0x20))
                raisesNext = false
            } else if scalar == "_" {
                raisesNext = true
            } else if ("A"..."Z").contains(scalar) {
                return nil
            } else {
                camel.unicodeScalars.append(scalar)
            }
        }
        return raisesNext ? nil : camel
    }

    /// `userId` as `user_id`, and `user_id` as it is where underscores are admitted; nil for what is no path.
    static func snakeCase(_ path: some StringProtocol, admitsUnderscores: Bool) -> String? {
        guard !path.isEmpty else { return nil }
        // All fields; protobuf's own mapping has no such word.
        if path == "*", admitsUnderscores { return "*" }
        var snake = ""
        for scalar in path.unicodeScalars {
            switch scalar {
            case "A"..."Z":
                snake += "_"
                snake.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
            case "_" where !admitsUnderscores: return nil
            case "a"..."z", "0"..."9", "_", ".": snake.unicodeScalars.append(scalar)
            default: return nil
            }
        }
        return snake
    }
}
