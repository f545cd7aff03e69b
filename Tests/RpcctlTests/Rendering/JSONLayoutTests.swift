// Indented JSON: only the space between the parts may change.
import Foundation
import Testing

@testable import rpcctl

@Suite struct JSONLayoutTests {
    @Test func levelsAreIndentedAndEmptyOnesStayOnTheLine() {
        let json = #"{"a":[1,{"b":null}],"c":[],"d":{},"e":"x, {y}: \"z\\"}"#
        #expect(
            JSONLayout.indented(json) == """
                {
                  "a": [
                    1,
                    {
                      "b": null
                    }
                  ],
                  "c": [],
                  "d": {},
                  "e": "x, {y}: \\"z\\\\"
                }
                """)
    }

    @Test(arguments: ["[]", "{}", "3", #""a\"b""#, #"{"k":"\\"}"#, #"[[[]],[{}],{"a":{"b":[]}}]"#, #"{"ü":"{[,:"}"#])
    func theDocumentStaysTheSame(json: String) throws {
        func parsed(_ text: String) throws -> NSObject? {
            try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) as? NSObject
        }
        let indented = JSONLayout.indented(json)
        #expect(try parsed(indented) == parsed(json))
        #expect(JSONLayout.indented(indented) == indented)
    }
}
