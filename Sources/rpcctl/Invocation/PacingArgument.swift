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

extension SessionSettings {
    /// What was said of them; nil: nothing was.
    init?(_ pacing: PacingArgument?, quietHours: String?) {
        guard pacing != nil || quietHours != nil else { return nil }
        self.init()
        self.pacing = pacing?.profile ?? .unspecified
        self.quietHours = quietHours == "none" ? "" : quietHours ?? ""
    }
}
