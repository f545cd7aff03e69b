// Which part of a list: the same three flags for every `list`.
internal import ArgumentParser

struct PageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("At most so many (1 to 200, default 20).", valueName: "n"))
    var pageSize: Int32 = 0

    @Option(help: ArgumentHelp("Go on where the page before ended.", valueName: "token"))
    var pageToken: String = ""

    @Option(help: ArgumentHelp("The page of this number, from 1; tells how many there are in all.", valueName: "n"))
    var page: Int32 = 0

    /// The total, where it was asked for.
    func total(_ size: Int64) -> Int64? { page > 0 ? size : nil }
}
