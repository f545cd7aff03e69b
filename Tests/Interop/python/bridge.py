#!/usr/bin/env python3
"""A bridge in another language, written from docs/BRIDGE.md and docs/PROTOCOL.md alone: no library, no generated code.

  bridge.py --endpoint unix:/PATH --name NAME --state DIR --network FILE [--own-ids] [--crash POINT:N]

Its WhatsApp is a file (network.py). With --own-ids the engine chooses the ids of messages itself. --crash kills the process
by SIGKILL at the N-th passing of a point: received, intent, network, done, sent; incoming, taken. The key to attach with,
where it needs one: SWITCHBOARD_API_KEY. Exit status: 0 stopped as asked, 75 another process has the name, 77 refused.
bridge/test/python-bridge.test.js runs it against rpcd. Section numbers are those of docs/BRIDGE.md.
"""
import argparse
import heapq
import itertools
import os
import pathlib
import queue
import random
import resource
import signal
import sys
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from client import DATA, NO_DATA, REMOTE_CLOSED, REMOTE_OPEN, RESPONSE, Failed, field, fields, first  # noqa: E402
from journal import Journal  # noqa: E402
from link import ATTACH, Link, number, words  # noqa: E402
from network import Network  # noqa: E402
from session import DISCONNECTED, LOGGED_OUT, Session  # noqa: E402

FACTS_UNDER_WAY, BYTES_UNDER_WAY, CREDIT, SILENCE = 48, 512 * 1024, 16, 20


def log(*words):
    print(*words, file=sys.stderr, flush=True)


