"""What the bridge keeps on disk (docs/BRIDGE.md 9): facts until they are confirmed, sessions that it holds, intents, and what
was submitted. JSON lines, each synced before the call returns; a torn last line is cut off; written anew, and shorter, at
each start.
"""
import fcntl
import json
import os
import pathlib
import re
import sys

from client import field

MOST_SUBMITTED = 10_000


def plain(text):
    """A string that rpcd can read: no NUL, no half of a surrogate pair (section 3)."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", str(text))


def sync_folder(folder):
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


class Journal:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.lock = open(folder / "lock", "w")
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            sys.exit("the folder is in use by another process")
        self.path = folder / "journal"
        self.facts = {}                              # seq → the frame's bytes, in order
        self.next_seq, self.confirmed = 1, 0
        self.held, self.intents, self.submitted = {}, {}, {}
        whole = self.path.read_bytes().rpartition(b"\n")[0] if self.path.exists() else b""
        for line in whole.splitlines():
            self.learn(json.loads(line))
        self.confirmed = min(self.facts, default=self.next_seq) - 1
        self.rewrite()

    def learn(self, record):
        """One record, as it is read or was just written."""
        if "next" in record:
            self.next_seq = max(self.next_seq, record["next"])
        if "fact" in record:
            self.facts[record["fact"]] = bytes.fromhex(record["frame"])
            self.next_seq = record["fact"] + 1
        if "held" in record:
            self.held[record["held"]["session"]] = record["held"]
        if "linked" in record:
            self.held[record["linked"]]["linked"] = True
        if "released" in record:
            self.held.pop(record["released"], None)
        if "intent" in record:
            self.intents[record["intent"]["message"]] = record["intent"]
        if "message" in record:                      # a Result: the done of its intent
            self.intents.pop(record["message"], None)
            if record["provider"]:
                self.submitted[record["message"]] = record["provider"]

    def rewrite(self):
        """Only what is needed, in a new file that takes the old one's place."""
        kept = list(self.submitted.items())[-MOST_SUBMITTED:]
        records = [{"next": self.next_seq}]
        records += [{"held": held} for held in self.held.values()]
        records += [{"intent": intent} for intent in self.intents.values()]
        records += [{"message": message, "provider": provider} for message, provider in kept]
        records += [{"fact": seq, "frame": data.hex()} for seq, data in self.facts.items()]
        new = self.path.with_suffix(".new")
        with open(new, "wb") as file:
            file.write(b"".join(json.dumps(record).encode() + b"\n" for record in records))
            file.flush()
            os.fsync(file.fileno())
        new.rename(self.path)
        sync_folder(self.path.parent)
        self.file = open(self.path, "ab", buffering=0)

    def write(self, record):
        try:
            self.file.write(json.dumps(record).encode() + b"\n")
            os.fdatasync(self.file.fileno())
        except OSError as error:                     # what reached the disk is not known now: never tried again
            sys.exit(f"the journal cannot be written: {error}")
        self.learn(record)

    def append(self, frame, message=None, provider=None):
        """A fact. With a message it is the answer to its send."""
        record = {"fact": self.next_seq, "frame": (field(1, self.next_seq) + frame).hex()}
        if message:
            record.update(message=message, provider=provider)
        self.write(record)

    def confirm(self, up_to):
        self.confirmed = max(self.confirmed, min(up_to, self.next_seq - 1))
        for seq in [seq for seq in self.facts if seq <= up_to]:
            del self.facts[seq]

    def confirm_from_welcome(self, up_to):
        if up_to < self.next_seq:
            return self.confirm(up_to)
        # An older journal than rpcd remembers: every fact gets a new number, from there on (section 4).
        facts = [frame[len(field(1, seq)):] for seq, frame in self.facts.items()]
        self.next_seq = up_to + 1 + len(facts)
        self.facts = {up_to + 1 + n: field(1, up_to + 1 + n) + frame for n, frame in enumerate(facts)}
        self.confirmed = up_to
        self.rewrite()

    def intend(self, intent):
        self.write({"intent": intent})

    def hold(self, assign):
        self.write({"held": assign})

    def linked(self, session):
        self.write({"linked": session})

    def let_go(self, session):
        if session in self.held:
            self.write({"released": session})
