// A session as people name it: by its name, which begins with a letter, or by its number.
internal import ArgumentParser

enum SessionArgument: ExpressibleByArgument, Hashable {
    case name(String)
    case id(Int64)

    init?(argument: String) {
        if let id = Int64(argument), id > 0 {
            self = .id(id)
        } else if argument.isEmpty {
            return nil
        } else {
            self = .name(argument)
        }
    }

    var name: String {
        if case .name(let name) = self { name } else { "" }
    }

    var id: Int64 {
        if case .id(let id) = self { id } else { 0 }
    }
}
