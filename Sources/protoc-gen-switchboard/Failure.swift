// The one error of the generator: what is wrong in a .proto, and where. protoc prints it and exits with 1.

struct Failure: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }

    /// `switchboard/v1/messages.proto:12: …`, as editors know to follow.
    init(_ file: ProtoFile, _ comment: Comment, _ message: String) {
        self.message = comment.line > 0 ? "\(file.name):\(comment.line): \(message)" : "\(file.name): \(message)"
    }
}
