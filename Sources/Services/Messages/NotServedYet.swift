// What the contract describes and this server does not do yet.

package import Contract
package import RPC

extension MessagesService {
    private static var notServed: RPCError { RPCError.make(.notImplemented, "This server does not do that yet.") }

    package func sendBulk(
        _ requests: RequestStream<SendBulkRequest>, responses: ResponseWriter<SendBulkResponse>, context: CallContext
    ) async throws { throw Self.notServed }

    package func createTemplate(_ request: CreateTemplateRequest, context: CallContext) async throws -> Template {
        throw Self.notServed
    }

    package func getTemplate(_ request: GetTemplateRequest, context: CallContext) async throws -> Template {
        throw Self.notServed
    }

    package func listTemplates(
        _ request: ListTemplatesRequest, context: CallContext
    ) async throws -> ListTemplatesResponse { throw Self.notServed }

    package func updateTemplate(_ request: UpdateTemplateRequest, context: CallContext) async throws -> Template {
        throw Self.notServed
    }

    package func deleteTemplate(
        _ request: DeleteTemplateRequest, context: CallContext
    ) async throws -> DeleteTemplateResponse { throw Self.notServed }
}
