// How long to wait before trying again: twice as long each time, up to a bound, and never twice the same, so that many
// clients that lost one server do not come back together. Pure: randomness is an argument.

/// Waiting times between attempts.
public struct Backoff: Sendable {
    /// The longest first wait.
    public let base: Duration
    /// The longest wait at all.
    public let maximum: Duration
    private var attempts = 0

    public init(base: Duration = .milliseconds(50), maximum: Duration = .seconds(5)) {
        self.base = base
        self.maximum = maximum
    }

    /// The next wait: between half and all of what the attempt allows.
    public mutating func next() -> Duration {
        var random = SystemRandomNumberGenerator()
        return next(using: &random)
    }

    public mutating func next(using random: inout some RandomNumberGenerator) -> Duration {
        let ceiling = min(base * (1 << min(attempts, 30)), maximum)
        attempts += 1
        return ceiling * Double.random(in: 0.5...1, using: &random)
    }

    /// Begins anew, after a success.
    public mutating func reset() { attempts = 0 }
}
