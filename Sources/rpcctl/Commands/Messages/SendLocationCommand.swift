// `rpcctl send location`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SendLocationCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "location", abstract: "Send a place.",
        discussion: """
            As `send text`. A latitude in the south begins with a dash, so it goes behind `--`. \
            Example: rpcctl send location +4915112345678 52.5163,13.3777 --name 'Brandenburger Tor'
            """)

    @Argument(help: "+ and 7 to 15 digits (a leading 00 is read as +), or a WhatsApp id.")
    var recipient: String

    @Argument(help: ArgumentHelp("Degrees: latitude, a comma, longitude.", valueName: "latitude,longitude"))
    var place: Place

    @Option(help: "What the place is called.")
    var name: String = ""

    @Option(help: "Its address.")
    var address: String = ""

    @OptionGroup var options: SendOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        try await Sending(rpcd: rpcd, output: output, options: options.waiting).run { key, userID, call in
            var request = SendLocationRequest()
            request.take(options, recipient: recipient, key: key, userID: userID)
            request.latitude = .with { $0.value = place.latitude }
            request.longitude = .with { $0.value = place.longitude }
            request.name = name
            request.address = address
            return try await rpcd.messages.sendLocation(request, options: call)
        }
    }

    /// Two numbers; whether they are on the globe is the server's to say.
    struct Place: ExpressibleByArgument, Hashable {
        let latitude: Double
        let longitude: Double

        init?(argument: String) {
            let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map {
                Double($0.drop { $0 == " " })
            }
            guard parts.count == 2, let latitude = parts[0], let longitude = parts[1], latitude.isFinite,
                longitude.isFinite
            else { return nil }
            self.latitude = latitude
            self.longitude = longitude
        }
    }
}
