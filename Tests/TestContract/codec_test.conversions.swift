// Generated from codec_test.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC
internal import CTestMessages
package import Codec

extension Point {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__point__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Point.self)
        self.x = c.pointee.x
        self.y = c.pointee.y
        self.label = Unpacked.string(c.pointee.label)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Point.self)
        c.pointee.x = self.x
        c.pointee.y = self.y
        c.pointee.label = arena.bytes(self.label)
    }
}

extension Scalars {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__scalars__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Scalars.self)
        self.aDouble = c.pointee.a_double
        self.aFloat = c.pointee.a_float
        self.anInt32 = c.pointee.an_int32
        self.anInt64 = c.pointee.an_int64
        self.aUint32 = c.pointee.a_uint32
        self.aUint64 = c.pointee.a_uint64
        self.aSint32 = c.pointee.a_sint32
        self.aSint64 = c.pointee.a_sint64
        self.aFixed32 = c.pointee.a_fixed32
        self.aFixed64 = c.pointee.a_fixed64
        self.aSfixed32 = c.pointee.a_sfixed32
        self.aSfixed64 = c.pointee.a_sfixed64
        self.aBool = c.pointee.a_bool != 0
        self.aString = Unpacked.string(c.pointee.a_string)
        self.someBytes = Unpacked.bytes(c.pointee.some_bytes)
        self.colour = Unpacked.enumeration(c.pointee.colour)
        self.mood = Unpacked.enumeration(c.pointee.mood)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Scalars.self)
        c.pointee.a_double = self.aDouble
        c.pointee.a_float = self.aFloat
        c.pointee.an_int32 = self.anInt32
        c.pointee.an_int64 = self.anInt64
        c.pointee.a_uint32 = self.aUint32
        c.pointee.a_uint64 = self.aUint64
        c.pointee.a_sint32 = self.aSint32
        c.pointee.a_sint64 = self.aSint64
        c.pointee.a_fixed32 = self.aFixed32
        c.pointee.a_fixed64 = self.aFixed64
        c.pointee.a_sfixed32 = self.aSfixed32
        c.pointee.a_sfixed64 = self.aSfixed64
        c.pointee.a_bool = self.aBool ? 1 : 0
        c.pointee.a_string = arena.bytes(self.aString)
        c.pointee.some_bytes = arena.bytes(self.someBytes)
        c.pointee.colour = Packed.enumeration(self.colour)
        c.pointee.mood = Packed.enumeration(self.mood)
    }
}

