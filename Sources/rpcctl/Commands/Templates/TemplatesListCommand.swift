// `rpcctl templates list`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct TemplatesListCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Your templates, newest first; an operator's or admin's: everybody's, or --user's.",
        discussion: "Example: rpcctl templates list --user ada")

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let list = try await rpcd.messages.listTemplates(
            .with {
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
                $0.userId = userID
            }, options: rpcd.unary)
        try output.list("templates", list.templates, next: list.nextPageToken, total: paging.total(list.totalSize)) {
            var table = Table([
                .init("ID", .right), .init("NAME"), .init("USER", .right), .init("VARIABLES"),
                .init("TEXT", givesWay: true), .init("UPDATED"),
            ])
            for template in list.templates {
                table.add([
                    .init(template.id), .init(template.name), .init(template.userId),
                    .init(template.variables.joined(separator: " ")), .init(template.text),
                    .init(TimeText.seconds(template.updatedAt)),
                ])
            }
            return table
        }
    }
}
