// What may stand in the fields of a webhook, for making and changing one alike.

internal import Contract
internal import Outbound
internal import RPC
internal import Store

extension FieldChecks {
    /// - Parameter rules: what says that an address is private also says that plain HTTP is not.
    mutating func webhookURL(_ text: String, _ rules: AddressRules) -> TargetURL? {
        do {
            let url = try TargetURL(text)
            require(
                url.scheme == .https || rules.allowsPrivate, "url", "must begin with https://: posts carry messages")
            // Names are looked up, and checked, at each post.
            if let address = url.address, let what = rules.refusal(of: address) {
                require(false, "url", "names an address that may not be connected to (\(what))")
            }
            return url
        } catch {
            require(false, "url", error.description)
            return nil
        }
    }

    mutating func webhookDescription(_ text: String) {
        let letters = text.unicodeScalars
        require(
            letters.count <= 200 && !letters.contains { $0.properties.generalCategory == .control }, "description",
            "must be at most 200 characters")
    }

    mutating func webhookHeaders(_ headers: [WebhookHeader]) {
        if let fault = WebhookHeaders.fault(headers) { require(false, "headers", fault) }
    }
}

/// Headers of the user's own, sent with each post.
enum WebhookHeaders {
    static let most = 16
    static let mostBytes = 4_096

    /// HTTP's own, and those that say what a post is: whoever could set them could change how it is read.
    private static let ours: Set<String> = [
        "host", "content-length", "content-type", "content-encoding", "transfer-encoding", "te", "trailer",
        "connection", "keep-alive", "upgrade", "expect", "accept-encoding", "user-agent", "date", "via", "forwarded",
    ]

    /// What is wrong with them; nil: nothing.
    static func fault(_ headers: [WebhookHeader]) -> String? {
        guard headers.count <= most else { return "must be at most \(most)" }
        guard headers.reduce(0, { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }) <= mostBytes else {
            return "must be at most \(mostBytes) bytes together"
        }
        var names: Set<String> = []
        for header in headers {
            let name = header.name.lowercased()
            guard (1...64).contains(name.utf8.count), name.utf8.allSatisfy(isTokenLetter) else {
                return "must have names of 1 to 64 letters, digits and -, such as x-token"
            }
            guard !ours.contains(name), !name.hasPrefix("webhook-"), !name.hasPrefix("proxy-"),
                !name.hasPrefix("x-forwarded-")
            else { return "may not set \(name)" }
            guard names.insert(name).inserted else { return "names \(name) twice" }
            guard header.value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !header.value.isEmpty,
                header.value.first != " ", header.value.last != " "
            else { return "must have values of printable ASCII, without spaces around them" }
        }
        return nil
    }

    /// RFC 9110, 5.6.2.
    private static func isTokenLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }

    /// How they are kept, sealed: neither names nor values hold a line feed or a colon before the first.
    static func bytes(_ headers: [WebhookHeader]) -> [UInt8]? {
        headers.isEmpty ? nil : Array(headers.map { "\($0.name):\($0.value)\n" }.joined().utf8)
    }

    static func parse(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self))
        }
    }
}
