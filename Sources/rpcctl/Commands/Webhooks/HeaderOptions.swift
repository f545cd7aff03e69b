// Headers of the user's own, for making and changing webhooks. What is secret among them comes from stdin: command lines are
// there for everybody on the machine to read.
internal import ArgumentParser
internal import Codec
internal import Contract

struct HeaderOptions: ParsableArguments {
    @Option(
        name: .customLong("header"), parsing: .singleValue,
        help: ArgumentHelp(
            "Sent with each post, such as 'X-Tenant: 7'; repeatable. Others of this machine can see it while this runs.",
            valueName: "header"))
    var listed: [String] = []

    @Flag(help: "Read more of them from stdin, one a line: for secrets.")
    var headersStdin = false

    var areGiven: Bool { headersStdin || !listed.isEmpty }

    /// - Throws: `Failure` for what is no header; it says which line, and not what stands there.
    func read(_ input: Input) throws -> [WebhookHeader] {
        var lines = listed
        if headersStdin {
            lines += String(decoding: try input.all(64 << 10), as: UTF8.self)
                .split(whereSeparator: \.isNewline).map(String.init)
        }
        return try lines.enumerated().map { index, line in
            guard let colon = line.firstIndex(of: ":") else {
                throw Failure.usage("header \(index + 1) is not written 'NAME: VALUE'")
            }
            return .with {
                $0.name = String(line[..<colon])
                $0.value = String(line[line.index(after: colon)...].drop { $0 == " " })
            }
        }
    }
}
