// Generated from the .proto files of Tests/TestContract by scripts/generate.sh. Do not edit.

package import RPC

/// One binding of a method's option `(google.api.http)`.
package struct Route: Sendable, Hashable {
    package enum Segment: Sendable, Hashable {
        case literal(String)
        /// Exactly one segment.
        case any
        /// All that is left, also nothing.
        case rest
    }

    /// A field of the request that is taken from the path.
    package struct Variable: Sendable, Hashable {
        /// As the .proto spells it; a dot goes into a sub-message.
        package var field: String
        /// The segments that make up its value.
        package var segments: Range<Int>
    }

    package var method: Method
    /// GET, PUT, POST, DELETE, PATCH, or a word of its own.
    package var verb: String
    /// As it stands in the .proto, such as `/api/v1/messages/{id}`.
    package var template: String
    /// The template in parts.
    package var segments: [Segment]
    package var variables: [Variable]
    /// `*`: the body is the request; a field's name: it is that field; empty: there is none.
    package var body: String
    /// The field of the response that is answered with; empty: the response.
    package var responseBody: String

    package init(
        method: Method, verb: String, template: String, segments: [Segment], variables: [Variable], body: String,
        responseBody: String
    ) {
        self.method = method
        self.verb = verb
        self.template = template
        self.segments = segments
        self.variables = variables
        self.body = body
        self.responseBody = responseBody
    }
}

/// Every HTTP route, in the order of the .proto files.
package enum Routes {
    package static let all: [Route] = []
}
