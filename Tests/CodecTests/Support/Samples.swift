// Messages with something in every field.
import Codec
import TestContract

enum Samples {
    static let scalars = Scalars.with {
        $0.aDouble = -1.5
        $0.aFloat = 3.25
        $0.anInt32 = .min
        $0.anInt64 = -9_007_199_254_740_991
        $0.aUint32 = .max
        $0.aUint64 = 9_007_199_254_740_991
        $0.aSint32 = -2
        $0.aSint64 = -3
        $0.aFixed32 = 4
        $0.aFixed64 = 5
        $0.aSfixed32 = -6
        $0.aSfixed64 = -7
        $0.aBool = true
        $0.aString = "Grüße, 世界 👋"
        $0.someBytes = [0, 1, 0xff]
        $0.colour = .deepBlue
        $0.mood = .gloomy
    }

    static let lists = Lists.with {
        $0.doubles = [0, -0.5, 1e300]
        $0.floats = [0.25, -1]
        $0.int32s = [0, -1, .max]
        $0.int64s = [1, -9_007_199_254_740_991]
        $0.uint32s = [0, .max]
        $0.uint64s = [1 << 52]
        $0.sint32s = [.min, .max]
        $0.sint64s = [-1, 1]
        $0.fixed32s = [1, 2]
        $0.fixed64s = [3]
        $0.sfixed32s = [-4]
        $0.sfixed64s = [-5]
        $0.bools = [true, false, true]
        $0.strings = ["", "a", "ü"]
        $0.byteStrings = [[], [0], [1, 2]]
        $0.colours = [.unspecified, .red, .far]
        $0.points = [Point(), point(1, 2, "p")]
        $0.looseInt32s = [7, 0, -8]
        $0.looseFixed64s = [9]
        $0.looseBools = [false, true]
        $0.looseColours = [.red, .unspecified]
    }

    static let maps = Maps.with {
        $0.labels = ["": "", "a": "b"]
        $0.counts = ["zero": 0, "minus": -1]
        $0.points = [0: Point(), -5: point(3, 4, "q")]
        $0.colours = [true: .red, false: .unspecified]
        $0.blobs = ["x": [0, 255], "y": []]
        $0.ratios = [0: 0, .max: 1.5]
        $0.flags = [.min: true, 7: false]
    }

    static let choices: [Choices] = [
        Choices(),
        Choices.with { $0.choice = .word("") },
        Choices.with { $0.choice = .word("w") },
        Choices.with { $0.choice = .blob([]) },
        Choices.with { $0.choice = .blob([1]) },
        Choices.with { $0.choice = .count(0) },
        Choices.with { $0.choice = .yes(false) },
        Choices.with { $0.choice = .hue(.unspecified) },
        Choices.with { $0.choice = .point(Point()) },
        Choices.with { $0.choice = .point(point(1, 0, "")) },
        Choices.with { $0.choice = .at(timestamp(1, 0)) },
        Choices.with {
            $0.choice = .count(-1)
            $0.other = .ratio(0)
            $0.apart = "x"
        },
        Choices.with { $0.other = .place(Point()) },
    ]

    static let optionals: [Optionals] = [
        Optionals(),
        Optionals.with {
            $0.text = ""
            $0.number = 0
            $0.flag = false
            $0.blob = []
            $0.colour = .unspecified
            $0.point = Point()
        },
        Optionals.with {
            $0.text = "t"
            $0.number = -1
            $0.flag = true
            $0.blob = [9]
            $0.colour = .red
            $0.point = point(1, 2, "3")
        },
    ]

    static let tree = Tree.with {
        $0.name = "root"
        $0.left = Tree.with { $0.left = Tree.with { $0.name = "left left" } }
        $0.children = [Tree(), Tree.with { $0.name = "child" }]
        $0.byName = ["k": Tree.with { $0.name = "v" }]
        $0.either = .branch(Branch.with { $0.tree = Tree.with { $0.either = .inner(Tree()) } })
    }

    static let wide = Wide.with {
        $0.f01 = Point()
        $0.f64 = point(64, 0, "")
        $0.f65 = point(65, 0, "")
        $0.f66 = point(66, 0, "last")
    }

    static func point(_ x: Int32, _ y: Int32, _ label: String) -> Point {
        Point.with {
            $0.x = x
            $0.y = y
            $0.label = label
        }
    }

    static func timestamp(_ seconds: Int64, _ nanos: Int32) -> Timestamp {
        Timestamp.with {
            $0.seconds = seconds
            $0.nanos = nanos
        }
    }

    /// A tree whose `left` goes so many levels down.
    static func tree(depth: Int) -> Tree {
        var tree = Tree()
        for _ in 0..<depth {
            let inner = tree
            tree = Tree.with { $0.left = inner }
        }
        return tree
    }
}