extension Lists {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__lists__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Lists.self)
        self.doubles = Unpacked.numbers(c.pointee.n_doubles, c.pointee.doubles)
        self.floats = Unpacked.numbers(c.pointee.n_floats, c.pointee.floats)
        self.int32s = Unpacked.numbers(c.pointee.n_int32s, c.pointee.int32s)
        self.int64s = Unpacked.numbers(c.pointee.n_int64s, c.pointee.int64s)
        self.uint32s = Unpacked.numbers(c.pointee.n_uint32s, c.pointee.uint32s)
        self.uint64s = Unpacked.numbers(c.pointee.n_uint64s, c.pointee.uint64s)
        self.sint32s = Unpacked.numbers(c.pointee.n_sint32s, c.pointee.sint32s)
        self.sint64s = Unpacked.numbers(c.pointee.n_sint64s, c.pointee.sint64s)
        self.fixed32s = Unpacked.numbers(c.pointee.n_fixed32s, c.pointee.fixed32s)
        self.fixed64s = Unpacked.numbers(c.pointee.n_fixed64s, c.pointee.fixed64s)
        self.sfixed32s = Unpacked.numbers(c.pointee.n_sfixed32s, c.pointee.sfixed32s)
        self.sfixed64s = Unpacked.numbers(c.pointee.n_sfixed64s, c.pointee.sfixed64s)
        self.bools = Unpacked.flags(c.pointee.n_bools, c.pointee.bools)
        self.strings = Unpacked.strings(c.pointee.n_strings, c.pointee.strings)
        self.byteStrings = Unpacked.byteStrings(c.pointee.n_byte_strings, c.pointee.byte_strings)
        self.colours = Unpacked.enumerations(c.pointee.n_colours, c.pointee.colours)
        self.points = Unpacked.messages(c.pointee.n_points, c.pointee.points)
        self.looseInt32s = Unpacked.numbers(c.pointee.n_loose_int32s, c.pointee.loose_int32s)
        self.looseFixed64s = Unpacked.numbers(c.pointee.n_loose_fixed64s, c.pointee.loose_fixed64s)
        self.looseBools = Unpacked.flags(c.pointee.n_loose_bools, c.pointee.loose_bools)
        self.looseColours = Unpacked.enumerations(c.pointee.n_loose_colours, c.pointee.loose_colours)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Lists.self)
        (c.pointee.n_doubles, c.pointee.doubles) = arena.numbers(self.doubles)
        (c.pointee.n_floats, c.pointee.floats) = arena.numbers(self.floats)
        (c.pointee.n_int32s, c.pointee.int32s) = arena.numbers(self.int32s)
        (c.pointee.n_int64s, c.pointee.int64s) = arena.numbers(self.int64s)
        (c.pointee.n_uint32s, c.pointee.uint32s) = arena.numbers(self.uint32s)
        (c.pointee.n_uint64s, c.pointee.uint64s) = arena.numbers(self.uint64s)
        (c.pointee.n_sint32s, c.pointee.sint32s) = arena.numbers(self.sint32s)
        (c.pointee.n_sint64s, c.pointee.sint64s) = arena.numbers(self.sint64s)
        (c.pointee.n_fixed32s, c.pointee.fixed32s) = arena.numbers(self.fixed32s)
        (c.pointee.n_fixed64s, c.pointee.fixed64s) = arena.numbers(self.fixed64s)
        (c.pointee.n_sfixed32s, c.pointee.sfixed32s) = arena.numbers(self.sfixed32s)
        (c.pointee.n_sfixed64s, c.pointee.sfixed64s) = arena.numbers(self.sfixed64s)
        (c.pointee.n_bools, c.pointee.bools) = arena.flags(self.bools)
        (c.pointee.n_strings, c.pointee.strings) = arena.strings(self.strings)
        (c.pointee.n_byte_strings, c.pointee.byte_strings) = arena.byteStrings(self.byteStrings)
        (c.pointee.n_colours, c.pointee.colours) = arena.enumerations(self.colours)
        (c.pointee.n_points, c.pointee.points) = arena.messages(self.points)
        (c.pointee.n_loose_int32s, c.pointee.loose_int32s) = arena.numbers(self.looseInt32s)
        (c.pointee.n_loose_fixed64s, c.pointee.loose_fixed64s) = arena.numbers(self.looseFixed64s)
        (c.pointee.n_loose_bools, c.pointee.loose_bools) = arena.flags(self.looseBools)
        (c.pointee.n_loose_colours, c.pointee.loose_colours) = arena.enumerations(self.looseColours)
    }
}