class Bridge:
    def __init__(self, options):
        self.options = options
        self.inbox = queue.SimpleQueue()
        self.timers, self.order = [], itertools.count()
        self.sessions = {}
        self.link, self.dial_at, self.failures, self.attached = None, 0, 0, False
        self.instance = uuid.uuid4().hex
        self.status = None
        self.leaving = False
        self.crash, self.crash_in = (options.crash.split(":") + ["1"])[:2] if options.crash else (None, 0)
        self.crash_in = int(self.crash_in)
        self.network = Network(options.network, options.own_ids)
        self.journal = Journal(options.state)
        self.look_back()
        for assign in self.journal.held.values():    # section 8: claim them, and begin anew at the same epoch
            self.sessions[assign["session"]] = Session(self, assign)

    def look_back(self):
        """What became of sends that were begun and not answered, before anybody is told (section 9)."""
        for intent in list(self.journal.intents.values()):
            provider = self.network.find(intent)
            outcome = self.submitted(provider) if provider else self.failed("BRIDGE_UNAVAILABLE", True)
            self.answer(intent["command"], intent["session"], intent["epoch"], intent["message"], outcome, provider)

    # The loop. Everything but reading from the socket happens here.

    def run(self):
        signal.signal(signal.SIGTERM, lambda *_: self.inbox.put((None, 0, None, 0, 0, None)))
        self.later(0, self.look_at_network)
        while self.status is None:
            now = time.monotonic()
            while self.timers and self.timers[0][0] <= now:
                _, _, function, arguments = heapq.heappop(self.timers)
                function(*arguments)
            if self.link is None and now >= self.dial_at:
                self.dial()
            try:
                item = self.inbox.get(timeout=0.02 if not self.timers else max(0, min(0.02, self.timers[0][0] - now)))
            except queue.Empty:
                continue
            try:
                self.take(*item)
            except OSError as error:
                self.lost(error)
        return self.status

    def later(self, seconds, function, *arguments):
        heapq.heappush(self.timers, (time.monotonic() + seconds, next(self.order), function, arguments))

    def point(self, name):
        if name == self.crash:
            self.crash_in -= 1
            if self.crash_in == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def look_at_network(self):
        self.later(0.03, self.look_at_network)
        for event in self.network.news():
            session = self.sessions.get(event.get("session"))
            if event["event"] == "scan" and session:
                session.scanned(event["code"])
            elif event["event"] == "incoming" and session and session.connected:
                session.take(event)
            elif event["event"] == "unlinked" and event.get("by") == "phone" and session:
                session.state(LOGGED_OUT, "LOGOUT")

    # The stream (sections 2, 8).

    def dial(self):
        try:
            self.link = Link(self.options.endpoint, self.inbox)
            key = os.environ.get("SWITCHBOARD_API_KEY")
            self.link.call("switchboard.v1.BridgeService", "Attach", REMOTE_OPEN,
                           [("authorization", f"ApiKey {key}")] if key else [])
            held = b"".join(field(8, field(1, s.id) + field(2, s.epoch)) for s in self.sessions.values())
            self.link.say(field(2, field(1, 1) + field(2, self.options.name) + field(3, self.instance)
                                + field(4, "pretend" if self.options.own_ids else "simulator") + field(5, "python")
                                + field(6, "text") + field(7, self.options.capacity) + held
                                + field(9, self.journal.next_seq)
                                + (b"" if self.options.own_ids else field(12, 1))))   # repeats are safe
            self.later(10, self.give_up, self.link, "no Welcome")
        except OSError as error:
            self.lost(error)

    def give_up(self, link, why):
        if link is self.link and not link.welcomed:
            self.lost(why)

    def lost(self, why):
        log("detached:", why)
        if self.link:
            self.link.close()
        self.link = None
        if self.leaving:
            self.status = 0
        self.dial_at = time.monotonic() + random.uniform(0.02, min(5, 0.1 * 2 ** self.failures))
        self.failures = min(self.failures + 1, 10)

    def ended(self, error):
        log("ended:", error.code, error.reason, error.message)
        if error.reason == "SESSION_CONFLICT":
            self.status = 75
        elif not self.attached and error.code in (3, 7, 12, 16):
            self.status = 77
        self.lost(error.reason)

    def take(self, link, came, stream, kind, flags, data):
        if link is None:
            self.leave()
        elif link is not self.link:
            send = first(fields(data), 4, None) if stream == ATTACH and kind == DATA else None
            if send is not None:                     # of a stream that was given up: certainly not begun
                self.refuse(fields(send), "BRIDGE_UNAVAILABLE")
        elif stream is None:
            self.lost(data)
        elif stream != ATTACH:
            link.asked = None                        # any answer of Health
        elif kind == RESPONSE:
            self.ended(Failed(fields(first(fields(data), 1))))
        elif flags & REMOTE_CLOSED:
            self.lost("rpcd ended the stream")
        elif kind == DATA and not flags & NO_DATA:
            self.heard(link, came, fields(data))

    def heard(self, link, came, frame):
        handlers = {1: self.on_welcome, 2: self.on_assign, 3: self.on_release, 5: self.on_confirm, 6: self.on_drain}
        for which, handler in handlers.items():
            if which in frame:
                handler(fields(first(frame, which)))
        if 4 in frame:
            self.on_send(link, came, fields(first(frame, 4)))

    def on_welcome(self, welcome):
        link, again = self.link, self.attached
        link.welcomed = self.attached = True
        self.failures = 0
        kept = {number(fields(one), 1) for one in welcome.get(5, [])}
        log("attached to", words(welcome, 2), "kept", sorted(kept))
        self.journal.confirm_from_welcome(number(welcome, 7))
        link.sent_seq = self.journal.confirmed
        for session in list(self.sessions.values()):
            if session.id not in kept:
                self.let_go(session)
            elif not again:
                session.start()
        self.beat(link, (number(welcome, 3) or 10_000) / 1000)
        self.grant()
        self.pump()

    def beat(self, link, every):
        if link is not self.link:
            return
        self.later(every, self.beat, link, every)
        now = time.monotonic()
        if now > link.beat + SILENCE:                # before this heartbeat hides it
            return self.lost("was stopped")
        if link.asked and now - link.asked > 30:
            return self.lost("rpcd does not answer")
        try:
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            link.say(field(3, field(1, memory) + field(2, len(self.sessions))))
            link.beat = now
            if link.asked is None:
                link.call("grpc.health.v1.Health", "Check", 0)
                link.asked = now
        except OSError as error:
            self.lost(error)

    def on_drain(self, drain):
        log("drain:", words(drain, 1))
        self.later(0, self.close_side, self.link, time.monotonic() + 1)

    def close_side(self, link, latest):
        """Nothing more comes from us; when everything is confirmed, or at the latest then."""
        if link is not self.link or link is None:
            return
        if self.journal.facts and time.monotonic() < latest:
            return self.later(0.01, self.close_side, link, latest)
        try:
            link.write(ATTACH, DATA, REMOTE_CLOSED | NO_DATA)
            self.later(2, self.no_end, link)
        except OSError as error:
            self.lost(error)

    def no_end(self, link):
        if link is self.link and link is not None:
            self.lost("rpcd did not end the stream")

    def leave(self):
        self.leaving = True
        for session in list(self.sessions.values()):
            session.state(DISCONNECTED, "bridge_stopped")
            self.let_go(session)
        if self.link is None or not self.link.welcomed:
            self.status = 0
        else:
            self.close_side(self.link, time.monotonic() + 5)

    # Sessions (section 5).

    def on_assign(self, assign):
        told = {"session": number(assign, 1), "epoch": number(assign, 2), "linked": bool(number(assign, 5))}
        before = self.sessions.get(told["session"])
        if self.leaving or (before and told["epoch"] <= before.epoch):
            return
        session = Session(self, told)
        if not before and len(self.sessions) >= self.options.capacity:
            return session.state(DISCONNECTED, "no_capacity")
        log("assigned", told)
        self.journal.hold(told)
        self.sessions[session.id] = session
        session.start()

    def on_release(self, release):
        session = self.sessions.get(number(release, 1))
        if session and session.epoch <= number(release, 2):
            log("released", session.id, words(release, 3))
            self.let_go(session)
            if words(release, 3) == "logout" and session.id in self.network.accounts:
                self.network.unlink(session.id)

    def let_go(self, session):
        session.connected = False
        if self.sessions.get(session.id) is session:
            del self.sessions[session.id]
        self.journal.let_go(session.id)

    # Sends (section 7, and section 9 for the order of things).

    def on_send(self, link, came, send):
        link.granted -= 1
        command, session_id, epoch, message = (number(send, 1), number(send, 2), number(send, 3), words(send, 5))
        session, now, timeout = self.sessions.get(session_id), time.monotonic(), number(send, 6) / 1000
        known = self.journal.submitted.get(message)
        if known:
            self.answer(command, session_id, epoch, message, self.submitted(known), known)
        elif link.granted < 0:
            self.refuse(send, "OVERLOADED")
        elif session is None or session.epoch != epoch or not session.connected:
            self.refuse(send, "SESSION_NOT_CONNECTED")
        elif timeout and now > came + timeout:
            self.refuse(send, "DEADLINE_EXCEEDED")
        elif now > link.beat + SILENCE:              # stopped for so long that somebody else may have the session
            self.refuse(send, "BRIDGE_UNAVAILABLE")
            return self.lost("was stopped")
        elif 8 not in send:
            self.refuse(send, "ENGINE_UNSUPPORTED")
        else:
            self.point("received")
            intent = {"command": command, "session": session_id, "epoch": epoch, "message": message,
                      "recipient": words(send, 7), "text": words(fields(first(send, 8)), 1), "since": self.network.size}
            self.journal.intend(intent)
            self.point("intent")
            sent = self.network.send(intent)
            self.point("network")
            self.answer(command, session_id, epoch, message, self.submitted(sent["id"]), sent["id"], "done")
            self.point("sent")
            self.later(0.02, session.acknowledge, sent)
        self.grant()

    def refuse(self, send, reason):
        self.answer(number(send, 1), number(send, 2), number(send, 3), words(send, 5), self.failed(reason, True))

    @staticmethod
    def submitted(provider):
        return field(4, field(1, provider))

    @staticmethod
    def failed(reason, not_begun):
        return field(6, field(1, reason) + field(4, int(not_begun)))

    def answer(self, command, session, epoch, message, outcome, provider=None, point=None):
        fact = field(7, field(1, command) + field(2, session) + field(3, epoch) + outcome)
        self.report(fact, point, message=message, provider=provider)

    # Facts (section 4).

    def report(self, frame, point=None, **done):
        self.journal.append(frame, **done)           # synced when this returns
        if point:
            self.point(point)
        self.pump()

    def pump(self):
        """Sends facts that are due, as many as may be under way."""
        link = self.link
        if not link or not link.welcomed:
            return
        try:
            under_way = [(seq, data) for seq, data in self.journal.facts.items() if seq <= link.sent_seq]
            count, size = len(under_way), sum(len(data) for _, data in under_way)
            for seq, data in self.journal.facts.items():
                if seq > link.sent_seq and count < FACTS_UNDER_WAY and size < BYTES_UNDER_WAY:
                    link.sent_seq, count, size = seq, count + 1, size + len(data)
                    link.say(data)
        except OSError as error:
            self.lost(error)

    def on_confirm(self, confirm):
        self.journal.confirm(number(confirm, 1))
        self.pump()

    def grant(self):
        link = self.link
        if link and link.welcomed and not self.leaving and link.granted < CREDIT:
            try:
                link.say(field(4, field(1, CREDIT - link.granted)))
                link.granted = CREDIT
            except OSError as error:
                self.lost(error)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in "endpoint", "name", "state", "network":
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--own-ids", action="store_true")
    parser.add_argument("--capacity", type=int, default=1)
    parser.add_argument("--crash")
    sys.exit(Bridge(parser.parse_args()).run())


main()
