// What the server says about its own contract.

package import Contract
package import RPC

extension SystemService {
    package func listServices(
        _ request: ListServicesRequest, context: CallContext
    ) async throws -> ListServicesResponse {
        throw RPCError.make(.notImplemented, "Reflection is not built yet.")
    }

    package func describeService(
        _ request: DescribeServiceRequest, context: CallContext
    ) async throws -> Description {
        throw RPCError.make(.notImplemented, "Reflection is not built yet.")
    }
}
