// `rpcctl bridges list`.
internal import ArgumentParser
internal import Contract

struct BridgesListCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The bridges that are attached or hold sessions.",
        discussion: "Example: rpcctl bridges list")

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let list = try await rpcd.bridges.listBridges(.init(), options: rpcd.unary)
        try output.list("bridges", list.bridges) { Self.table(list.bridges) }
    }

    static func table(_ bridges: [Bridge]) -> Table {
        var table = Table([
            .init("NAME"), .init("STATUS"), .init("ENGINE"), .init("SESSIONS", .right), .init("CAPACITY", .right),
            .init("CREDIT", .right), .init("HEARTBEAT"), .init("IDENTITY"),
        ])
        let words = EnumWords("status", of: Bridge.schema)
        for bridge in bridges {
            let status = words.word(bridge.status)
            let engine = [bridge.engine, bridge.engineVersion].filter { !$0.isEmpty }.joined(separator: " ")
            table.add([
                .init(bridge.name), .init(status, StatusPaint.of(status)), .init(engine), .init(bridge.sessions),
                .init(bridge.capacity), .init(bridge.credit), .init(TimeText.seconds(bridge.lastHeartbeatAt)),
                .init(bridge.identity),
            ])
        }
        return table
    }
}
