// swift-tools-version: 6.1

// The rooms of the house and who may enter which: docs/ARCHITECTURE.md has the map, `make lint` checks the imports.
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
]
let tls: [Target.Dependency] = [
    .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "NIOTLS", package: "swift-nio"),
]
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "switchboard",
    products: [
        .library(name: "Codec", targets: ["Codec"]),
        .library(name: "RPC", targets: ["RPC"]),
        .executable(name: "rpcd", targets: ["rpcd"]),
        .executable(name: "rpcctl", targets: ["rpcctl"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    ],
    targets: [
        .systemLibrary(name: "CProtobufC", pkgConfig: "libprotobuf-c", providers: [.apt(["libprotobuf-c-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CClock"),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CDescriptors", dependencies: ["CProtobufC"]),
        .target(name: "CMessages", dependencies: ["CDescriptors"]),
        .target(name: "Codec", dependencies: ["CDescriptors", "CProtobufC"], swiftSettings: strict),
        .target(name: "RPC", dependencies: ["Codec", "COpenSSL", logging] + nio + tls, swiftSettings: strict),
        .executableTarget(
            name: "protoc-gen-switchboard", dependencies: ["CDescriptors", "CProtobufC"], swiftSettings: strict),
        .target(name: "Contract", dependencies: ["RPC", "Codec", "CMessages", "CDescriptors"], swiftSettings: strict),
        .target(name: "Store", dependencies: ["CSQLite"], swiftSettings: strict),
        .target(name: "Prometheus", dependencies: [metrics], swiftSettings: strict),
        .target(name: "QRCode", dependencies: ["CQRCode", "CPNG"], swiftSettings: strict),
        .target(
            name: "Outbound",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ] + nio,
            swiftSettings: strict),
        .target(
            name: "Services", dependencies: ["Contract", "RPC", "Codec", "Store", "Outbound", "COpenSSL", logging],
            swiftSettings: strict),
        .target(
            name: "Gateway",
            dependencies: [
                "Contract", "RPC", "Codec", "QRCode", "CZlib",
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOHTTP1", package: "swift-nio"), logging,
            ] + nio,
            swiftSettings: strict),
        .executableTarget(
            name: "rpcd",
            dependencies: [
                "CMalloc", "CClock", "Services", "Gateway", "Store", "Contract", "RPC", "Codec", "Prometheus",
                "Outbound",
                arguments, logging,
                metrics, .product(name: "Yams", package: "Yams"),
            ] + nio,
            swiftSettings: strict),
        .executableTarget(
            name: "rpcctl", dependencies: ["Contract", "RPC", "Codec", "QRCode", "COpenSSL", arguments],
            swiftSettings: strict),

        .target(name: "CBenchMessages", dependencies: ["CDescriptors"], path: "Benchmarks/CBenchMessages"),
        .target(
            name: "BenchContract", dependencies: ["RPC", "Codec", "CBenchMessages", "CDescriptors"],
            path: "Benchmarks/BenchContract", swiftSettings: strict),
        .executableTarget(
            name: "echo-server", dependencies: ["BenchContract", "RPC", "Codec", arguments, logging] + nio,
            path: "Benchmarks/echo-server", swiftSettings: strict),
        .target(name: "CCodecBench", dependencies: ["CDescriptors", "CProtobufC"], path: "Benchmarks/CCodecBench"),
        .executableTarget(
            name: "codec-bench",
            dependencies: [
                "BenchContract", "CBenchMessages", "CCodecBench", "CMessages", "CProtobufC", "Contract", "RPC", "Codec",
            ] + nio,
            path: "Benchmarks/codec-bench", swiftSettings: strict),
        .executableTarget(
            name: "bare-http",
            dependencies: [
                arguments, logging, .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ] + nio,
            path: "Benchmarks/bare-http", swiftSettings: strict),
        .executableTarget(
            name: "key-check", dependencies: ["Services", "Store", "Contract", "RPC", arguments],
            path: "Benchmarks/key-check", swiftSettings: strict),

        .target(name: "CTestMessages", dependencies: ["CDescriptors"], path: "Tests/CTestMessages"),
        .target(
            name: "TestContract", dependencies: ["RPC", "Codec", "CTestMessages", "CDescriptors"],
            path: "Tests/TestContract", swiftSettings: strict),
        .target(
            name: "TestKit",
            dependencies: [
                "Services", "Store", "Contract", "RPC", "Codec", "Outbound", logging,
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ] + nio + tls,
            path: "Tests/TestKit", swiftSettings: strict),
        .target(name: "TestCertificates", path: "Tests/TestCertificates", swiftSettings: strict),
        .testTarget(
            name: "CodecTests", dependencies: ["Codec", "TestContract", "CDescriptors", "CProtobufC"],
            swiftSettings: strict),
        .testTarget(
            name: "RPCTests", dependencies: ["RPC", "Codec", "CDescriptors", "TestCertificates", logging] + nio + tls,
            swiftSettings: strict),
        .testTarget(
            name: "GeneratorTests",
            dependencies: ["protoc-gen-switchboard", "Contract", "RPC", "Codec", "CDescriptors", "CProtobufC"],
            swiftSettings: strict),
        .testTarget(name: "StoreTests", dependencies: ["Store", "CSQLite"], swiftSettings: strict),
        .testTarget(
            name: "OutboundTests",
            dependencies: ["Outbound", "TestKit", "TestCertificates"] + nio + tls,
            swiftSettings: strict),
        .testTarget(name: "PrometheusTests", dependencies: ["Prometheus", metrics], swiftSettings: strict),
        .testTarget(name: "QRCodeTests", dependencies: ["QRCode"], swiftSettings: strict),
        .testTarget(
            name: "ServicesTests",
            dependencies: [
                "Services", "Store", "Contract", "RPC", "Codec", "Outbound", "TestKit", "COpenSSL", logging,
            ] + nio,
            swiftSettings: strict),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "Gateway", "CZlib", "Services", "Store", "Contract", "RPC", "Codec", "TestKit", "TestCertificates",
                logging,
            ] + nio,
            swiftSettings: strict),
        .testTarget(
            name: "RpcctlTests",
            dependencies: ["rpcctl", "QRCode", "Contract", "RPC", "Codec", "TestCertificates", arguments] + nio,
            swiftSettings: strict),
        .testTarget(
            name: "RpcdTests",
            dependencies: [
                "rpcd", "Services", "Store", "Contract", "RPC", "Codec", "Prometheus", "TestKit", "TestCertificates",
                arguments, logging,
            ]
                + nio,
            swiftSettings: strict),
        .testTarget(
            name: "EndToEnd",
            dependencies: ["Contract", "RPC", "Codec", "TestCertificates", "TestKit", "rpcd", "rpcctl"],
            swiftSettings: strict),
    ]
)
