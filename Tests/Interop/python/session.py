"""A session as it is carried: linking, what comes in, acks (docs/BRIDGE.md 5 and 7)."""
import time
import uuid

from client import field
from journal import plain
from link import timestamp

STARTING, QR_PENDING, AUTHENTICATED, CONNECTED, DISCONNECTED, LOGGED_OUT = 2, 3, 4, 5, 7, 8


class Session:
    """One session at one epoch."""

    def __init__(self, bridge, assign):
        self.bridge = bridge
        self.id, self.epoch, self.linked = assign["session"], assign["epoch"], assign["linked"]
        self.connected = False
        self.code = None

    def report(self, number, body=b"", **done):
        """A fact about this session, at its epoch."""
        self.bridge.report(field(number, field(1, self.id) + field(2, self.epoch) + body), **done)

    def state(self, state, reason=""):
        account = self.bridge.network.accounts.get(self.id) if state in (AUTHENTICATED, CONNECTED) else None
        known = field(4, account["phone"]) + field(5, account["lid"]) if account else b""
        self.connected = state == CONNECTED
        self.report(5, field(3, state) + known + field(6, reason))

    def start(self):
        self.state(STARTING)
        network = self.bridge.network
        if not self.linked and self.id in network.accounts:
            network.unlink(self.id)                  # whatever link the engine still knows is over
        if self.id in network.accounts:
            self.connect()
        elif self.linked:
            self.state(LOGGED_OUT, "credentials_unknown")
        else:
            self.show_code(1)

    def show_code(self, sequence):
        if self.bridge.sessions.get(self.id) is not self or self.id in self.bridge.network.accounts or sequence > 8:
            return
        self.code = f"2@{uuid.uuid4().hex}"
        expires = timestamp(time.time() + 20)
        self.report(6, field(3, sequence) + field(4, self.code) + field(5, expires))
        self.bridge.later(20, self.show_code, sequence + 1)

    def scanned(self, code):
        if code == self.code:
            self.bridge.network.link(self.id)
            self.linked, self.code = True, None
            self.bridge.journal.linked(self.id)
            self.state(AUTHENTICATED)
            self.connect()

    def connect(self):
        self.state(CONNECTED)
        for message in self.bridge.network.unacknowledged(self.id):
            self.bridge.later(0.02, self.acknowledge, message)
        for message in self.bridge.network.not_taken(self.id):
            self.take(message)

    def acknowledge(self, message):
        if not self.connected or self.bridge.sessions.get(self.id) is not self:
            return
        for state in 1, 2:                           # server, delivered
            self.report(8, field(3, message["id"]) + field(4, state) + field(5, timestamp(time.time())))
        self.bridge.network.acknowledged(message["id"])

    def take(self, message):
        """An incoming message: the network hears that we have it when it is synced here (section 7)."""
        at = timestamp(message.get("at", time.time()))
        self.report(9, field(3, message["id"]) + field(4, message["from"]) + field(6, "text")
                    + field(7, plain(message["text"])) + field(9, at)
                    + field(10, message["from"]))
        self.bridge.point("incoming")
        self.bridge.network.taken(message["id"])
        self.bridge.point("taken")
