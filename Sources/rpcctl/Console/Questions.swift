// What a command asks of whoever sits at the terminal. Asked on stderr, because stdout is data; answered on stdin.
internal import Glibc

struct Questions: Sendable {
    /// A line that is not shown; nil where the person gave up.
    let secret: @Sendable (_ prompt: String) throws -> String?
    /// A line; nil where the person gave up.
    let line: @Sendable (_ prompt: String) throws -> String?

    /// At the process's own terminal; nil where stdin is none.
    static func standard() -> Questions? {
        guard Terminal.isTerminal(0), Terminal.isTerminal(2) else { return nil }
        let err = DescriptorSink(descriptor: 2)
        return Questions(
            secret: { prompt in
                try err.write(prompt)
                defer { try? err.write("\n") }
                return try SecretLine.read(from: 0)
            },
            line: { prompt in
                try err.write(prompt)
                return readLine(strippingNewline: true)
            })
    }
}

/// What a command reads beside its arguments.
struct Input: Sendable {
    /// All of stdin, up to so many bytes.
    let all: @Sendable (_ limit: Int) throws -> [UInt8]
    /// nil where nobody sits there.
    let questions: Questions?

    static func standard() -> Input {
        Input(all: { try InputSource.standardInput(limit: $0) }, questions: .standard())
    }

    /// A password: from stdin as a whole where that was asked for, else typed without being shown.
    ///
    /// - Parameters:
    ///   - fromStandardInput: `--password-stdin`.
    ///   - twice: asked for again, because nobody sees what they typed.
    func password(fromStandardInput: Bool, prompt: String = "Password: ", twice: Bool = false) throws -> String {
        if fromStandardInput { return try UsersCreateCommand.password(try all(64 << 10)) }
        guard let questions else {
            throw Failure.usage(
                "there is no terminal to ask for the password at", hint: "give it with --password-stdin")
        }
        guard let typed = try questions.secret(prompt), !typed.isEmpty else {
            throw Failure(.failed, "CANCELLED", "no password was given")
        }
        if twice {
            guard try questions.secret("The same again: ") == typed else {
                throw Failure.usage("the two are not the same: nothing was changed")
            }
        }
        return typed
    }

    /// Asks for `yes` before something that cannot be taken back. Nobody sits there: nobody is asked.
    func confirm(_ question: String, unless isSure: Bool) throws {
        guard !isSure, let questions else { return }
        let answer = try questions.line("\(DisplayText.visible(question)) Type yes to go on: ")
        guard answer == "yes" else { throw Failure(.failed, "CANCELLED", "nothing was done") }
    }
}
