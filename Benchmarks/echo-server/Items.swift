// bench.Stream/Items: what a server stream costs, item by item, each written by its handler as any stream's are.

internal import BenchContract
internal import Codec
internal import RPC

struct Items: StreamServiceProtocol {
    /// The largest item that is made; a benchmark needs no more.
    private static let largest: UInt32 = 64 << 10

    func items(_ request: ItemsRequest, responses: ResponseWriter<Item>, context: CallContext) async throws {
        var item = Item.with { $0.payload = [UInt8](repeating: 0x78, count: Int(min(request.size, Self.largest))) }
        for number in 0..<request.items {
            item.number = number
            try await responses.write(item)
        }
    }
}