extension Maps {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__maps__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Maps.self)
        self.labels = Unpacked.map(c.pointee.n_labels, c.pointee.labels) { (Unpacked.string($0.pointee.key), Unpacked.string($0.pointee.value)) }
        self.counts = Unpacked.map(c.pointee.n_counts, c.pointee.counts) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        self.points = Unpacked.map(c.pointee.n_points, c.pointee.points) { ($0.pointee.key, Unpacked.message($0.pointee.value) ?? Point()) }
        self.colours = Unpacked.map(c.pointee.n_colours, c.pointee.colours) { ($0.pointee.key != 0, Unpacked.enumeration($0.pointee.value)) }
        self.blobs = Unpacked.map(c.pointee.n_blobs, c.pointee.blobs) { (Unpacked.string($0.pointee.key), Unpacked.bytes($0.pointee.value)) }
        self.ratios = Unpacked.map(c.pointee.n_ratios, c.pointee.ratios) { ($0.pointee.key, $0.pointee.value) }
        self.flags = Unpacked.map(c.pointee.n_flags, c.pointee.flags) { ($0.pointee.key, $0.pointee.value != 0) }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Maps.self)
        (c.pointee.n_labels, c.pointee.labels) = arena.map(self.labels, switchboard__test__maps__labels_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
        (c.pointee.n_counts, c.pointee.counts) = arena.map(self.counts, switchboard__test__maps__counts_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        (c.pointee.n_points, c.pointee.points) = arena.map(self.points, switchboard__test__maps__points_entry__init) { entry, key, value in
            entry.pointee.key = key
            entry.pointee.value = arena.message(value)
        }
        (c.pointee.n_colours, c.pointee.colours) = arena.map(self.colours, switchboard__test__maps__colours_entry__init) { entry, key, value in
            entry.pointee.key = key ? 1 : 0
            entry.pointee.value = Packed.enumeration(value)
        }
        (c.pointee.n_blobs, c.pointee.blobs) = arena.map(self.blobs, switchboard__test__maps__blobs_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
        (c.pointee.n_ratios, c.pointee.ratios) = arena.map(self.ratios, switchboard__test__maps__ratios_entry__init) { entry, key, value in
            entry.pointee.key = key
            entry.pointee.value = value
        }
        (c.pointee.n_flags, c.pointee.flags) = arena.map(self.flags, switchboard__test__maps__flags_entry__init) { entry, key, value in
            entry.pointee.key = key
            entry.pointee.value = value ? 1 : 0
        }
    }
}

extension Choices {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__choices__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Choices.self)
        switch c.pointee.choice_case.rawValue {
        case 1: self.choice = .word(Unpacked.string(c.pointee.word))
        case 2: self.choice = .blob(Unpacked.bytes(c.pointee.blob))
        case 3: self.choice = .count(c.pointee.count)
        case 4: self.choice = .yes(c.pointee.yes != 0)
        case 5: self.choice = .hue(Unpacked.enumeration(c.pointee.hue))
        case 6: self.choice = .point(Unpacked.message(c.pointee.point) ?? Point())
        case 7: self.choice = .at(Unpacked.message(c.pointee.at) ?? Timestamp())
        default: break
        }
        switch c.pointee.other_case.rawValue {
        case 8: self.other = .ratio(c.pointee.ratio)
        case 9: self.other = .place(Unpacked.message(c.pointee.place) ?? Point())
        default: break
        }
        self.apart = Unpacked.string(c.pointee.apart)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Choices.self)
        switch self.choice {
        case .word(let value):
            c.pointee.choice_case = .init(rawValue: 1)
            c.pointee.word = arena.bytes(value)
        case .blob(let value):
            c.pointee.choice_case = .init(rawValue: 2)
            c.pointee.blob = arena.bytes(value)
        case .count(let value):
            c.pointee.choice_case = .init(rawValue: 3)
            c.pointee.count = value
        case .yes(let value):
            c.pointee.choice_case = .init(rawValue: 4)
            c.pointee.yes = value ? 1 : 0
        case .hue(let value):
            c.pointee.choice_case = .init(rawValue: 5)
            c.pointee.hue = Packed.enumeration(value)
        case .point(let value):
            c.pointee.choice_case = .init(rawValue: 6)
            c.pointee.point = arena.message(value)
        case .at(let value):
            c.pointee.choice_case = .init(rawValue: 7)
            c.pointee.at = arena.message(value)
        case nil: break
        }
        switch self.other {
        case .ratio(let value):
            c.pointee.other_case = .init(rawValue: 8)
            c.pointee.ratio = value
        case .place(let value):
            c.pointee.other_case = .init(rawValue: 9)
            c.pointee.place = arena.message(value)
        case nil: break
        }
        c.pointee.apart = arena.bytes(self.apart)
    }
}

