"""A make-believe WhatsApp: a file of JSON lines that outlives every bridge, the judge of what went out and how often. Each
line is synced before its writer goes on; tests append lines of their own ("scan", "incoming", "unlinked").

An engine that takes our id knows a message by it: the same once more is a "repeat", and nothing goes out. One with ids of
its own sends whatever it is given.
"""
import json
import os
import time
import uuid


class Network:
    def __init__(self, path, own_ids):
        self.own_ids = own_ids
        self.file = open(path, "ab+", buffering=0)
        self.read = 0                                # bytes that were looked at
        self.accounts, self.messages, self.incoming = {}, {}, {}
        self.news()

    def news(self):
        """Events that were appended since the last look, by whomever."""
        self.file.seek(self.read)
        whole = self.file.read().rpartition(b"\n")[0]
        self.read += len(whole) + 1 if whole else 0
        events = [json.loads(line) for line in whole.splitlines()]
        for event in events:
            self.learn(event)
        return events

    def learn(self, event):
        kind, session = event["event"], event.get("session")
        if kind == "linked":
            self.accounts[session] = event
        elif kind == "unlinked":
            self.accounts.pop(session, None)
        elif kind == "message":
            self.messages.setdefault(event["id"], dict(event, acknowledged=False))
        elif kind == "acknowledged":
            self.messages[event["id"]]["acknowledged"] = True
        elif kind == "incoming":
            self.incoming.setdefault(event["id"], dict(event, taken=False))
        elif kind == "taken":
            self.incoming[event["id"]]["taken"] = True

    @property
    def size(self):
        return os.fstat(self.file.fileno()).st_size

    def write(self, event, **more):
        line = {"event": event, **more, "at": time.time()}
        self.file.write(json.dumps(line).encode() + b"\n")
        os.fdatasync(self.file.fileno())
        return line

    def link(self, session):
        self.learn(self.write("linked", session=session, phone=f"+999{session:09}", lid=f"{session}@lid"))

    def unlink(self, session):
        self.learn(self.write("unlinked", session=session, by="bridge"))

    def send(self, wanted):
        known = self.messages.get(wanted["message"])
        if known:
            self.write("repeat", id=known["id"])
            return known
        own = uuid.uuid4().hex if self.own_ids else wanted["message"]
        sent = self.write("message", session=wanted["session"], epoch=wanted["epoch"], id=own,
                          recipient=wanted["recipient"], text=wanted["text"])
        self.learn(sent)
        return sent

    def find(self, intent):
        """The id of a message that may have gone out: by ours, or by what was said since, as one looks into a chat."""
        if intent["message"] in self.messages:
            return intent["message"]
        self.file.seek(intent["since"])
        for event in map(json.loads, self.file.read().splitlines()):
            if event["event"] == "message" and all(event[key] == intent[key] for key in ("session", "recipient", "text")):
                return event["id"]
        return None

    def unacknowledged(self, session):
        return [one for one in self.messages.values() if one["session"] == session and not one["acknowledged"]]

    def acknowledged(self, id):
        self.learn(self.write("acknowledged", id=id))

    def not_taken(self, session):
        return [one for one in self.incoming.values() if one["session"] == session and not one["taken"]]

    def taken(self, id):
        self.learn(self.write("taken", id=id))
