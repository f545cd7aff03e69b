// From flags and environment to a way to the server. Nothing is sent here: the connection opens with the first call.
//
// Who calls: what a flag says beats SWITCHBOARD_API_KEY, which beats a sign-in at this endpoint; without any of them the
// operating system says it, on rpcd's own socket.
internal import Glibc
internal import RPC

enum Dialling {
    @Sendable
    static func dial(_ options: GlobalOptions, _ environment: [String: String]) throws -> Rpcd {
        let choice = try EndpointChoice.choose(
            flag: options.endpoint, environment: environment["SWITCHBOARD_ENDPOINT"], uid: geteuid(),
            owner: EndpointChoice.ownerOfSocket)
        var configuration = ClientConnection.Configuration()
        if !choice.isGivenByHand {
            // The file's owner may have changed since we looked: the kernel says who really listens.
            configuration.allowedServerUIDs = [0, geteuid()]
        }
        if let timeout = options.timeout?.duration { configuration.connectTimeout = min(timeout, .seconds(5)) }
        return try rpcd(
            at: choice.endpoint, over: ClientConnection(choice.endpoint, configuration: configuration), options,
            environment)
    }

    /// - Parameter now: seconds since 1970.
    static func rpcd(
        at endpoint: Endpoint, over transport: any ClientTransport, _ options: GlobalOptions,
        _ environment: [String: String], now: @escaping @Sendable () -> Int64 = { Int64(time(nil)) }
    ) throws -> Rpcd {
        let authorization = try Credentials.authorization(
            key: options.apiKey, keyFile: options.apiKeyFile, token: options.token,
            environment: environment["SWITCHBOARD_API_KEY"]
        ) { path throws(InputError) in try InputSource.file(path, limit: 4096) }
        let place = SignInFile(environment: environment).map {
            SignInPlace(file: $0, endpoint: EndpointChoice.name(of: endpoint))
        }
        var metadata = Metadata()
        var transport = transport
        if let authorization {
            metadata["authorization"] = authorization
        } else if let place, let signIn = try place.read() {
            transport = SignedInTransport(transport, signIn, place, now: now)
        }
        return Rpcd(
            client: RPCClient(transport: transport, metadata: metadata), endpoint: endpoint,
            timeout: options.timeout?.duration, user: options.user, signInPlace: place, now: now)
    }
}
