"""The stream of Attach over a connection of its own (docs/PROTOCOL.md 1 to 5), and what reading and writing its messages takes."""
import socket
import struct
import threading
import time

from client import DATA, REQUEST, field, first

ATTACH = 1                                           # its stream: the first of its connection


def number(message, which):
    value = first(message, which, 0)
    return value - (1 << 64) if value >> 63 else value


def words(message, which):
    return first(message, which).decode()


def timestamp(seconds):
    return field(1, int(seconds)) + field(2, int(seconds % 1 * 1e9))


class Link:
    """One connection with one Attach stream. A thread reads it into the bridge's inbox, with the time at which it came."""

    def __init__(self, endpoint, inbox):
        kind, _, address = endpoint.partition(":")
        if kind == "unix":
            self.socket = socket.socket(socket.AF_UNIX)
            self.socket.connect(address)
        else:
            host, _, port = address.rpartition(":")
            self.socket = socket.create_connection((host, int(port)))
        # A peer that takes nothing for so long is gone; a peer that says nothing may be well.
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", 10, 0))
        self.inbox = inbox
        self.next = ATTACH
        self.sent_seq = 0
        self.welcomed = False
        self.granted = 0
        self.beat = time.monotonic()
        self.asked = None                            # when Health was asked, until it answers
        threading.Thread(target=self.read, daemon=True).start()

    def write(self, stream, kind, flags, data=b""):
        self.socket.sendall(struct.pack(">IIBB", len(data), stream, kind, flags) + data)

    def call(self, service, method, flags, metadata=()):
        stream, self.next = self.next, self.next + 2
        request = field(1, service) + field(2, method)
        for key, value in metadata:
            request += field(5, field(1, key) + field(2, value))
        self.write(stream, REQUEST, flags, request)

    def say(self, frame):
        self.write(ATTACH, DATA, 0, frame)

    def read(self):
        try:
            while True:
                length, stream, kind, flags = struct.unpack(">IIBB", self.exactly(10))
                self.inbox.put((self, time.monotonic(), stream, kind, flags, self.exactly(length)))
        except (OSError, EOFError) as error:
            self.inbox.put((self, time.monotonic(), None, 0, 0, error))

    def exactly(self, count):
        data = b""
        while len(data) < count:
            piece = self.socket.recv(count - len(data))
            if not piece:
                raise EOFError("rpcd closed the connection")
            data += piece
        return data

    def close(self):
        try:
            self.socket.shutdown(socket.SHUT_RDWR)   # wakes the thread
        except OSError:
            pass
        self.socket.close()
