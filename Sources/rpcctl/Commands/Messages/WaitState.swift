// `--wait`: how far a message has to get. A later state counts as well.
internal import ArgumentParser
internal import Contract

enum WaitState: String, CaseIterable, ExpressibleByArgument {
    case sent, delivered, read, played

    /// How a message in this state stands to what is waited for.
    enum Verdict: Equatable {
        case reached
        /// It will not get there any more.
        case failed
        case waiting
    }

    func verdict(_ status: MessageStatus) -> Verdict {
        switch status {
        case .failed, .expired, .cancelled: .failed
        default: Self.rank(status).map { $0 >= rank } == true ? .reached : .waiting
        }
    }

    private var rank: Int {
        switch self {
        case .sent: 1
        case .delivered: 2
        case .read: 3
        case .played: 4
        }
    }

    private static func rank(_ status: MessageStatus) -> Int? {
        switch status {
        case .sent: 1
        case .delivered: 2
        case .read: 3
        case .played: 4
        default: nil
        }
    }
}
