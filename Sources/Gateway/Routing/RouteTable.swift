// Which path and verb is answered by what. A tree of segments, built once at start from the contract's routes and the
// gateway's own pages; matching allocates nothing but what it answers with. A literal segment beats a variable, and a
// variable beats the rest; where the path is known and the verb is not, the answer says which verbs are.

internal import Codec
internal import Contract

/// What answers a path.
enum Destination: Sendable {
    case call(CallRoute)
    case page(Page)
    case media(MediaPage)

    /// What has no RPC shape (docs/REST.md lists it).
    enum Page: Sendable, Equatable {
        case live, ready, metrics, schema
        /// Shown by the program in this file.
        case docs(DocsFile)
        case docsFile(DocsFile)

        /// Whether it is asked for every second by who looks after the process.
        var isProbe: Bool { self == .live || self == .ready }
    }

    /// The bytes of files: streams, which have no shape of their own in HTTP.
    enum MediaPage: Sendable {
        case upload
        case content
    }
}

struct RouteTable: Sendable {
    enum Match: Sendable {
        case found(Destination)
        case unknownPath
        /// - Parameter allow: the header's value.
        case otherVerbs(allow: String)
        case options(allow: String)
    }

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var any: Int?
        var rest: Int?
        var verbs: [String: Destination] = [:]
        /// The verbs as the header Allow names them.
        var allow = ""
    }

    private var nodes = [Node()]
    /// Every route of the contract, in the order in which they were given.
    let routes: [CallRoute]

    /// - Parameter methods: routes that take and give protobuf's own JSON, without an envelope.
    /// - Throws: `RouteError` for two equal routes, and for templates that name what the request does not have.
    init(
        _ routes: [Route], methods: [Route] = [], pages: [(path: [String], page: Destination.Page)] = [],
        media: [(verb: String, path: [Route.Segment], page: Destination.MediaPage)] = []
    ) throws(RouteError) {
        var compiled: [CallRoute] = []
        for route in routes { compiled.append(try CallRoute(route)) }
        self.routes = compiled
        for route in methods { compiled.append(try CallRoute(route, dialect: .canonical)) }
        for route in compiled { try add(route.route.segments, route.route.verb, .call(route), route.route.template) }
        for (path, page) in pages {
            try add(path.map { .literal($0) }, "GET", .page(page), "/" + path.joined(separator: "/"))
        }
        for (verb, path, page) in media { try add(path, verb, .media(page), "\(path)") }
        for index in nodes.indices where !nodes[index].verbs.isEmpty {
            nodes[index].allow = Self.allow(nodes[index].verbs.keys)
        }
    }

    private mutating func add(
        _ segments: [Route.Segment], _ verb: String, _ destination: Destination, _ template: String
    ) throws(RouteError) {
        var node = 0
        for segment in segments { node = child(of: node, segment) }
        guard nodes[node].verbs.updateValue(destination, forKey: verb) == nil else {
            throw RouteError(description: "two routes for \(verb) \(template)")
        }
    }

    private mutating func child(of node: Int, _ segment: Route.Segment) -> Int {
        let known: Int? =
            switch segment {
            case .literal(let word): nodes[node].literals[word]
            case .any: nodes[node].any
            case .rest: nodes[node].rest
            }
        if let known { return known }
        nodes.append(Node())
        let new = nodes.count - 1
        switch segment {
        case .literal(let word): nodes[node].literals[word] = new
        case .any: nodes[node].any = new
        case .rest: nodes[node].rest = new
        }
        return new
    }

    private static func allow(_ verbs: some Sequence<String>) -> String {
        var all = Set(verbs)
        if all.contains("GET") { all.insert("HEAD") }
        all.insert("OPTIONS")
        return all.sorted().joined(separator: ", ")
    }

    /// - Parameters:
    ///   - verb: HEAD is answered by what answers GET.
    ///   - segments: the decoded path.
    func match(_ verb: String, _ segments: [String]) -> Match {
        guard let index = node(segments[...], below: 0) else { return .unknownPath }
        let node = nodes[index]
        if verb == "OPTIONS" { return .options(allow: node.allow) }
        guard let destination = node.verbs[verb == "HEAD" ? "GET" : verb] else { return .otherVerbs(allow: node.allow) }
        return .found(destination)
    }

    private func node(_ segments: ArraySlice<String>, below index: Int) -> Int? {
        let node = nodes[index]
        guard let first = segments.first else {
            if !node.verbs.isEmpty { return index }
            return node.rest.flatMap { nodes[$0].verbs.isEmpty ? nil : $0 }
        }
        let left = segments.dropFirst()
        if let next = node.literals[first], let found = self.node(left, below: next) { return found }
        if let next = node.any, !first.isEmpty, let found = self.node(left, below: next) { return found }
        guard let next = node.rest, !nodes[next].verbs.isEmpty else { return nil }
        return next
    }
}

/// A table of routes that cannot be served. A mistake in the contract: the server does not start.
package struct RouteError: Error, CustomStringConvertible {
    package let description: String
}
