// Tests that keep to a clock or fill sockets: one after the other, so that they measure themselves and not each other.

import Testing

@Suite(.serialized)
enum SocketTests {}
