// Generated from switchboard/v1/system.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.SystemService.
package enum SystemMethods {
    package static let getStatus = Method(service: "switchboard.v1.SystemService", name: "GetStatus", kind: .unary)
    package static let listServices = Method(service: "switchboard.v1.SystemService", name: "ListServices", kind: .unary)
    package static let describeService = Method(service: "switchboard.v1.SystemService", name: "DescribeService", kind: .unary)
    package static let diagnose = Method(service: "switchboard.v1.SystemService", name: "Diagnose", kind: .unary)
    package static let backup = Method(service: "switchboard.v1.SystemService", name: "Backup", kind: .unary)
    package static let all = [getStatus, listServices, describeService, diagnose, backup]
}

/// The server itself.
package protocol SystemServiceProtocol: Sendable {
    /// Tells how the server is: what it listens on, how busy it is, which limits are in force.
    func getStatus(_ request: GetStatusRequest, context: CallContext) async throws -> SystemStatus

    /// Lists the services and their methods.
    func listServices(_ request: ListServicesRequest, context: CallContext) async throws -> ListServicesResponse

    /// Describes a service, a method, a message or an enum: fields, comments, routes, who may call. A name may be short
    /// where it is the only one, such as `MessagesService`, `SendText`, `Message`.
    func describeService(_ request: DescribeServiceRequest, context: CallContext) async throws -> Description

    /// Looks for what is wrong with the server, its files and its machine, and says what to do about it.
    func diagnose(_ request: DiagnoseRequest, context: CallContext) async throws -> Diagnosis

    /// Copies the database to a file on the server's machine while the server goes on, and checks the copy. Answers when it is
    /// done, which may take longer than the default deadline; a call that is given up leaves nothing behind.
    func backup(_ request: BackupRequest, context: CallContext) async throws -> BackupResponse
}

extension Router {
    /// Registers every method of switchboard.v1.SystemService.
    package mutating func register(_ service: some SystemServiceProtocol) {
        unary(SystemMethods.getStatus) { (request: GetStatusRequest, context: CallContext) async throws -> SystemStatus in
            try await service.getStatus(request, context: context)
        }
        unary(SystemMethods.listServices) { (request: ListServicesRequest, context: CallContext) async throws -> ListServicesResponse in
            try await service.listServices(request, context: context)
        }
        unary(SystemMethods.describeService) { (request: DescribeServiceRequest, context: CallContext) async throws -> Description in
            try await service.describeService(request, context: context)
        }
        unary(SystemMethods.diagnose) { (request: DiagnoseRequest, context: CallContext) async throws -> Diagnosis in
            try await service.diagnose(request, context: context)
        }
        unary(SystemMethods.backup) { (request: BackupRequest, context: CallContext) async throws -> BackupResponse in
            try await service.backup(request, context: context)
        }
    }
}

/// Calls switchboard.v1.SystemService.
package struct SystemClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Tells how the server is: what it listens on, how busy it is, which limits are in force.
    package func getStatus(_ request: GetStatusRequest, options: CallOptions = .init()) async throws -> SystemStatus {
        try await client.unary(SystemMethods.getStatus, request, options: options)
    }

    /// Lists the services and their methods.
    package func listServices(_ request: ListServicesRequest, options: CallOptions = .init()) async throws -> ListServicesResponse {
        try await client.unary(SystemMethods.listServices, request, options: options)
    }

    /// Describes a service, a method, a message or an enum: fields, comments, routes, who may call. A name may be short
    /// where it is the only one, such as `MessagesService`, `SendText`, `Message`.
    package func describeService(_ request: DescribeServiceRequest, options: CallOptions = .init()) async throws -> Description {
        try await client.unary(SystemMethods.describeService, request, options: options)
    }

    /// Looks for what is wrong with the server, its files and its machine, and says what to do about it.
    package func diagnose(_ request: DiagnoseRequest, options: CallOptions = .init()) async throws -> Diagnosis {
        try await client.unary(SystemMethods.diagnose, request, options: options)
    }

    /// Copies the database to a file on the server's machine while the server goes on, and checks the copy. Answers when it is
    /// done, which may take longer than the default deadline; a call that is given up leaves nothing behind.
    package func backup(_ request: BackupRequest, options: CallOptions = .init()) async throws -> BackupResponse {
        try await client.unary(SystemMethods.backup, request, options: options)
    }
}
