// How much memory the requests of all connections together take before they are messages (SAFETY: bytes being parsed).
// What counts: incomplete frames, and payloads whose handlers have not come to them. Decoding itself runs to its end on
// its event loop, one at a time on each, so what it may take is set aside for good. Counted in whole pages of 4 KiB: small
// frames, and so nearly all, cost no counting at all.

internal import Codec
internal import NIOCore
internal import Synchronization

final class ParsingBudget: Sendable {
    private static let pageShift = 12

    private let loops: [LoopContext]
    private let pageLimit: Int
    private let pages = Atomic<Int>(0)

    init(_ bytes: Int, loops: [LoopContext]) {
        self.loops = loops
        let decoding = min(loops.count * DecodingLimits.request.memory, bytes / 2)
        pageLimit = (bytes - decoding) >> Self.pageShift
    }

    /// Bytes that are counted now.
    var held: Int { pages.load(ordering: .relaxed) << Self.pageShift }

    /// True while nobody should take in more of an incomplete frame.
    var isOver: Bool { pages.load(ordering: .relaxed) > pageLimit }

    static func pages(of bytes: Int) -> Int { bytes >> pageShift }

    /// - Returns: the pages to be given back.
    func charge(bytes: Int) -> Int {
        let count = Self.pages(of: bytes)
        charge(pages: count)
        return count
    }

    func charge(pages count: Int) {
        if count > 0 { pages.add(count, ordering: .relaxed) }
    }

    func giveBack(pages count: Int) {
        guard count > 0 else { return }
        let (before, after) = pages.subtract(count, ordering: .relaxed)
        guard before > pageLimit, after <= pageLimit else { return }
        for loop in loops where loop.parsing.hasWaiting { loop.loop.execute { loop.parsing.resumeAll() } }
    }
}