extension Optionals {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__optionals__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Optionals.self)
        if c.pointee._text_case.rawValue == 1 {
            self.text = Unpacked.string(c.pointee.text)
        }
        if c.pointee._number_case.rawValue == 2 {
            self.number = c.pointee.number
        }
        if c.pointee._flag_case.rawValue == 3 {
            self.flag = c.pointee.flag != 0
        }
        if c.pointee._blob_case.rawValue == 4 {
            self.blob = Unpacked.bytes(c.pointee.blob)
        }
        if c.pointee._colour_case.rawValue == 5 {
            self.colour = Unpacked.enumeration(c.pointee.colour)
        }
        if c.pointee._point_case.rawValue == 6 {
            self.point = Unpacked.message(c.pointee.point)
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Optionals.self)
        if let value = self.text {
            c.pointee._text_case = .init(rawValue: 1)
            c.pointee.text = arena.bytes(value)
        }
        if let value = self.number {
            c.pointee._number_case = .init(rawValue: 2)
            c.pointee.number = value
        }
        if let value = self.flag {
            c.pointee._flag_case = .init(rawValue: 3)
            c.pointee.flag = value ? 1 : 0
        }
        if let value = self.blob {
            c.pointee._blob_case = .init(rawValue: 4)
            c.pointee.blob = arena.bytes(value)
        }
        if let value = self.colour {
            c.pointee._colour_case = .init(rawValue: 5)
            c.pointee.colour = Packed.enumeration(value)
        }
        if let value = self.point {
            c.pointee._point_case = .init(rawValue: 6)
            c.pointee.point = arena.message(value)
        }
    }
}

extension Tree {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__tree__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Tree.self)
        self.name = Unpacked.string(c.pointee.name)
        self.left = Unpacked.message(c.pointee.left)
        self.children = Unpacked.messages(c.pointee.n_children, c.pointee.children)
        self.byName = Unpacked.map(c.pointee.n_by_name, c.pointee.by_name) { (Unpacked.string($0.pointee.key), Unpacked.message($0.pointee.value) ?? Tree()) }
        switch c.pointee.either_case.rawValue {
        case 5: self.either = .inner(Unpacked.message(c.pointee.inner) ?? Tree())
        case 6: self.either = .branch(Unpacked.message(c.pointee.branch) ?? Branch())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Tree.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.left = arena.message(self.left)
        (c.pointee.n_children, c.pointee.children) = arena.messages(self.children)
        (c.pointee.n_by_name, c.pointee.by_name) = arena.map(self.byName, switchboard__test__tree__by_name_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.message(value)
        }
        switch self.either {
        case .inner(let value):
            c.pointee.either_case = .init(rawValue: 5)
            c.pointee.inner = arena.message(value)
        case .branch(let value):
            c.pointee.either_case = .init(rawValue: 6)
            c.pointee.branch = arena.message(value)
        case nil: break
        }
    }
}

extension Branch {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__branch__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Branch.self)
        self.tree = Unpacked.message(c.pointee.tree)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Branch.self)
        c.pointee.tree = arena.message(self.tree)
    }
}

