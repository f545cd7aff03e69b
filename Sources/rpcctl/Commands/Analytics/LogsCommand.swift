// `rpcctl logs`: calls that were answered. Newest first; with --follow oldest first, and then those that come, asked for
// every second by the id of the last one.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct LogsCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "logs", abstract: "Calls that were answered: yours; an operator's or admin's: everybody's.",
        discussion: """
            They are there within a second of the answer and kept for 30 days. \
            Example: rpcctl logs --follow --status error
            """)

    @Flag(name: .shortAndLong, help: "Show the last ones, oldest first, then those that come. Ctrl-C ends it.")
    var follow = false

    @Option(
        help: ArgumentHelp("OK, a reason such as RATE_LIMITED, or error for all that is not OK.", valueName: "status"))
    var status: String = ""

    @Option(
        help: ArgumentHelp("Only this method, such as MessagesService/SendText.", valueName: "method"),
        completion: .custom { _, _, prefix in NameCompletion.methods(prefix) })
    var method: String?

    @Option(help: ArgumentHelp("Only the call of this request id.", valueName: "id"))
    var requestID: String = ""

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if follow, paging.page != 0 || !paging.pageToken.isEmpty {
            throw ValidationError("--follow excludes --page and --page-token.")
        }
    }

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let path = try method.map { name throws(Failure) in try MethodName.find(name).method.path } ?? ""
        let userID = try await rpcd.userID()
        let request = ListApiLogsRequest.with {
            $0.pageSize = paging.pageSize
            $0.pageToken = paging.pageToken
            $0.page = paging.page
            $0.userId = userID
            $0.method = path
            $0.status = status
            $0.requestId = requestID
        }
        let name = "rpcctl-logs-\(UInt64.random(in: .min ... .max))"
        let list = try await rpcd.analytics.listApiLogs(request, options: Self.options(rpcd, follow ? name : nil))
        guard follow else {
            try output.list("api_logs", list.apiLogs, next: list.nextPageToken, total: paging.total(list.totalSize)) {
                LogText.table(list.apiLogs)
            }
            return
        }
        try await follow(request, as: name, from: list.apiLogs.reversed(), rpcd, output)
    }

    /// - Parameter name: the request id of the calls that follow the log, so that they can be left out of it: else the log
    ///   would grow by looking at it.
    private static func options(_ rpcd: Rpcd, _ name: String?) -> CallOptions {
        guard let name else { return rpcd.unary }
        // `--timeout` is that of the whole.
        var options = CallOptions(timeout: Rpcd.unaryTimeout)
        options.metadata["x-request-id"] = name
        return options
    }

    private func follow(
        _ request: ListApiLogsRequest, as name: String, from first: [ApiLog], _ rpcd: Rpcd, _ output: Output
    ) async throws {
        let end = rpcd.timeout.map { ContinuousClock.now + $0 }
        var request = request
        var logs = first
        var last: Int64 = 0
        request.pageSize = 200
        request.pageToken = ""
        while true {
            for log in logs {
                last = max(last, log.id)
                if log.requestId == name { continue }
                try output.item(log) { [LogText.line(log, style: output.console.style)] }
            }
            if let end, ContinuousClock.now >= end { return }
            // A full page may not be all that there is; else a second is how often the server writes.
            if logs.count < 200 || last == 0 { try await Task.sleep(for: .seconds(1)) }
            // Until something matched there is no id to go on after, and the server answers newest first. From then on its
            // token says up to where it looked, so that nothing is looked through twice.
            if request.pageToken.isEmpty { request.afterId = last }
            let list = try await rpcd.analytics.listApiLogs(request, options: Self.options(rpcd, name))
            logs = last == 0 ? list.apiLogs.reversed() : list.apiLogs
            guard last > 0, !list.nextPageToken.isEmpty else { continue }
            request.afterId = 0
            request.pageToken = list.nextPageToken
        }
    }
}
