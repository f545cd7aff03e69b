// What a connection holds of a frame that is not there in full, counted into the server's budget; over it, the connection
// is not read.

internal import NIOCore

struct ConnectionMemory {
    /// Counted now.
    var pages = 0
    /// How often it was let read on and did not get on.
    var lostTurns = 0
}

extension ServerConnection {
    /// After each read.
    func chargeWhatIsHeld() {
        let pages = ParsingBudget.pages(of: decoder.heldBytes)
        if pages != memory.pages { charge(pages) }
    }

    func releaseMemory() { charge(0) }

    private func charge(_ pages: Int) {
        let change = pages - memory.pages
        memory.pages = pages
        core.parsing.charge(pages: change)
        core.parsing.giveBack(pages: -change)
        if pages == 0 {
            memory.lostTurns = 0
            loop.parsing.released(self)
        }
    }

    /// Whether there is room for more of the frame that has begun. Small ones always have it.
    func hasRoomForItsFrame() -> Bool {
        memory.pages == 0 || !core.parsing.isOver || loop.parsing.mayGoOn(self)
    }
}