extension WellKnowns {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__well_knowns__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__WellKnowns.self)
        self.at = Unpacked.message(c.pointee.at)
        self.lasts = Unpacked.message(c.pointee.lasts)
        self.mask = Unpacked.message(c.pointee.mask)
        self.empty = Unpacked.message(c.pointee.empty)
        self.`any` = Unpacked.message(c.pointee.any)
        self.object = Unpacked.message(c.pointee.object)
        self.value = Unpacked.message(c.pointee.value)
        self.list = Unpacked.message(c.pointee.list)
        self.small = Unpacked.message(c.pointee.small)
        self.large = Unpacked.message(c.pointee.large)
        self.text = Unpacked.message(c.pointee.text)
        self.flag = Unpacked.message(c.pointee.flag)
        self.ratio = Unpacked.message(c.pointee.ratio)
        self.blob = Unpacked.message(c.pointee.blob)
        self.times = Unpacked.messages(c.pointee.n_times, c.pointee.times)
        self.values = Unpacked.messages(c.pointee.n_values, c.pointee.values)
        self.valuesBy = Unpacked.map(c.pointee.n_values_by, c.pointee.values_by) { (Unpacked.string($0.pointee.key), Unpacked.message($0.pointee.value) ?? ValueMessage()) }
        self.smallUnsigned = Unpacked.message(c.pointee.small_unsigned)
        self.largeUnsigned = Unpacked.message(c.pointee.large_unsigned)
        self.shortRatio = Unpacked.message(c.pointee.short_ratio)
        self.nothing = Unpacked.enumeration(c.pointee.nothing)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__WellKnowns.self)
        c.pointee.at = arena.message(self.at)
        c.pointee.lasts = arena.message(self.lasts)
        c.pointee.mask = arena.message(self.mask)
        c.pointee.empty = arena.message(self.empty)
        c.pointee.any = arena.message(self.`any`)
        c.pointee.object = arena.message(self.object)
        c.pointee.value = arena.message(self.value)
        c.pointee.list = arena.message(self.list)
        c.pointee.small = arena.message(self.small)
        c.pointee.large = arena.message(self.large)
        c.pointee.text = arena.message(self.text)
        c.pointee.flag = arena.message(self.flag)
        c.pointee.ratio = arena.message(self.ratio)
        c.pointee.blob = arena.message(self.blob)
        (c.pointee.n_times, c.pointee.times) = arena.messages(self.times)
        (c.pointee.n_values, c.pointee.values) = arena.messages(self.values)
        (c.pointee.n_values_by, c.pointee.values_by) = arena.map(self.valuesBy, switchboard__test__well_knowns__values_by_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.message(value)
        }
        c.pointee.small_unsigned = arena.message(self.smallUnsigned)
        c.pointee.large_unsigned = arena.message(self.largeUnsigned)
        c.pointee.short_ratio = arena.message(self.shortRatio)
        c.pointee.nothing = Packed.enumeration(self.nothing)
    }
}

extension Outer {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__outer__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Outer.self)
        self.messages = Unpacked.messages(c.pointee.n_messages, c.pointee.messages)
        self.first = Unpacked.message(c.pointee.first)
        self.byName = Unpacked.map(c.pointee.n_by_name, c.pointee.by_name) { (Unpacked.string($0.pointee.key), Unpacked.message($0.pointee.value) ?? Outer.Inner()) }
        self.oddName = Unpacked.string(c.pointee.odd_name)
        self.last = c.pointee.last
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Outer.self)
        (c.pointee.n_messages, c.pointee.messages) = arena.messages(self.messages)
        c.pointee.first = arena.message(self.first)
        (c.pointee.n_by_name, c.pointee.by_name) = arena.map(self.byName, switchboard__test__outer__by_name_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.message(value)
        }
        c.pointee.odd_name = arena.bytes(self.oddName)
        c.pointee.last = self.last
    }
}

extension Outer.Inner {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__outer__inner__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Outer__Inner.self)
        self.recipient = Unpacked.string(c.pointee.recipient)
        self.sessionId = c.pointee.session_id
        self.kind = Unpacked.enumeration(c.pointee.kind)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Outer__Inner.self)
        c.pointee.recipient = arena.bytes(self.recipient)
        c.pointee.session_id = self.sessionId
        c.pointee.kind = Packed.enumeration(self.kind)
    }
}

