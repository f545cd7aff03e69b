// `rpcctl services`: what can be called, as the server tells it.
internal import ArgumentParser
internal import Contract

struct ServicesCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "services", abstract: "The services and their methods, a sentence each.",
        discussion: "Example: rpcctl services -o jsonl")

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let list = try await rpcd.system.listServices(.init(), options: rpcd.unary)
        guard output.format == .table else {
            try output.list("services", list.services) { Table([]) }
            return
        }
        try output.console.print(Self.lines(list.services, console: output.console))
    }

    static func lines(_ services: [ServiceSummary], console: Console) -> [String] {
        let width = console.terminal?.columns ?? Prose.usualWidth
        let longest = services.flatMap(\.methods).map { DisplayText.width(of: $0.name) }.max() ?? 0
        var lines: [String] = []
        for service in services {
            if !lines.isEmpty { lines.append("") }
            lines.append(console.style(.bold, DisplayText.visible(service.name)))
            lines += Prose.lines(service.summary, width: width)
            for method in service.methods {
                lines += Prose.entry(
                    "  " + DisplayText.visible(method.name), method.summary, column: longest + 4, width: width)
            }
        }
        return lines
    }
}
