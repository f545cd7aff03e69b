// Generated from codec_test.proto by scripts/generate.sh. Do not edit.

package import Codec

package enum Colour: ProtoEnum {
    case unspecified
    case red
    case deepBlue
    /// A gap in the numbers.
    case far
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .red
        case 2: self = .deepBlue
        case 1000: self = .far
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .red: 1
        case .deepBlue: 2
        case .far: 1000
        case .unrecognized(let number): number
        }
    }
}

/// No common prefix, a negative number, an alias.
package enum Mood: ProtoEnum {
    case calm
    case happy
    case gloomy
    /// A number that this version does not know.
    case unrecognized(Int32)

    package static var glad: Self { .happy }

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .calm
        case 1: self = .happy
        case -1: self = .gloomy
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .calm: 0
        case .happy: 1
        case .gloomy: -1
        case .unrecognized(let number): number
        }
    }
}

package struct Point: ProtoMessage {
    package var x: Int32 = 0
    package var y: Int32 = 0
    package var label: String = ""

    package init() {}
}

package struct Scalars: ProtoMessage {
    package var aDouble: Double = 0
    package var aFloat: Float = 0
    package var anInt32: Int32 = 0
    package var anInt64: Int64 = 0
    package var aUint32: UInt32 = 0
    package var aUint64: UInt64 = 0
    package var aSint32: Int32 = 0
    package var aSint64: Int64 = 0
    package var aFixed32: UInt32 = 0
    package var aFixed64: UInt64 = 0
    package var aSfixed32: Int32 = 0
    package var aSfixed64: Int64 = 0
    package var aBool: Bool = false
    package var aString: String = ""
    package var someBytes: [UInt8] = []
    package var colour: Colour = .init()
    package var mood: Mood = .init()

    package init() {}
}

package struct Lists: ProtoMessage {
    package var doubles: [Double] = []
    package var floats: [Float] = []
    package var int32s: [Int32] = []
    package var int64s: [Int64] = []
    package var uint32s: [UInt32] = []
    package var uint64s: [UInt64] = []
    package var sint32s: [Int32] = []
    package var sint64s: [Int64] = []
    package var fixed32s: [UInt32] = []
    package var fixed64s: [UInt64] = []
    package var sfixed32s: [Int32] = []
    package var sfixed64s: [Int64] = []
    package var bools: [Bool] = []
    package var strings: [String] = []
    package var byteStrings: [[UInt8]] = []
    package var colours: [Colour] = []
    package var points: [Point] = []
    package var looseInt32s: [Int32] = []
    package var looseFixed64s: [UInt64] = []
    package var looseBools: [Bool] = []
    package var looseColours: [Colour] = []

    package init() {}
}

package struct Maps: ProtoMessage {
    package var labels: [String: String] = [:]
    package var counts: [String: Int32] = [:]
    package var points: [Int32: Point] = [:]
    package var colours: [Bool: Colour] = [:]
    package var blobs: [String: [UInt8]] = [:]
    package var ratios: [UInt64: Double] = [:]
    package var flags: [Int64: Bool] = [:]

    package init() {}
}

package struct Choices: ProtoMessage {
    package var choice: OneOfChoice?
    package var other: OneOfOther?
    package var apart: String = ""

    package init() {}

    package enum OneOfChoice: Sendable, Hashable {
        case word(String)
        case blob([UInt8])
        case count(Int64)
        case yes(Bool)
        case hue(Colour)
        case point(Point)
        case at(Timestamp)
    }

    package enum OneOfOther: Sendable, Hashable {
        case ratio(Double)
        case place(Point)
    }
}

package struct Optionals: ProtoMessage {
    package var text: String?
    package var number: Int32?
    package var flag: Bool?
    package var blob: [UInt8]?
    package var colour: Colour?
    package var point: Point?

    package init() {}
}

/// Contains itself directly, through a list, a map, a oneof and another message.
package struct Tree: ProtoMessage {
    package var name: String = ""
    @Indirect package var left: Tree?
    package var children: [Tree] = []
    package var byName: [String: Tree] = [:]
    package var either: OneOfEither?

    package init() {}

    package indirect enum OneOfEither: Sendable, Hashable {
        case inner(Tree)
        case branch(Branch)
    }
}

