// The statuses that rpcd ends with (API.md 1), and the failures that lead to them: each says what is wrong and, where
// there is something to do about it, what.

internal import Gateway
internal import RPC
internal import Store

enum ExitStatus: Int32 {
    case fine = 0
    case usage = 64
    case `internal` = 70
    case cannotCreate = 73
    case busy = 75
    case badConfiguration = 78
}

/// Why rpcd does not start.
struct StartFailure: Error, CustomStringConvertible {
    let status: ExitStatus
    let description: String
    var hint: String?
}

extension StartFailure {
    /// The one place where failures from below get their status.
    init(_ error: any Error) {
        switch error {
        case let error as StartFailure: self = error
        case let error as ConfigurationError: self.init(status: .badConfiguration, description: error.description)
        case let error as TLSFailure: self.init(status: .badConfiguration, description: error.description)
        case let error as BindError:
            self.init(
                status: .cannotCreate, description: "cannot listen on \(error.description)",
                hint: error.reason == .inUse
                    ? "Stop what listens there, or choose another address; port 0 picks a free one." : nil)
        case let error as GatewayBindError:
            self.init(
                status: .cannotCreate, description: error.description,
                hint: "Choose another address with --http, or off; port 0 picks a free one.")
        case let error as StoreError: self.init(error)
        default: self.init(status: .internal, description: "\(error)")
        }
    }

    private init(_ error: StoreError) {
        switch error {
        case .refused(let refusal):
            self.init(status: Self.status(of: refusal), description: refusal.description, hint: refusal.hint)
        case .busy:
            self.init(
                status: .busy, description: "another process holds the database",
                hint: "Nothing but rpcd may open it while rpcd runs.")
        case .storageFull:
            self.init(status: .cannotCreate, description: "the disk is full", hint: "Make room, then start again.")
        default: self.init(status: .internal, description: "the database cannot be opened: \(error)")
        }
    }

    private static func status(of refusal: Refusal) -> ExitStatus {
        switch refusal {
        case .inaccessible: .cannotCreate
        case .missing, .empty, .damaged, .foreign, .newer, .otherSchema, .displaced, .setting: .badConfiguration
        }
    }
}
