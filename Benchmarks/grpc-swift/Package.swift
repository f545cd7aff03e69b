// swift-tools-version: 6.1

// grpc-swift-2 as a peer of the benchmarks, bench.Echo over a Unix socket, and swift-protobuf beside codec-bench. A
// package of its own, so that nobody who builds Switchboard builds gRPC; not part of CI. `Benchmarks/run.sh grpc-swift
// codec` builds and measures them.
import PackageDescription

let package = Package(
    name: "grpc-swift-server",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/grpc/grpc-swift-2", exact: "2.4.3"),
        .package(url: "https://github.com/grpc/grpc-swift-nio-transport", exact: "2.9.2"),
        .package(url: "https://github.com/grpc/grpc-swift-protobuf", exact: "2.4.1"),
        .package(url: "https://github.com/apple/swift-protobuf", exact: "1.39.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    ],
    targets: [
        .executableTarget(
            name: "grpc-swift-server",
            dependencies: [
                .product(name: "GRPCCore", package: "grpc-swift-2"),
                .product(name: "GRPCNIOTransportHTTP2Posix", package: "grpc-swift-nio-transport"),
                .product(name: "GRPCProtobuf", package: "grpc-swift-protobuf"),
                .product(name: "SwiftProtobuf", package: "swift-protobuf"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .executableTarget(
            name: "swift-protobuf-codec",
            dependencies: [.product(name: "SwiftProtobuf", package: "swift-protobuf")]),
    ]
)
