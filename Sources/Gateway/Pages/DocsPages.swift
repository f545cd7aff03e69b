// Pages that show the OpenAPI document: Swagger UI at /api/docs, ReDoc at /api/redoc. Their files are other people's and lie
// in a folder that the operator names (`http.docs`, scripts/docs-pages.sh); where they are missing a plain page of our own
// lists the paths. Nothing comes from elsewhere, and no page runs what is not a file.

internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import NIOPosix

/// What is served under the two paths.
enum DocsFile: String, CaseIterable, Sendable {
    case swaggerCSS = "swagger-ui.css"
    case swagger = "swagger-ui-bundle.js"
    case redoc = "redoc.standalone.js"
    /// Ours.
    case start = "start.js"
    case plain = "plain.js"

    var type: String { self == .swaggerCSS ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8" }
}

struct DocsPages: Sendable {
    /// Of the folder; nil: only ours are there.
    private let folder: String?

    /// - Parameter folder: where the three files are; nil or one without them: the plain page.
    init(folder: String?) { self.folder = folder }

    /// Every path below `/api`.
    static var files: [(path: [String], file: DocsFile)] {
        DocsFile.allCases.map { (["api", "docs", $0.rawValue], $0) }
    }

    func page(_ wanted: DocsFile) async -> Response {
        let needed: [DocsFile] = wanted == .redoc ? [.redoc] : [.swagger, .swaggerCSS]
        for file in needed where await read(file) == nil { return Self.html(Self.plainPage, script: "'self'") }
        // ReDoc searches in a worker, and both style their elements themselves.
        return Self.html(
            wanted == .redoc ? Self.redocPage : Self.swaggerPage, script: "'self'", workers: wanted == .redoc)
    }

    /// - Returns: nil where it is not there.
    func file(_ file: DocsFile, _ headers: HTTPFields) async -> Response? {
        guard let body = await read(file) else { return nil }
        let tag = "\"\(SchemaPage.hash(body.readableBytesView))\""
        var fields: HTTPFields = [.eTag: tag, .cacheControl: "no-cache"]
        if case .notModified = ContentRequest(headers, isHead: true).decide(size: 0, tag: tag) {
            return Response(status: .notModified, headers: fields)
        }
        fields[.contentType] = file.type
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: body))
    }

    private func read(_ file: DocsFile) async -> ByteBuffer? {
        switch file {
        case .start: return ByteBuffer(string: Self.startScript)
        case .plain: return ByteBuffer(string: Self.plainScript)
        default: break
        }
        guard let folder else { return nil }
        let path = folder + "/" + file.rawValue
        // Seldom asked for, and not worth its megabytes in between.
        return try? await NIOThreadPool.singleton.runIfActive { Self.contents(of: path) }
    }

    private static func html(_ text: String, script: String, workers: Bool = false) -> Response {
        let policy =
            "default-src 'none'; script-src \(script); style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            + (workers ? "; worker-src blob:" : "")
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-cache", .contentSecurityPolicy: policy,
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private static func page(_ title: String, _ body: String, _ scripts: [DocsFile], css: Bool = false) -> String {
        let style = css ? "<link rel=\"stylesheet\" href=\"/api/docs/swagger-ui.css\">" : ""
        let tags = scripts.map { "<script src=\"/api/docs/\($0.rawValue)\"></script>" }.joined()
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            + "content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\"><title>\(title)</title>"
            + "\(style)</head><body>\(body)\(tags)</body></html>"
    }

    private static let swaggerPage = page(
        "Switchboard: HTTP", "<div id=\"swagger\"></div>", [.swagger, .start], css: true)
    private static let redocPage = page("Switchboard: HTTP", "<div id=\"redoc\"></div>", [.redoc, .start])
    private static let plainPage = page(
        "Switchboard: HTTP",
        "<h1>Switchboard: HTTP</h1><p>The whole is in <a href=\"/api/schema/\">the OpenAPI document</a>.</p>"
            + "<dl id=\"paths\"></dl>", [.plain])

    private static let startScript = """
        'use strict';
        const swagger = document.getElementById('swagger');
        const redoc = document.getElementById('redoc');
        if (swagger) {
          SwaggerUIBundle({ url: '/api/schema/', domNode: swagger, deepLinking: true, validatorUrl: null });
        } else if (redoc) {
          Redoc.init('/api/schema/', { hideDownloadButton: false, disableSearch: false }, redoc);
        }

        """

    private static let plainScript = """
        'use strict';
        fetch('/api/schema/').then((answer) => answer.json()).then(({ paths }) => {
          const list = document.getElementById('paths');
          for (const [path, verbs] of Object.entries(paths)) {
            for (const [verb, { summary }] of Object.entries(verbs)) {
              const term = document.createElement('dt');
              const code = document.createElement('code');
              code.textContent = `${verb.toUpperCase()} ${path}`;
              term.append(code);
              const told = document.createElement('dd');
              told.textContent = summary;
              list.append(term, told);
            }
          }
        });

        """
}
