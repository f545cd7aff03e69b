// The names that protoc-gen-c gives to what it writes; side tables and conversions refer to them.

enum CNames {
    /// `Switchboard__V1__Message` of `switchboard.v1.Message`.
    static func type(_ fullName: String) -> String {
        fullName.split(separator: ".").map(camel).joined(separator: "__")
    }

    /// `switchboard__v1__text_content` of `switchboard.v1.TextContent`: the stem of functions and variables.
    static func lower(_ fullName: String) -> String {
        fullName.split(separator: ".").map(snake).joined(separator: "__")
    }

    /// A field's member. Words that C or C++ keeps for itself get an underscore.
    static func member(_ field: Field) -> String {
        let name = field.name.lowercased()
        return keywords.contains(name) ? "\(name)_" : name
    }

    /// The member that says which field of a oneof is set.
    static func caseMember(_ oneof: Oneof) -> String {
        "\(snake(Substring(oneof.name)))_case"
    }

    private static func camel(_ piece: Substring) -> String {
        var result = ""
        var raiseNext = true
        for character in piece {
            if character == "_" {
                raiseNext = true
            } else {
                result += raiseNext ? character.uppercased() : String(character)
                raiseNext = false
            }
        }
        return result
    }

    /// An underscore goes before a capital that follows something else than a capital.
    private static func snake(_ piece: Substring) -> String {
        var result = ""
        var wasCapital = true
        for character in piece {
            let isCapital = character.isUppercase
            if isCapital, !wasCapital { result += "_" }
            result += character.lowercased()
            wasCapital = isCapital
        }
        return result
    }

    private static let keywords = Set(
        """
        and and_eq asm auto bitand bitor bool break case catch char class compl const const_cast continue default \
        delete do double dynamic_cast else enum explicit extern false float for friend goto if inline int long mutable \
        namespace new not not_eq operator or or_eq private protected public register reinterpret_cast return short \
        signed sizeof static static_cast struct switch template this throw true try typedef typeid typename union \
        unsigned using virtual void volatile wchar_t while xor xor_eq
        """.split(separator: " ").map(String.init))
}
