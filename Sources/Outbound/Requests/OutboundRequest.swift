// What is sent to somebody else's server, what comes back, and how much of it is waited for.

package struct OutboundRequest: Sendable {
    package var method: String
    package var url: TargetURL
    /// Names and values without CR, LF or NUL: whoever makes them has checked that.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// The user on whose behalf it is made: each has a share of what there is for requests. 0 = nobody's.
    package var party: Int64

    package init(
        _ method: String, _ url: TargetURL, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
        party: Int64 = 0
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.party = party
    }
}

package struct OutboundLimits: Sendable, Hashable {
    /// From the lookup to the last byte.
    package var total: Duration = .seconds(15)
    package var connect: Duration = .seconds(5)
    package var answerBytes = 64 << 10

    package init() {}
}

package struct OutboundAnswer: Sendable {
    package enum Ending: Sendable, Hashable { case whole, tooLarge, tooSlow, broken }

    package let status: Int
    package let headers: [(name: String, value: String)]
    /// As much as was taken.
    package let body: [UInt8]
    /// Whether that is all, and if not, why not.
    package let ending: Ending

    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name }?.value
    }
}
