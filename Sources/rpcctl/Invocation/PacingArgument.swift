// How carefully a session sends, as people type it.
internal import ArgumentParser
internal import Contract

enum PacingArgument: String, CaseIterable, ExpressibleByArgument {
    case fast, careful
    /// `fast` where the engine is the simulator, `careful` elsewhere.
    case auto

    var profile: PacingProfile {
        switch self {
        case .fast: .fast
        case .careful: .careful
        case .auto: .unspecified
        }
    }
}
