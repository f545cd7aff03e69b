// What is granted to the other side: with SendCredit at the other end, never more than the window is under way.

import RPC
import Testing

@Suite struct CreditWindowTests {
    @Test func theWholeWindowIsGrantedAtOnceThenByHalves() {
        var window = CreditWindow(size: 8)
        #expect(window.grant() == 8)
        #expect(window.grant() == 0)
        for _ in 0..<8 { #expect(window.take() == true) }
        window.finish(3)
        #expect(window.grant() == 0)
        window.finish()
        #expect(window.grant() == 4)
        #expect(window.granted == 4 && window.unfinished == 4)
    }

    @Test func whatComesWithoutCreditIsToldApart() {
        var window = CreditWindow(size: 1)
        #expect(window.take() == false)
        #expect(window.grant() == 0)
        window.finish(5)
        #expect(window.unfinished == 0)
        #expect(window.grant() == 1)
    }

    @Test(arguments: [1, 2, 7, 64])
    func bothSidesTogetherNeverStallAndNeverPassTheWindow(_ size: Int) {
        var window = CreditWindow(size: size)
        var credit = SendCredit(limit: 1000)
        var random = SystemRandomNumberGenerator()
        var (sent, done) = (0, 0)
        while done < 2000 {
            let granted = window.grant()
            if granted > 0 { #expect(credit.grant(Int32(granted)) == true) }
            let now = credit.reserve(Int.random(in: 1...5, using: &random))
            for _ in 0..<now { #expect(window.take() == true) }
            sent += now
            #expect(window.unfinished + window.granted <= size)
            guard window.unfinished > 0 else { continue }
            let finished = Int.random(in: 1...window.unfinished, using: &random)
            window.finish(finished)
            credit.settle(finished)
            done += finished
        }
        #expect(sent >= done)
    }
}
