// The version of this build: in --version, GetStatus, endpoints.json and what bridges are told.

enum Version {
    static let current = "0.1.0"
}
