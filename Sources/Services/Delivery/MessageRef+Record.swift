// A message that is there already, as engines have to be told of it: to quote it, to react to it, to say that it was read.

internal import Contract
internal import Store

extension MessageRef {
    init(_ record: MessageRecord) {
        self.init()
        providerMessageId = record.providerMessageID
        fromMe = record.direction == .outbound
        sender = record.sender
        text = record.content.cut(1024)
    }
}
