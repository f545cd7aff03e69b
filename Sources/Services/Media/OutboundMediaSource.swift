// Files from strangers' servers, by the rules of BRIDGE.md for what users name: public addresses, one redirect at a time.

internal import Contract
package import Outbound

package struct OutboundMediaSource: MediaSource {
    private let client: OutboundClient
    private let limits: OutboundFetchLimits
    private let headers: [(name: String, value: String)]

    /// - Parameter version: of this server, which they are told.
    package init(client: OutboundClient, version: String, limits: OutboundFetchLimits = OutboundFetchLimits()) {
        self.client = client
        self.limits = limits
        // As it is: what is kept is the file, and its size is what is said.
        headers = [("user-agent", "Switchboard/\(version)"), ("accept", "*/*"), ("accept-encoding", "identity")]
    }

    package func fault(of url: String) -> String? {
        do {
            let target = try TargetURL(url)
            // Names are looked up, and checked, when they are connected to.
            return target.address.flatMap { client.rules.refusal(of: $0) }.map {
                "names an address that may not be connected to (\($0))"
            }
        } catch {
            return error.description
        }
    }

    package func fetch(
        _ url: String, for user: Int64, within limit: Duration,
        head: @escaping @Sendable (MediaHead) async throws -> Void,
        part: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws {
        let target: TargetURL
        do {
            target = try TargetURL(url)
        } catch {
            throw MediaSourceFault(.url, error.description)
        }
        var limits = limits
        limits.total = min(limits.total, limit)
        do {
            try await client.fetch(
                target, for: user, headers: headers, limits: limits, head: { try await head(try Self.head($0)) },
                part: part)
        } catch let fault as OutboundFault {
            throw Self.fault(fault)
        }
    }

    private static func head(_ answer: OutboundHead) throws -> MediaHead {
        guard answer.status == 200 else {
            // What may be otherwise in a while.
            let passes = answer.status >= 500 || [408, 425, 429].contains(answer.status)
            throw MediaSourceFault(passes ? .failed : .refused, "its server answered \(answer.status)")
        }
        let encoding = answer.header("content-encoding")?.lowercased() ?? ""
        guard ["", "identity"].contains(encoding) else { throw MediaSourceFault(.refused, "it comes compressed") }
        var head = MediaHead()
        head.type = answer.header("content-type") ?? ""
        head.length = answer.header("content-length").flatMap { Int64($0) }
        return head
    }

    private static func fault(_ fault: OutboundFault) -> MediaSourceFault {
        switch fault {
        case .refused: MediaSourceFault(.refused, fault.text)
        case .redirect: MediaSourceFault(.refused, fault.text)
        case .lookup, .noAddress, .connect, .tls, .timeout, .broken: MediaSourceFault(.failed, fault.text)
        }
    }
}
