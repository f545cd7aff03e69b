#!/usr/bin/env python3
"""A client in another language, written from docs/PROTOCOL.md alone: no library, no generated code.

  client.py unix:/PATH   calls every kind of method of vectors.v1.Vectors and prints what it got, a line a call

Messages are google.protobuf.StringValue (field 1). Tests/RPCTests/Transcripts/PythonClientTests.swift runs it.
"""
import socket
import struct
import sys

REQUEST, RESPONSE, DATA = 1, 2, 3                    # section 2: types
REMOTE_CLOSED, REMOTE_OPEN, NO_DATA = 1, 2, 4        # section 2: flags


# Section 3's envelopes are protobuf: a key (field number, wire type), then a varint or a length and bytes.
def varint(value):
    out = bytearray()
    value &= (1 << 64) - 1                           # negative numbers are ten bytes of two's complement
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out) + bytes([value])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value) if value else b""
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def fields(data):
    at, found = 0, {}

    def read():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        key = read()
        if key & 7 == 0:
            value = read()
        else:
            size = {1: 8, 5: 4}.get(key & 7) or read()
            value = data[at:at + size]
            at += size
        found.setdefault(key >> 3, []).append(value)
    return found


def first(message, number, default=b""):
    return message.get(number, [default])[0]


class Failed(Exception):
    def __init__(self, status):
        self.code, self.message = first(status, 1, 0), first(status, 2).decode()
        # Section 6: each detail is an Any of type_url and value.
        self.details = {first(d, 1).decode().rpartition("/")[2]: fields(first(d, 2)) for d in map(fields, status.get(3, []))}
        self.reason = first(self.details.get("google.rpc.ErrorInfo", {}), 1).decode()
        self.request_id = first(self.details.get("google.rpc.RequestInfo", {}), 1).decode()


class Connection:
    def __init__(self, endpoint):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(10)
        self.socket.connect(endpoint.partition(":")[2])
        self.next = 1                                # odd, each higher than all before it
        self.waiting = {}                            # frames of streams that are open

    def send(self, stream, kind, flags, data=b""):
        self.socket.sendall(struct.pack(">IIBB", len(data), stream, kind, flags) + data)

    def receive(self, stream):
        while not self.waiting[stream]:
            length, other, kind, flags = struct.unpack(">IIBB", self.exactly(10))
            frame = kind, flags, self.exactly(length)
            if other in self.waiting:                # section 5: frames of streams that are not open are dropped
                self.waiting[other].append(frame)
        return self.waiting[stream].pop(0)

    def exactly(self, count):
        data = b""
        while len(data) < count:
            piece = self.socket.recv(count - len(data))
            if not piece:
                raise EOFError("the server closed the connection")
            data += piece
        return data

    def open(self, method, flags, payload=b"", timeout_nano=0, metadata=()):
        stream, self.next = self.next, self.next + 2
        self.waiting[stream] = []
        request = field(1, "vectors.v1.Vectors") + field(2, method) + field(3, payload) + field(4, timeout_nano)
        for key, value in metadata:
            request += field(5, field(1, key) + field(2, value))
        self.send(stream, REQUEST, flags, request)
        return stream

    def items(self, stream):
        """What comes in until the end, whichever kind of call it is."""
        while True:
            kind, flags, data = self.receive(stream)
            if kind == RESPONSE:
                del self.waiting[stream]
                response = fields(data)
                status = fields(first(response, 1))
                self.metadata = [tuple(first(p, n).decode() for n in (1, 2)) for p in map(fields, response.get(15, []))]
                if first(status, 1, 0):
                    raise Failed(status)
                yield first(response, 2)
                return
            if not flags & NO_DATA:
                yield data
            if flags & REMOTE_CLOSED:
                del self.waiting[stream]
                return

    def unary(self, method, payload=b"", **options):
        return next(self.items(self.open(method, 0, payload, **options)))


def main():
    connection = Connection(sys.argv[1])
    text = lambda value: field(1, value)
    said = lambda data: first(fields(data), 1).decode()

    print("unary:", said(connection.unary("Unary", text("hello"))))
    print("metadata:", said(connection.unary("UnaryMetadata", metadata=[("X-A", "1"), ("x-a", "2"), ("x-b", "ü")])))
    connection.unary("Unary", text(""), metadata=[("x-response-metadata", "1"), ("x-request-id", "py-1")])
    print("response metadata:", dict(connection.metadata).get("x-request-id"))
    print("server stream:", [said(item) for item in connection.items(
        connection.open("ServerStream", REMOTE_CLOSED, text("3")))])

    stream = connection.open("ClientStream", REMOTE_OPEN)
    for item in "a", "b":
        connection.send(stream, DATA, 0, text(item))
    connection.send(stream, DATA, REMOTE_CLOSED | NO_DATA)
    print("client stream:", said(next(connection.items(stream))))

    stream = connection.open("Bidi", REMOTE_OPEN)
    answers = connection.items(stream)
    for item in "one", "two":                        # in step
        connection.send(stream, DATA, 0, text(item))
        print("bidirectional:", said(next(answers)), "and beside it", said(connection.unary("Unary", text(item))))
    connection.send(stream, DATA, REMOTE_CLOSED | NO_DATA)
    print("bidirectional end:", list(answers))

    for method, payload, options in (("UnaryNotFound", text("x"), {}), ("UnaryDetails", text("why"), {}), ("Nope", b"", {}),
                                     ("UnaryWait", b"", {"timeout_nano": 50_000_000}), ("Unary", b"", {"timeout_nano": -1})):
        try:
            print("no error:", method, connection.unary(method, payload, **options))
        except Failed as error:
            others = {name: said(field(1, first(value, 1))) for name, value in error.details.items() if "StringValue" in name}
            print("error:", method, error.code, error.message, error.reason, bool(error.request_id), others)
    print("and the connection lives:", said(connection.unary("Unary", text("bye"))))


if __name__ == "__main__":
    main()