extension Wide {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__wide__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Wide.self)
        self.f01 = Unpacked.message(c.pointee.f01)
        self.f02 = Unpacked.message(c.pointee.f02)
        self.f03 = Unpacked.message(c.pointee.f03)
        self.f04 = Unpacked.message(c.pointee.f04)
        self.f05 = Unpacked.message(c.pointee.f05)
        self.f06 = Unpacked.message(c.pointee.f06)
        self.f07 = Unpacked.message(c.pointee.f07)
        self.f08 = Unpacked.message(c.pointee.f08)
        self.f09 = Unpacked.message(c.pointee.f09)
        self.f10 = Unpacked.message(c.pointee.f10)
        self.f11 = Unpacked.message(c.pointee.f11)
        self.f12 = Unpacked.message(c.pointee.f12)
        self.f13 = Unpacked.message(c.pointee.f13)
        self.f14 = Unpacked.message(c.pointee.f14)
        self.f15 = Unpacked.message(c.pointee.f15)
        self.f16 = Unpacked.message(c.pointee.f16)
        self.f17 = Unpacked.message(c.pointee.f17)
        self.f18 = Unpacked.message(c.pointee.f18)
        self.f19 = Unpacked.message(c.pointee.f19)
        self.f20 = Unpacked.message(c.pointee.f20)
        self.f21 = Unpacked.message(c.pointee.f21)
        self.f22 = Unpacked.message(c.pointee.f22)
        self.f23 = Unpacked.message(c.pointee.f23)
        self.f24 = Unpacked.message(c.pointee.f24)
        self.f25 = Unpacked.message(c.pointee.f25)
        self.f26 = Unpacked.message(c.pointee.f26)
        self.f27 = Unpacked.message(c.pointee.f27)
        self.f28 = Unpacked.message(c.pointee.f28)
        self.f29 = Unpacked.message(c.pointee.f29)
        self.f30 = Unpacked.message(c.pointee.f30)
        self.f31 = Unpacked.message(c.pointee.f31)
        self.f32 = Unpacked.message(c.pointee.f32)
        self.f33 = Unpacked.message(c.pointee.f33)
        self.f34 = Unpacked.message(c.pointee.f34)
        self.f35 = Unpacked.message(c.pointee.f35)
        self.f36 = Unpacked.message(c.pointee.f36)
        self.f37 = Unpacked.message(c.pointee.f37)
        self.f38 = Unpacked.message(c.pointee.f38)
        self.f39 = Unpacked.message(c.pointee.f39)
        self.f40 = Unpacked.message(c.pointee.f40)
        self.f41 = Unpacked.message(c.pointee.f41)
        self.f42 = Unpacked.message(c.pointee.f42)
        self.f43 = Unpacked.message(c.pointee.f43)
        self.f44 = Unpacked.message(c.pointee.f44)
        self.f45 = Unpacked.message(c.pointee.f45)
        self.f46 = Unpacked.message(c.pointee.f46)
        self.f47 = Unpacked.message(c.pointee.f47)
        self.f48 = Unpacked.message(c.pointee.f48)
        self.f49 = Unpacked.message(c.pointee.f49)
        self.f50 = Unpacked.message(c.pointee.f50)
        self.f51 = Unpacked.message(c.pointee.f51)
        self.f52 = Unpacked.message(c.pointee.f52)
        self.f53 = Unpacked.message(c.pointee.f53)
        self.f54 = Unpacked.message(c.pointee.f54)
        self.f55 = Unpacked.message(c.pointee.f55)
        self.f56 = Unpacked.message(c.pointee.f56)
        self.f57 = Unpacked.message(c.pointee.f57)
        self.f58 = Unpacked.message(c.pointee.f58)
        self.f59 = Unpacked.message(c.pointee.f59)
        self.f60 = Unpacked.message(c.pointee.f60)
        self.f61 = Unpacked.message(c.pointee.f61)
        self.f62 = Unpacked.message(c.pointee.f62)
        self.f63 = Unpacked.message(c.pointee.f63)
        self.f64 = Unpacked.message(c.pointee.f64)
        self.f65 = Unpacked.message(c.pointee.f65)
        self.f66 = Unpacked.message(c.pointee.f66)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Wide.self)
        c.pointee.f01 = arena.message(self.f01)
        c.pointee.f02 = arena.message(self.f02)
        c.pointee.f03 = arena.message(self.f03)
        c.pointee.f04 = arena.message(self.f04)
        c.pointee.f05 = arena.message(self.f05)
        c.pointee.f06 = arena.message(self.f06)
        c.pointee.f07 = arena.message(self.f07)
        c.pointee.f08 = arena.message(self.f08)
        c.pointee.f09 = arena.message(self.f09)
        c.pointee.f10 = arena.message(self.f10)
        c.pointee.f11 = arena.message(self.f11)
        c.pointee.f12 = arena.message(self.f12)
        c.pointee.f13 = arena.message(self.f13)
        c.pointee.f14 = arena.message(self.f14)
        c.pointee.f15 = arena.message(self.f15)
        c.pointee.f16 = arena.message(self.f16)
        c.pointee.f17 = arena.message(self.f17)
        c.pointee.f18 = arena.message(self.f18)
        c.pointee.f19 = arena.message(self.f19)
        c.pointee.f20 = arena.message(self.f20)
        c.pointee.f21 = arena.message(self.f21)
        c.pointee.f22 = arena.message(self.f22)
        c.pointee.f23 = arena.message(self.f23)
        c.pointee.f24 = arena.message(self.f24)
        c.pointee.f25 = arena.message(self.f25)
        c.pointee.f26 = arena.message(self.f26)
        c.pointee.f27 = arena.message(self.f27)
        c.pointee.f28 = arena.message(self.f28)
        c.pointee.f29 = arena.message(self.f29)
        c.pointee.f30 = arena.message(self.f30)
        c.pointee.f31 = arena.message(self.f31)
        c.pointee.f32 = arena.message(self.f32)
        c.pointee.f33 = arena.message(self.f33)
        c.pointee.f34 = arena.message(self.f34)
        c.pointee.f35 = arena.message(self.f35)
        c.pointee.f36 = arena.message(self.f36)
        c.pointee.f37 = arena.message(self.f37)
        c.pointee.f38 = arena.message(self.f38)
        c.pointee.f39 = arena.message(self.f39)
        c.pointee.f40 = arena.message(self.f40)
        c.pointee.f41 = arena.message(self.f41)
        c.pointee.f42 = arena.message(self.f42)
        c.pointee.f43 = arena.message(self.f43)
        c.pointee.f44 = arena.message(self.f44)
        c.pointee.f45 = arena.message(self.f45)
        c.pointee.f46 = arena.message(self.f46)
        c.pointee.f47 = arena.message(self.f47)
        c.pointee.f48 = arena.message(self.f48)
        c.pointee.f49 = arena.message(self.f49)
        c.pointee.f50 = arena.message(self.f50)
        c.pointee.f51 = arena.message(self.f51)
        c.pointee.f52 = arena.message(self.f52)
        c.pointee.f53 = arena.message(self.f53)
        c.pointee.f54 = arena.message(self.f54)
        c.pointee.f55 = arena.message(self.f55)
        c.pointee.f56 = arena.message(self.f56)
        c.pointee.f57 = arena.message(self.f57)
        c.pointee.f58 = arena.message(self.f58)
        c.pointee.f59 = arena.message(self.f59)
        c.pointee.f60 = arena.message(self.f60)
        c.pointee.f61 = arena.message(self.f61)
        c.pointee.f62 = arena.message(self.f62)
        c.pointee.f63 = arena.message(self.f63)
        c.pointee.f64 = arena.message(self.f64)
        c.pointee.f65 = arena.message(self.f65)
        c.pointee.f66 = arena.message(self.f66)
    }
}

extension Nothing {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__nothing__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}
