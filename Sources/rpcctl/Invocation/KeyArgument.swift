// A key as people name it: by its prefix, with or without `sbk_`, or by its number. Eight characters are a prefix, even
// eight digits.
internal import ArgumentParser

enum KeyArgument: ExpressibleByArgument, Hashable {
    case prefix(String)
    case id(Int64)

    init?(argument: String) {
        if let id = Int64(argument), id > 0, argument.utf8.count != 8 {
            self = .id(id)
        } else if argument.isEmpty {
            return nil
        } else {
            self = .prefix(argument)
        }
    }

    /// Empty where it was named by its number.
    var prefix: String {
        if case .prefix(let prefix) = self { prefix } else { "" }
    }

    /// 0 where it was named by its prefix.
    var id: Int64 {
        if case .id(let id) = self { id } else { 0 }
    }
}
