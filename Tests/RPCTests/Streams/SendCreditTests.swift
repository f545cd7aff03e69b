// Flow control in messages, both sides of it.

import RPC
import Testing

@Suite struct SendCreditTests {
    @Test func withoutCreditNothingGoes() {
        var credit = SendCredit(limit: 10)
        #expect(credit.room == 0)
        #expect(credit.reserve(5) == 0)
        #expect(credit.grant(3) == true)
        #expect(credit.reserve(5) == 3)
        #expect(credit.room == 0)
        credit.settle(3)
        // An answer frees the place, but only the other side grants.
        #expect(credit.room == 0)
    }

    @Test func absurdCreditIsHeldToWhatWeAllow() {
        var credit = SendCredit(limit: 4)
        for _ in 0..<10 { #expect(credit.grant(.max) == true) }
        #expect(credit.available == SendCredit.most)
        #expect(credit.reserve(100) == 4)
        #expect(credit.reserve(100) == 0)
        credit.settle(2)
        #expect(credit.reserve(100) == 2)
    }

    @Test func negativeCreditIsRefused() {
        var credit = SendCredit(limit: 4)
        #expect(credit.grant(-1) == false)
        #expect(credit.grant(.min) == false)
        #expect(credit.available == 0)
    }

    @Test func whatIsNotUsedIsGivenBack() {
        var credit = SendCredit(limit: 4)
        _ = credit.grant(4)
        _ = credit.reserve(4)
        credit.giveBack(3)
        #expect(credit.available == 3)
        #expect(credit.inFlight == 1)
        credit.settle(9)
        #expect(credit.inFlight == 0)
    }
}
