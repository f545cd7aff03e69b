// What logs keep of a path.
import Testing

@testable import Gateway

@Suite struct LoggedPathTests {
    @Test(arguments: [
        ("/api/v1/users/5/", "/api/v1/users/5/"), ("/api/v1/users?password=x", "/api/v1/users"), ("", ""),
        (
            "/api/v1/services/switchboard.v1.MessagesService.SendText",
            "/api/v1/services/switchboard.v1.MessagesService.SendText"
        ),
        ("/api/v1/users/sbk_Abcdefgh_" + String(repeating: "s", count: 49) + "/", "/api/v1/users/sbk_Abcdefgh…/"),
        ("/api/v1/api-keys/sbk_Abcdefgh", "/api/v1/api-keys/sbk_Abcdefgh"),
        ("/x/eyJ" + String(repeating: "a", count: 200) + "/y", "/x/…/y"),
    ])
    func keysAndTokensAreCut(path: String, kept: String) {
        #expect(LoggedPath.text(path) == kept)
    }

    @Test func aLongPathIsCut() {
        #expect(LoggedPath.text(String(repeating: "/a", count: 1_000)).count == 256)
    }
}
