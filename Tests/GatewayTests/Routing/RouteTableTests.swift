// Paths and verbs to routes: precedence, verbs that are told, tables that must not be served.
import Contract
import RPC
import Testing

@testable import Gateway

@Suite struct RouteTableTests {
    private let table: RouteTable

    init() throws {
        table = try RouteTable(Routes.all, pages: [(["health", "live"], .live)], media: MediaRoutes.all)
    }

    private func found(_ verb: String, _ path: String) throws -> String {
        switch table.match(verb, try RequestTarget(path).segments) {
        case .found(.call(let route)): route.method.name
        case .found(.page(let page)): "\(page)"
        case .found(.media(let page)): page.label
        case .unknownPath: "404"
        case .otherVerbs(let allow): "405 \(allow)"
        case .options(let allow): "204 \(allow)"
        }
    }

    @Test(arguments: [
        ("GET", "/api/v1/sessions/status", "GetSessionStatus"), ("GET", "/api/v1/sessions/7", "GetSession"),
        ("POST", "/api/v1/sessions/init", "InitSession"), ("POST", "/api/v1/sessions/7/init", "InitSession"),
        ("GET", "/api/v1/messages/list", "ListMessages"), ("GET", "/api/v1/messages", "ListMessages"),
        ("GET", "/api/v1/messages/list/", "ListMessages"), ("GET", "/api/v1/messages/9/", "GetMessage"),
        ("PUT", "/api/v1/users/1/", "UpdateUser"), ("PATCH", "/api/v1/users/1", "UpdateUser"),
        ("POST", "/api/v1/media/", "POST /api/v1/media"), ("GET", "/api/v1/media", "ListMedia"),
        ("GET", "/api/v1/media/7/content/", "GET /api/v1/media/{id}/content"),
        ("HEAD", "/api/v1/users/1", "GetUser"), ("GET", "/api/v1/services/a%2Fb", "DescribeService"),
        ("GET", "/api/v1/%75sers/", "ListUsers"), ("GET", "/health/live", "live"), ("GET", "/health/live/", "live"),
        ("GET", "/api/v1/users/1?x=/api/v1", "GetUser"),
    ])
    func aLiteralBeatsAVariableAndASlashAtTheEndChangesNothing(verb: String, path: String, name: String) throws {
        #expect(try found(verb, path) == name)
    }

    @Test(arguments: [
        "/", "/api", "/api/v1", "/api/v1/user", "/api/v1/users//", "/api/v1/users/1/2/3", "//api/v1/users",
    ])
    func whatIsNoPathIsToldApart(path: String) throws {
        #expect(try found("GET", path) == "404")
        #expect(try found("OPTIONS", path) == "404")
    }

    @Test(arguments: [
        ("DELETE", "/api/v1/messages/list", "405 GET, HEAD, OPTIONS"),
        ("TRACE", "/api/v1/users", "405 GET, HEAD, OPTIONS, POST"),
        ("POST", "/api/v1/users/1/", "405 DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
        ("GET", "/api/v1/sessions/init", "405 OPTIONS, POST"), ("HEAD", "/api/v1/auth/login", "405 OPTIONS, POST"),
        ("OPTIONS", "/api/v1/users/1/", "204 DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
    ])
    func otherVerbsAreToldWhichThereAre(verb: String, path: String, answer: String) throws {
        #expect(try found(verb, path) == answer)
    }

    @Test func everyRouteOfTheContractIsFoundByItsOwnTemplate() throws {
        for route in table.routes {
            let path = route.route.segments.map { if case .literal(let word) = $0 { word } else { "17" } }
            guard case .found(.call(let found)) = table.match(route.route.verb, path) else {
                Issue.record("\(route.route.verb) \(route.route.template) is not found")
                continue
            }
            #expect(found === route, "\(route.route.template) leads to \(found.route.template)")
        }
        #expect(table.routes.count == Routes.all.count)
    }

    @Test func twoEqualRoutesAreRefused() throws {
        var again = try #require(Routes.all.first { $0.template == "/api/v1/users/{id}" && $0.verb == "GET" })
        #expect(throws: RouteError.self) { _ = try RouteTable(Routes.all + [again]) }
        again.verb = "LOCK"
        #expect(try RouteTable(Routes.all + [again]).routes.count == Routes.all.count + 1)
    }

    @Test func templatesThatNameWhatIsNotThereAreRefused() throws {
        let good = try #require(Routes.all.first { $0.template == "/api/v1/users/{id}" && $0.verb == "PATCH" })
        var route = good
        route.variables[0].field = "nickname"
        #expect(throws: RouteError.self) { _ = try RouteTable([route]) }
        route = good
        route.variables[0].field = "user"
        #expect(throws: RouteError.self) { _ = try RouteTable([route]) }
        route = good
        route.body = "person"
        #expect(throws: RouteError.self) { _ = try RouteTable([route]) }
        route = good
        route.body = "id"
        #expect(throws: RouteError.self) { _ = try RouteTable([route]) }
        route = good
        route.method = RPC.Method(service: "switchboard.v1.UsersService", name: "Nothing", kind: .unary)
        #expect(throws: RouteError.self) { _ = try RouteTable([route]) }
    }
}

@Suite struct RequestTargetTests {
    @Test func anEscapedSlashIsPartOfItsSegmentAndEscapesAreReadOnce() throws {
        #expect(try RequestTarget("/a%2Fb/c%2520d/").segments == ["a/b", "c%20d"])
        #expect(try RequestTarget("/a+b").segments == ["a+b"])
        #expect(try RequestTarget("/").segments == [])
        #expect(try RequestTarget("/a//").segments == ["a", ""])
    }

    @Test(arguments: [
        "", "a/b", "*", "http://x/api", "/a%", "/a%0", "/a%zz", "/%00", "/%ff", "/./a", "/a/..", "/%2e%2E/a",
    ])
    func malformedPathsAreRefused(path: String) {
        #expect(throws: RPCError.self) { _ = try RequestTarget(path) }
    }

    @Test func theQueryIsPairsInTheirOrder() throws {
        let query = try RequestTarget("/x?a=1&b=%26+%2B&a=2&c&=d&&e=f=g").query
        #expect(query.map { "\($0.name)|\($0.value)" } == ["a|1", "b|& +", "a|2", "c|", "|d", "e|f=g"])
        #expect(try RequestTarget("/x?").query.isEmpty)
        #expect(throws: RPCError.self) { _ = try RequestTarget("/x?a=%f") }
    }
}
