// Page tokens cannot be made up, edited or carried elsewhere; the three fields of every list are checked by name.
import RPC
import Testing

@testable import Services

@Suite struct PageTests {
    private let tokens = PageTokens(key: HMACKey([1, 2, 3]))
    private let method = Method(service: "x.Things", name: "ListThings", kind: .unary)

    private func parse(_ size: Int32 = 0, _ token: String = "", _ page: Int32 = 0) throws -> Page {
        try Page.parse(size: size, token: token, page: page, method: method, filters: [7], tokens: tokens)
    }

    private func violations(_ size: Int32 = 0, _ token: String = "", _ page: Int32 = 0) -> [String] {
        do {
            _ = try parse(size, token, page)
            return []
        } catch {
            return (error as? RPCError)?.violations.map(\.field) ?? ["?"]
        }
    }

    @Test(arguments: [[Int64(0)], [1], [.max], [.min], [-1, 1], [1, 2, 3, 4]])
    func aTokenLeadsBackToItsPlace(position: [Int64]) {
        let token = tokens.make(position: position, method: "a/B", filters: [1])
        #expect(tokens.read(token, method: "a/B", filters: [1]) == position)
    }

    @Test func aTokenIsBoundToEverythingElse() {
        let token = tokens.make(position: [42], method: "a/B", filters: [1])
        #expect(tokens.read(token, method: "a/C", filters: [1]) == nil)
        #expect(tokens.read(token, method: "a/B", filters: [2]) == nil)
        #expect(tokens.read(token, method: "a/B", filters: []) == nil)
        #expect(PageTokens(key: HMACKey([9])).read(token, method: "a/B", filters: [1]) == nil)
    }

    @Test func anyEditedTokenIsRefused() {
        let token = tokens.make(position: [42], method: "a/B", filters: [])
        for index in token.indices {
            for other in ["A", "B", "-", "=", "!"] where Character(other) != token[index] {
                var changed = token
                changed.replaceSubrange(index...index, with: other)
                #expect(tokens.read(changed, method: "a/B", filters: []) == nil)
            }
        }
        for length in 0..<token.count {
            #expect(tokens.read(String(token.prefix(length)), method: "a/B", filters: []) == nil)
        }
        #expect(tokens.read(token + "AAAAAAAAAAA", method: "a/B", filters: []) == nil)
        #expect(tokens.read(String(repeating: "A", count: 1 << 20), method: "a/B", filters: []) == nil)
    }

    @Test func theFieldsHaveTheirDefaults() throws {
        #expect(try parse() == Page(size: 20, position: .start))
        #expect(try parse(200, "", 3) == Page(size: 200, position: .number(3)))
        #expect(try parse(10, "", 3).offset == 20)
        #expect(try parse(200, "", .max).offset == Int64(Int32.max - 1) * 200)
        #expect(try parse(10, "", 3).wantsTotal)
        #expect(try !parse().wantsTotal)
        let token = tokens.make(position: [42], method: method.path, filters: [7])
        #expect(try parse(5, token).after == [42])
    }

    @Test func everyWrongFieldIsNamed() {
        #expect(violations(-1) == ["page_size"])
        #expect(violations(201) == ["page_size"])
        #expect(violations(1, "", -1) == ["page"])
        #expect(violations(1, "x", 1) == ["page"])
        #expect(violations(1, "nonsense") == ["page_token"])
        #expect(violations(-5, "nonsense", 0) == ["page_size", "page_token"])
        // A token with another number of columns comes from another list.
        #expect(violations(1, tokens.make(position: [1, 2], method: method.path, filters: [7])) == ["page_token"])
    }

    @Test func aPageEndsAtAMebibyteAndIsNeverEmpty() {
        func admitted(_ sizes: [Int]) -> Int {
            var budget = PageBudget()
            return sizes.prefix { budget.admits(bytes: $0) }.count
        }
        #expect(admitted([2 << 20, 1]) == 1)
        #expect(admitted([Int](repeating: 1_024, count: 2_000)) == 1_024)
        #expect(admitted([1, 1 << 20]) == 1)
    }
}
