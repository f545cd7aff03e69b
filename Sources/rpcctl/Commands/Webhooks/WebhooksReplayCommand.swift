// `rpcctl webhooks replay`: one delivery, or all that were given up lately.
internal import ArgumentParser
internal import Codec
internal import Contract

struct WebhooksReplayCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Deliver again: one delivery, or all that were given up since a time.",
        discussion: """
            Receivers see the webhook-id that they saw before. Example: rpcctl webhooks replay 3 --dead-for 2d
            """)

    @Argument(help: ArgumentHelp("The webhook's id.", valueName: "id"))
    var id: Int64

    @Option(help: ArgumentHelp("The delivery's id.", valueName: "id"))
    var delivery: Int64?

    @Option(help: ArgumentHelp("All that were given up within this time, such as 2d.", valueName: "time"))
    var deadFor: TimeSpan?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (delivery == nil) != (deadFor == nil) else {
            throw ValidationError("Give --delivery or --dead-for, and not both.")
        }
    }

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let now = rpcd.now()
        let replayed = try await rpcd.webhooks.replayDeliveries(
            .with { request in
                request.id = id
                request.deliveryId = delivery ?? 0
                request.since = deadFor.map { span in
                    .with { $0.seconds = now - span.duration.components.seconds }
                }
            }, options: rpcd.unary)
        try output.show(replayed) {
            var details = Details()
            details.add("replayed", replayed.replayed)
            return details
        }
    }
}
