// Every HTTP request comes by here: it gets an id, its path is looked up, and what answers is asked. Whatever happens,
// the answer carries the id and what browsers have to know of it, and is compressed where that is worth it.

internal import Codec
internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import RPC

struct GatewayResponder: Sendable {
    private let table: RouteTable
    private let routes: CallRoutes
    private let health: HealthPages
    private let door: HTTPDoor
    private let pages: PageLog
    private let docs: DocsPages
    private let metrics: (@Sendable () async -> String)?
    private var isOnUnixSocket = false

    /// - Throws: `RouteError` for a contract that cannot be served.
    init(
        door: HTTPDoor, metrics: (@Sendable () async -> String)?, docs: String? = nil,
        notReadyReasons: @escaping @Sendable () -> [String], logger: Logger
    ) throws(RouteError) {
        var pages: [([String], Destination.Page)] = [
            (["health", "live"], .live), (["health", "ready"], .ready), (["api", "schema"], .schema),
            (["api", "docs"], .docs(.swagger)), (["api", "redoc"], .docs(.redoc)),
        ]
        pages += DocsPages.files.map { ($0.path, .docsFile($0.file)) }
        if metrics != nil { pages.append((["metrics"], .metrics)) }
        table = try RouteTable(Routes.all, methods: MethodRoutes.all, pages: pages, media: MediaRoutes.all)
        routes = CallRoutes(door: door)
        self.door = door
        self.pages = PageLog(logger: logger)
        self.docs = DocsPages(folder: docs)
        health = HealthPages(notReadyReasons: notReadyReasons)
        self.metrics = metrics
    }

    /// The same for the requests of one listener.
    func listening(on endpoint: Endpoint) -> GatewayResponder {
        var responder = self
        if case .unix = endpoint { responder.isOnUnixSocket = true }
        return responder
    }

    func respond(to request: Request, context: GatewayContext) async -> Response {
        let requestID = RequestID.accepted(request.headers[.requestID]) ?? RequestID.make()
        var context = context
        if isOnUnixSocket { context.origin = .unixSocket }
        context.origin = door.proxies.client(context.origin, request.headers)
        var response = await answer(request, context, requestID)
        response.headers[.requestID] = requestID
        SecurityHeaders.apply(to: &response)
        door.crossOrigin.apply(to: &response, for: request)
        await Gzip.apply(to: &response, for: request.headers)
        // The head of an answer to HEAD tells the length of the body that GET would have.
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request, _ context: GatewayContext, _ requestID: String) async -> Response {
        var dialect = JSONDialect.house
        do throws(RPCError) {
            let target = try RequestTarget(request.head.path ?? "")
            if target.segments.first == MethodRoutes.prefix { dialect = .canonical }
            switch table.match(request.method.rawValue, target.segments) {
            case .found(.call(let route)):
                if door.isDraining { throw RPCError.refusal(.shuttingDown, "The server is shutting down.") }
                return await routes.answer(request, context, route, target, requestID: requestID)
            case .found(.media(let page)):
                if door.isDraining { throw RPCError.refusal(.shuttingDown, "The server is shutting down.") }
                return await routes.media(page, request, context, target, requestID: requestID)
            case .found(.page(let page)):
                let begin = ContinuousClock.now
                let response = await self.page(page, request, context, requestID)
                pages.note(response, request, context, requestID, since: begin, isProbe: page.isProbe)
                return response
            case .options(let allow):
                let response = Answer.options(allow: allow)
                pages.note(response, request, context, requestID, since: .now, isProbe: false)
                return response
            case .otherVerbs(let allow):
                let error = RPCError.refusal(.methodNotAllowed, "This path does not take this method.")
                var response = Answer.refusal(error, requestID: requestID, dialect: dialect)
                response.headers[.allow] = allow
                note(error, response, request, context, requestID)
                return response
            case .unknownPath: throw RPCError.refusal(.unknownMethod, "There is no such path.")
            }
        } catch {
            let answer = Answer.refusal(error, requestID: requestID, dialect: dialect)
            note(error, answer, request, context, requestID)
            return answer
        }
    }

    /// What becomes no call has its line in the log all the same.
    private func note(
        _ error: RPCError, _ answer: Response, _ request: Request, _ context: GatewayContext, _ requestID: String
    ) {
        let kind: HTTPRefusals.Kind
        switch error.reason {
        case Reason.unknownMethod.word: kind = .path
        case Reason.methodNotAllowed.word: kind = .method
        case Reason.shuttingDown.word: kind = .draining
        case Reason.malformedRequest.word: kind = .malformed
        default: return
        }
        door.refusals.note(
            kind, status: String(answer.status.code), reason: error.reason, peer: context.origin.text,
            endpoint: context.endpoint(request), requestID: requestID)
    }

    private func page(
        _ page: Destination.Page, _ request: Request, _ context: GatewayContext, _ requestID: String
    ) async -> Response {
        switch page {
        case .live: return health.live()
        case .schema: return SchemaPage.answer(request.headers)
        case .docs(let program): return await docs.page(program)
        case .docsFile(let file):
            if let answer = await docs.file(file, request.headers) { return answer }
            return Answer.refusal(.refusal(.unknownMethod, "There is no such path."), requestID: requestID)
        case .ready:
            return await health.ready(client(request, context)) { await isTrusted(request, context, requestID) }
        case .metrics:
            guard let metrics, await isTrusted(request, context, requestID) else {
                return Answer.refusal(
                    .refusal(.permissionDenied, "Only an admin may see this from elsewhere."), requestID: requestID)
            }
            return Answer.response(200, Array(await metrics().utf8), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    private func client(_ request: Request, _ context: GatewayContext, _ metadata: Metadata = [:]) -> RPCClient {
        RPCClient(transport: context.transport(door.calls, asking: request), metadata: metadata)
    }

    /// Whether the caller may look inside: anybody on this machine, and whoever may ask for the server's status.
    /// Credentials given always count: wrong ones do not fall back to where the request came from.
    private func isTrusted(_ request: Request, _ context: GatewayContext, _ requestID: String) async -> Bool {
        let hasCredentials = request.headers.contains(.authorization) || request.headers.contains(.apiKey)
        if !hasCredentials, context.isLocal(request) { return true }
        guard let metadata = try? CallMetadata.make(request.headers, requestID: requestID) else { return false }
        do {
            _ = try await SystemClient(client(request, context, metadata)).getStatus(GetStatusRequest())
            return true
        } catch {
            return false
        }
    }
}
