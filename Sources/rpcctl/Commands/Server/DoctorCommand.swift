// `rpcctl doctor`: what is wrong with the server, its files and its machine, and what to do about it.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct DoctorCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Look for what is wrong with the server, its files and its machine; exit status 1 if anything is broken.",
        discussion: """
            Each line is ok, warn or fail; warnings do not count as broken. The server is asked and looks for itself; where \
            none runs, `rpcd doctor` looks at its files. Example: rpcctl doctor -o json
            """)

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let before = rpcd.now()
        var diagnosis: Diagnosis
        do {
            diagnosis = try await rpcd.system.diagnose(
                .init(), options: CallOptions(timeout: rpcd.timeout ?? .seconds(30)))
        } catch let error as RPCError where error.isLost {
            var failure = Failure(error)
            failure.hint = "where no rpcd runs, `rpcd doctor --data-dir DIR` looks at its files"
            throw failure
        }
        diagnosis.findings += Self.ourFindings(diagnosis, from: before, to: rpcd.now())
        let style = output.console.style
        try output.item(diagnosis) { diagnosis.findings.flatMap { Self.lines($0, style) } }
        if diagnosis.findings.contains(where: { $0.level == .fail }) { throw Ended(exit: .failed) }
    }

    /// What only the client can see: whether both have the same time and the same version.
    /// - Parameters:
    ///   - from: seconds since 1970 when the question was sent.
    ///   - to: and when the answer was there.
    static func ourFindings(_ diagnosis: Diagnosis, from: Int64, to: Int64) -> [Finding] {
        var found: [Finding] = []
        if let there = diagnosis.at?.seconds {
            let apart = there < from ? from - there : max(0, there - to)
            if apart > 5 {
                found.append(
                    finding(
                        "clocks", .warn, "the server's clock and this one are \(TimeText.span(seconds: apart)) apart",
                        "Keep both right with chrony, ntpd or systemd-timesyncd."))
            }
        }
        if diagnosis.version != Version.text {
            found.append(
                finding(
                    "versions", .warn, "rpcd is \(diagnosis.version), rpcctl is \(Version.text)",
                    "Install both from one release."))
        }
        return found
    }

    private static func finding(
        _ subject: String, _ level: FindingLevel, _ detail: String, _ advice: String
    ) -> Finding {
        .with {
            $0.subject = subject
            $0.level = level
            $0.detail = detail
            $0.advice = advice
        }
    }

    static func lines(_ finding: Finding, _ style: Style) -> [String] {
        let word = EnumWords("level", of: Finding.schema).word(finding.level)
        let padding = String(repeating: " ", count: max(1, 6 - word.count))
        let text = "\(DisplayText.visible(finding.subject)): \(DisplayText.visible(finding.detail))"
        var lines = [style(StatusPaint.of(word), word) + padding + text]
        if !finding.advice.isEmpty { lines.append("      do: " + DisplayText.visible(finding.advice)) }
        return lines
    }
}
