// What the server says about its own contract. The answers are worked out in Reflection/.

internal import Codec
package import Contract
package import RPC

extension SystemService {
    package func listServices(
        _ request: ListServicesRequest, context: CallContext
    ) async throws -> ListServicesResponse {
        .with { $0.services = Reflection.shared.services }
    }

    package func describeService(
        _ request: DescribeServiceRequest, context: CallContext
    ) async throws -> Description {
        try Reflection.shared.describe(request.name)
    }
}
