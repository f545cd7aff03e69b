// `rpcctl webhooks deliveries`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct WebhooksDeliveriesCommand: RemoteCommand {
    private static let words = EnumWords("state", of: Delivery.schema)

    static let configuration = CommandConfiguration(
        commandName: "deliveries",
        abstract: "What did not arrive at the first try, newest first: waiting, delayed, dead, delivered later.",
        discussion: "Example: rpcctl webhooks deliveries 3 --state dead")

    @Argument(help: ArgumentHelp("The webhook's id.", valueName: "id"))
    var id: Int64

    @Option(help: ArgumentHelp("Only these: waiting, delayed, dead or delivered.", valueName: "state"))
    var state: String?

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let wanted = try state.map { typed in
            guard let number = Self.words.number(typed) else {
                throw Failure.usage("--state is one of \(Self.words.all.joined(separator: ", "))")
            }
            return DeliveryState(rawValue: number)
        }
        let list = try await rpcd.webhooks.listDeliveries(
            .with {
                $0.id = id
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
                $0.state = wanted ?? .unspecified
            }, options: rpcd.unary)
        try output.list(
            "deliveries", list.deliveries, next: list.nextPageToken, total: paging.total(list.totalSize)
        ) { Self.table(list.deliveries) }
    }

    static func table(_ deliveries: [Delivery]) -> Table {
        var table = Table([
            .init("ID", .right), .init("SEQ", .right), .init("TYPE"), .init("SESSION", .right), .init("AT"),
            .init("STATE"), .init("TRIES", .right), .init("NEXT TRY"), .init("LAST ERROR", givesWay: true),
        ])
        for delivery in deliveries {
            let state = words.word(delivery.state)
            table.add([
                .init(delivery.id), .init(delivery.sequence), .init(delivery.type), .init(delivery.sessionId),
                .init(TimeText.seconds(delivery.at)), .init(state, StatusPaint.of(state)), .init(delivery.tries),
                .init(TimeText.seconds(delivery.nextTryAt)), .init(delivery.lastError),
            ])
        }
        return table
    }
}