package struct Branch: ProtoMessage {
    @Indirect package var tree: Tree?

    package init() {}
}

package struct WellKnowns: ProtoMessage {
    package var at: Timestamp?
    package var lasts: DurationMessage?
    package var mask: FieldMask?
    package var empty: Empty?
    package var `any`: AnyMessage?
    package var object: StructMessage?
    package var value: ValueMessage?
    package var list: ListValue?
    package var small: Int32Value?
    package var large: Int64Value?
    package var text: StringValue?
    package var flag: BoolValue?
    package var ratio: DoubleValue?
    package var blob: BytesValue?
    package var times: [Timestamp] = []
    package var values: [ValueMessage] = []
    package var valuesBy: [String: ValueMessage] = [:]
    package var smallUnsigned: UInt32Value?
    package var largeUnsigned: UInt64Value?
    package var shortRatio: FloatValue?
    package var nothing: NullValue = .init()

    package init() {}
}

/// The shape of what a client sends, for error paths and names.
package struct Outer: ProtoMessage {
    package var messages: [Outer.Inner] = []
    package var first: Outer.Inner?
    package var byName: [String: Outer.Inner] = [:]
    package var oddName: String = ""
    /// Far from dense numbers.
    package var last: Int32 = 0

    package init() {}

    package struct Inner: ProtoMessage {
        package var recipient: String = ""
        package var sessionId: Int64 = 0
        package var kind: Outer.Inner.Kind = .init()

        package init() {}

        package enum Kind: ProtoEnum {
            case unspecified
            case text
            /// A number that this version does not know.
            case unrecognized(Int32)

            package init() { self.init(rawValue: 0) }

            package init(rawValue: Int32) {
                switch rawValue {
                case 0: self = .unspecified
                case 1: self = .text
                default: self = .unrecognized(rawValue)
                }
            }

            package var rawValue: Int32 {
                switch self {
                case .unspecified: 0
                case .text: 1
                case .unrecognized(let number): number
                }
            }
        }
    }
}

/// More than 64 fields, so that presence needs more than one word.
package struct Wide: ProtoMessage {
    package var f01: Point?
    package var f02: Point?
    package var f03: Point?
    package var f04: Point?
    package var f05: Point?
    package var f06: Point?
    package var f07: Point?
    package var f08: Point?
    package var f09: Point?
    package var f10: Point?
    package var f11: Point?
    package var f12: Point?
    package var f13: Point?
    package var f14: Point?
    package var f15: Point?
    package var f16: Point?
    package var f17: Point?
    package var f18: Point?
    package var f19: Point?
    package var f20: Point?
    package var f21: Point?
    package var f22: Point?
    package var f23: Point?
    package var f24: Point?
    package var f25: Point?
    package var f26: Point?
    package var f27: Point?
    package var f28: Point?
    package var f29: Point?
    package var f30: Point?
    package var f31: Point?
    package var f32: Point?
    package var f33: Point?
    package var f34: Point?
    package var f35: Point?
    package var f36: Point?
    package var f37: Point?
    package var f38: Point?
    package var f39: Point?
    package var f40: Point?
    package var f41: Point?
    package var f42: Point?
    package var f43: Point?
    package var f44: Point?
    package var f45: Point?
    package var f46: Point?
    package var f47: Point?
    package var f48: Point?
    package var f49: Point?
    package var f50: Point?
    package var f51: Point?
    package var f52: Point?
    package var f53: Point?
    package var f54: Point?
    package var f55: Point?
    package var f56: Point?
    package var f57: Point?
    package var f58: Point?
    package var f59: Point?
    package var f60: Point?
    package var f61: Point?
    package var f62: Point?
    package var f63: Point?
    package var f64: Point?
    package var f65: Point?
    package var f66: Point?

    package init() {}
}

package struct Nothing: ProtoMessage {
    package init() {}
}
