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
        configuration.tls = try tls(options, environment, for: choice.endpoint)
        if let timeout = options.timeout?.duration { configuration.connectTimeout = min(timeout, .seconds(5)) }
        return try rpcd(
            at: choice.endpoint, over: ClientConnection(choice.endpoint, configuration: configuration), options,
            environment)
    }

    /// Whom to trust and what to show. What cannot be used is said before anything is dialled.
    static func tls(
        _ options: GlobalOptions, _ environment: [String: String], for endpoint: Endpoint
    ) throws(Failure) -> TLSOptions {
        var tls = TLSOptions()
        guard case .tls = endpoint else {
            // Who says this thinks that the connection is secure.
            guard options.tlsCa == nil, options.tlsCert == nil, options.tlsKey == nil else {
                throw .usage("--tls-ca, --tls-cert and --tls-key are for tls: endpoints, and \(endpoint) is none")
            }
            return tls
        }
        func file(_ flag: String?, _ name: String) -> String? {
            flag ?? environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        tls.authorities = file(options.tlsCa, "SWITCHBOARD_TLS_CA").map { [$0] } ?? []
        tls.certificate = file(options.tlsCert, "SWITCHBOARD_TLS_CLIENT_CERT")
        tls.key = file(options.tlsKey, "SWITCHBOARD_TLS_CLIENT_KEY")
        do {
            try tls.check()
        } catch {
            throw .usage(error.description)
        }
        return tls
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
