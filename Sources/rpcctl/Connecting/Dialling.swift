// From flags and environment to a way to the server. Nothing is sent here: the connection opens with the first call.
internal import Glibc
internal import RPC

enum Dialling {
    @Sendable
    static func dial(_ options: GlobalOptions, _ environment: [String: String]) throws -> Rpcd {
        let authorization = try Credentials.authorization(
            key: options.apiKey, keyFile: options.apiKeyFile, environment: environment["SWITCHBOARD_API_KEY"]
        ) { path throws(InputError) in try InputSource.file(path, limit: 4096) }
        let choice = try EndpointChoice.choose(
            flag: options.endpoint, environment: environment["SWITCHBOARD_ENDPOINT"], uid: geteuid(),
            owner: EndpointChoice.ownerOfSocket)
        var configuration = ClientConnection.Configuration()
        if !choice.isGivenByHand {
            // The file's owner may have changed since we looked: the kernel says who really listens.
            configuration.allowedServerUIDs = [0, geteuid()]
        }
        if let timeout = options.timeout?.duration { configuration.connectTimeout = min(timeout, .seconds(5)) }
        var metadata = Metadata()
        if let authorization { metadata["authorization"] = authorization }
        let client = RPCClient(
            transport: ClientConnection(choice.endpoint, configuration: configuration), metadata: metadata)
        return Rpcd(
            client: client, endpoint: choice.endpoint, timeout: options.timeout?.duration, user: options.user)
    }
}
