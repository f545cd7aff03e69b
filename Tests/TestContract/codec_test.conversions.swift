// Generated from codec_test.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC
internal import CTestMessages
package import Codec

extension Point {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__point__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Point.self)
        x = c.pointee.x
        y = c.pointee.y
        label = Unpacked.string(c.pointee.label)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Point.self)
        c.pointee.x = x
        c.pointee.y = y
        c.pointee.label = arena.bytes(label)
    }
}

extension Scalars {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__scalars__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Scalars.self)
        aDouble = c.pointee.a_double
        aFloat = c.pointee.a_float
        anInt32 = c.pointee.an_int32
        anInt64 = c.pointee.an_int64
        aUint32 = c.pointee.a_uint32
        aUint64 = c.pointee.a_uint64
        aSint32 = c.pointee.a_sint32
        aSint64 = c.pointee.a_sint64
        aFixed32 = c.pointee.a_fixed32
        aFixed64 = c.pointee.a_fixed64
        aSfixed32 = c.pointee.a_sfixed32
        aSfixed64 = c.pointee.a_sfixed64
        aBool = c.pointee.a_bool != 0
        aString = Unpacked.string(c.pointee.a_string)
        someBytes = Unpacked.bytes(c.pointee.some_bytes)
        colour = Unpacked.enumeration(c.pointee.colour)
        mood = Unpacked.enumeration(c.pointee.mood)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Scalars.self)
        c.pointee.a_double = aDouble
        c.pointee.a_float = aFloat
        c.pointee.an_int32 = anInt32
        c.pointee.an_int64 = anInt64
        c.pointee.a_uint32 = aUint32
        c.pointee.a_uint64 = aUint64
        c.pointee.a_sint32 = aSint32
        c.pointee.a_sint64 = aSint64
        c.pointee.a_fixed32 = aFixed32
        c.pointee.a_fixed64 = aFixed64
        c.pointee.a_sfixed32 = aSfixed32
        c.pointee.a_sfixed64 = aSfixed64
        c.pointee.a_bool = aBool ? 1 : 0
        c.pointee.a_string = arena.bytes(aString)
        c.pointee.some_bytes = arena.bytes(someBytes)
        c.pointee.colour = Packed.enumeration(colour)
        c.pointee.mood = Packed.enumeration(mood)
    }
}

extension Lists {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__lists__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Lists.self)
        doubles = Unpacked.numbers(c.pointee.n_doubles, c.pointee.doubles)
        floats = Unpacked.numbers(c.pointee.n_floats, c.pointee.floats)
        int32s = Unpacked.numbers(c.pointee.n_int32s, c.pointee.int32s)
        int64s = Unpacked.numbers(c.pointee.n_int64s, c.pointee.int64s)
        uint32s = Unpacked.numbers(c.pointee.n_uint32s, c.pointee.uint32s)
        uint64s = Unpacked.numbers(c.pointee.n_uint64s, c.pointee.uint64s)
        sint32s = Unpacked.numbers(c.pointee.n_sint32s, c.pointee.sint32s)
        sint64s = Unpacked.numbers(c.pointee.n_sint64s, c.pointee.sint64s)
        fixed32s = Unpacked.numbers(c.pointee.n_fixed32s, c.pointee.fixed32s)
        fixed64s = Unpacked.numbers(c.pointee.n_fixed64s, c.pointee.fixed64s)
        sfixed32s = Unpacked.numbers(c.pointee.n_sfixed32s, c.pointee.sfixed32s)
        sfixed64s = Unpacked.numbers(c.pointee.n_sfixed64s, c.pointee.sfixed64s)
        bools = Unpacked.flags(c.pointee.n_bools, c.pointee.bools)
        strings = Unpacked.strings(c.pointee.n_strings, c.pointee.strings)
        byteStrings = Unpacked.byteStrings(c.pointee.n_byte_strings, c.pointee.byte_strings)
        colours = Unpacked.enumerations(c.pointee.n_colours, c.pointee.colours)
        points = Unpacked.messages(c.pointee.n_points, c.pointee.points)
        looseInt32s = Unpacked.numbers(c.pointee.n_loose_int32s, c.pointee.loose_int32s)
        looseFixed64s = Unpacked.numbers(c.pointee.n_loose_fixed64s, c.pointee.loose_fixed64s)
        looseBools = Unpacked.flags(c.pointee.n_loose_bools, c.pointee.loose_bools)
        looseColours = Unpacked.enumerations(c.pointee.n_loose_colours, c.pointee.loose_colours)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Lists.self)
        (c.pointee.n_doubles, c.pointee.doubles) = arena.numbers(doubles)
        (c.pointee.n_floats, c.pointee.floats) = arena.numbers(floats)
        (c.pointee.n_int32s, c.pointee.int32s) = arena.numbers(int32s)
        (c.pointee.n_int64s, c.pointee.int64s) = arena.numbers(int64s)
        (c.pointee.n_uint32s, c.pointee.uint32s) = arena.numbers(uint32s)
        (c.pointee.n_uint64s, c.pointee.uint64s) = arena.numbers(uint64s)
        (c.pointee.n_sint32s, c.pointee.sint32s) = arena.numbers(sint32s)
        (c.pointee.n_sint64s, c.pointee.sint64s) = arena.numbers(sint64s)
        (c.pointee.n_fixed32s, c.pointee.fixed32s) = arena.numbers(fixed32s)
        (c.pointee.n_fixed64s, c.pointee.fixed64s) = arena.numbers(fixed64s)
        (c.pointee.n_sfixed32s, c.pointee.sfixed32s) = arena.numbers(sfixed32s)
        (c.pointee.n_sfixed64s, c.pointee.sfixed64s) = arena.numbers(sfixed64s)
        (c.pointee.n_bools, c.pointee.bools) = arena.flags(bools)
        (c.pointee.n_strings, c.pointee.strings) = arena.strings(strings)
        (c.pointee.n_byte_strings, c.pointee.byte_strings) = arena.byteStrings(byteStrings)
        (c.pointee.n_colours, c.pointee.colours) = arena.enumerations(colours)
        (c.pointee.n_points, c.pointee.points) = arena.messages(points)
        (c.pointee.n_loose_int32s, c.pointee.loose_int32s) = arena.numbers(looseInt32s)
        (c.pointee.n_loose_fixed64s, c.pointee.loose_fixed64s) = arena.numbers(looseFixed64s)
        (c.pointee.n_loose_bools, c.pointee.loose_bools) = arena.flags(looseBools)
        (c.pointee.n_loose_colours, c.pointee.loose_colours) = arena.enumerations(looseColours)
    }
}

extension Maps {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__maps__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Maps.self)
        labels = Unpacked.map(c.pointee.n_labels, c.pointee.labels) { (Unpacked.string($0.pointee.key), Unpacked.string($0.pointee.value)) }
        counts = Unpacked.map(c.pointee.n_counts, c.pointee.counts) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        points = Unpacked.map(c.pointee.n_points, c.pointee.points) { ($0.pointee.key, Unpacked.message($0.pointee.value) ?? Point()) }
        colours = Unpacked.map(c.pointee.n_colours, c.pointee.colours) { ($0.pointee.key != 0, Unpacked.enumeration($0.pointee.value)) }
        blobs = Unpacked.map(c.pointee.n_blobs, c.pointee.blobs) { (Unpacked.string($0.pointee.key), Unpacked.bytes($0.pointee.value)) }
        ratios = Unpacked.map(c.pointee.n_ratios, c.pointee.ratios) { ($0.pointee.key, $0.pointee.value) }
        flags = Unpacked.map(c.pointee.n_flags, c.pointee.flags) { ($0.pointee.key, $0.pointee.value != 0) }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Maps.self)
        (c.pointee.n_labels, c.pointee.labels) = arena.map(labels, switchboard__test__maps__labels_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
        (c.pointee.n_counts, c.pointee.counts) = arena.map(counts, switchboard__test__maps__counts_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        (c.pointee.n_points, c.pointee.points) = arena.map(points, switchboard__test__maps__points_entry__init) { entry, key, value in
            entry.pointee.key = key
            entry.pointee.value = arena.message(value)
        }
        (c.pointee.n_colours, c.pointee.colours) = arena.map(colours, switchboard__test__maps__colours_entry__init) { entry, key, value in
            entry.pointee.key = key ? 1 : 0
            entry.pointee.value = Packed.enumeration(value)
        }
        (c.pointee.n_blobs, c.pointee.blobs) = arena.map(blobs, switchboard__test__maps__blobs_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
        (c.pointee.n_ratios, c.pointee.ratios) = arena.map(ratios, switchboard__test__maps__ratios_entry__init) { entry, key, value in
            entry.pointee.key = key
            entry.pointee.value = value
        }
        (c.pointee.n_flags, c.pointee.flags) = arena.map(flags, switchboard__test__maps__flags_entry__init) { entry, key, value in
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
        case 1: choice = .word(Unpacked.string(c.pointee.word))
        case 2: choice = .blob(Unpacked.bytes(c.pointee.blob))
        case 3: choice = .count(c.pointee.count)
        case 4: choice = .yes(c.pointee.yes != 0)
        case 5: choice = .hue(Unpacked.enumeration(c.pointee.hue))
        case 6: choice = .point(Unpacked.message(c.pointee.point) ?? Point())
        case 7: choice = .at(Unpacked.message(c.pointee.at) ?? Timestamp())
        default: break
        }
        switch c.pointee.other_case.rawValue {
        case 8: other = .ratio(c.pointee.ratio)
        case 9: other = .place(Unpacked.message(c.pointee.place) ?? Point())
        default: break
        }
        apart = Unpacked.string(c.pointee.apart)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Choices.self)
        switch choice {
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
        switch other {
        case .ratio(let value):
            c.pointee.other_case = .init(rawValue: 8)
            c.pointee.ratio = value
        case .place(let value):
            c.pointee.other_case = .init(rawValue: 9)
            c.pointee.place = arena.message(value)
        case nil: break
        }
        c.pointee.apart = arena.bytes(apart)
    }
}

extension Optionals {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__optionals__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Optionals.self)
        if c.pointee._text_case.rawValue == 1 {
            text = Unpacked.string(c.pointee.text)
        }
        if c.pointee._number_case.rawValue == 2 {
            number = c.pointee.number
        }
        if c.pointee._flag_case.rawValue == 3 {
            flag = c.pointee.flag != 0
        }
        if c.pointee._blob_case.rawValue == 4 {
            blob = Unpacked.bytes(c.pointee.blob)
        }
        if c.pointee._colour_case.rawValue == 5 {
            colour = Unpacked.enumeration(c.pointee.colour)
        }
        if c.pointee._point_case.rawValue == 6 {
            point = Unpacked.message(c.pointee.point)
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Optionals.self)
        if let text {
            c.pointee._text_case = .init(rawValue: 1)
            c.pointee.text = arena.bytes(text)
        }
        if let number {
            c.pointee._number_case = .init(rawValue: 2)
            c.pointee.number = number
        }
        if let flag {
            c.pointee._flag_case = .init(rawValue: 3)
            c.pointee.flag = flag ? 1 : 0
        }
        if let blob {
            c.pointee._blob_case = .init(rawValue: 4)
            c.pointee.blob = arena.bytes(blob)
        }
        if let colour {
            c.pointee._colour_case = .init(rawValue: 5)
            c.pointee.colour = Packed.enumeration(colour)
        }
        if let point {
            c.pointee._point_case = .init(rawValue: 6)
            c.pointee.point = arena.message(point)
        }
    }
}

extension Tree {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__tree__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Tree.self)
        name = Unpacked.string(c.pointee.name)
        left = Unpacked.message(c.pointee.left)
        children = Unpacked.messages(c.pointee.n_children, c.pointee.children)
        byName = Unpacked.map(c.pointee.n_by_name, c.pointee.by_name) { (Unpacked.string($0.pointee.key), Unpacked.message($0.pointee.value) ?? Tree()) }
        switch c.pointee.either_case.rawValue {
        case 5: either = .inner(Unpacked.message(c.pointee.inner) ?? Tree())
        case 6: either = .branch(Unpacked.message(c.pointee.branch) ?? Branch())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Tree.self)
        c.pointee.name = arena.bytes(name)
        c.pointee.left = arena.message(left)
        (c.pointee.n_children, c.pointee.children) = arena.messages(children)
        (c.pointee.n_by_name, c.pointee.by_name) = arena.map(byName, switchboard__test__tree__by_name_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.message(value)
        }
        switch either {
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
        tree = Unpacked.message(c.pointee.tree)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Branch.self)
        c.pointee.tree = arena.message(tree)
    }
}

extension WellKnowns {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__well_knowns__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__WellKnowns.self)
        at = Unpacked.message(c.pointee.at)
        lasts = Unpacked.message(c.pointee.lasts)
        mask = Unpacked.message(c.pointee.mask)
        empty = Unpacked.message(c.pointee.empty)
        `any` = Unpacked.message(c.pointee.any)
        object = Unpacked.message(c.pointee.object)
        value = Unpacked.message(c.pointee.value)
        list = Unpacked.message(c.pointee.list)
        small = Unpacked.message(c.pointee.small)
        large = Unpacked.message(c.pointee.large)
        text = Unpacked.message(c.pointee.text)
        flag = Unpacked.message(c.pointee.flag)
        ratio = Unpacked.message(c.pointee.ratio)
        blob = Unpacked.message(c.pointee.blob)
        times = Unpacked.messages(c.pointee.n_times, c.pointee.times)
        values = Unpacked.messages(c.pointee.n_values, c.pointee.values)
        valuesBy = Unpacked.map(c.pointee.n_values_by, c.pointee.values_by) { (Unpacked.string($0.pointee.key), Unpacked.message($0.pointee.value) ?? ValueMessage()) }
        smallUnsigned = Unpacked.message(c.pointee.small_unsigned)
        largeUnsigned = Unpacked.message(c.pointee.large_unsigned)
        shortRatio = Unpacked.message(c.pointee.short_ratio)
        nothing = Unpacked.enumeration(c.pointee.nothing)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__WellKnowns.self)
        c.pointee.at = arena.message(at)
        c.pointee.lasts = arena.message(lasts)
        c.pointee.mask = arena.message(mask)
        c.pointee.empty = arena.message(empty)
        c.pointee.any = arena.message(`any`)
        c.pointee.object = arena.message(object)
        c.pointee.value = arena.message(value)
        c.pointee.list = arena.message(list)
        c.pointee.small = arena.message(small)
        c.pointee.large = arena.message(large)
        c.pointee.text = arena.message(text)
        c.pointee.flag = arena.message(flag)
        c.pointee.ratio = arena.message(ratio)
        c.pointee.blob = arena.message(blob)
        (c.pointee.n_times, c.pointee.times) = arena.messages(times)
        (c.pointee.n_values, c.pointee.values) = arena.messages(values)
        (c.pointee.n_values_by, c.pointee.values_by) = arena.map(valuesBy, switchboard__test__well_knowns__values_by_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.message(value)
        }
        c.pointee.small_unsigned = arena.message(smallUnsigned)
        c.pointee.large_unsigned = arena.message(largeUnsigned)
        c.pointee.short_ratio = arena.message(shortRatio)
        c.pointee.nothing = Packed.enumeration(nothing)
    }
}

extension Outer {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__outer__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Outer.self)
        messages = Unpacked.messages(c.pointee.n_messages, c.pointee.messages)
        first = Unpacked.message(c.pointee.first)
        byName = Unpacked.map(c.pointee.n_by_name, c.pointee.by_name) { (Unpacked.string($0.pointee.key), Unpacked.message($0.pointee.value) ?? Outer.Inner()) }
        oddName = Unpacked.string(c.pointee.odd_name)
        last = c.pointee.last
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Outer.self)
        (c.pointee.n_messages, c.pointee.messages) = arena.messages(messages)
        c.pointee.first = arena.message(first)
        (c.pointee.n_by_name, c.pointee.by_name) = arena.map(byName, switchboard__test__outer__by_name_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.message(value)
        }
        c.pointee.odd_name = arena.bytes(oddName)
        c.pointee.last = last
    }
}

extension Outer.Inner {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__outer__inner__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Outer__Inner.self)
        recipient = Unpacked.string(c.pointee.recipient)
        sessionId = c.pointee.session_id
        kind = Unpacked.enumeration(c.pointee.kind)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Outer__Inner.self)
        c.pointee.recipient = arena.bytes(recipient)
        c.pointee.session_id = sessionId
        c.pointee.kind = Packed.enumeration(kind)
    }
}

extension Wide {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__wide__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Wide.self)
        f01 = Unpacked.message(c.pointee.f01)
        f02 = Unpacked.message(c.pointee.f02)
        f03 = Unpacked.message(c.pointee.f03)
        f04 = Unpacked.message(c.pointee.f04)
        f05 = Unpacked.message(c.pointee.f05)
        f06 = Unpacked.message(c.pointee.f06)
        f07 = Unpacked.message(c.pointee.f07)
        f08 = Unpacked.message(c.pointee.f08)
        f09 = Unpacked.message(c.pointee.f09)
        f10 = Unpacked.message(c.pointee.f10)
        f11 = Unpacked.message(c.pointee.f11)
        f12 = Unpacked.message(c.pointee.f12)
        f13 = Unpacked.message(c.pointee.f13)
        f14 = Unpacked.message(c.pointee.f14)
        f15 = Unpacked.message(c.pointee.f15)
        f16 = Unpacked.message(c.pointee.f16)
        f17 = Unpacked.message(c.pointee.f17)
        f18 = Unpacked.message(c.pointee.f18)
        f19 = Unpacked.message(c.pointee.f19)
        f20 = Unpacked.message(c.pointee.f20)
        f21 = Unpacked.message(c.pointee.f21)
        f22 = Unpacked.message(c.pointee.f22)
        f23 = Unpacked.message(c.pointee.f23)
        f24 = Unpacked.message(c.pointee.f24)
        f25 = Unpacked.message(c.pointee.f25)
        f26 = Unpacked.message(c.pointee.f26)
        f27 = Unpacked.message(c.pointee.f27)
        f28 = Unpacked.message(c.pointee.f28)
        f29 = Unpacked.message(c.pointee.f29)
        f30 = Unpacked.message(c.pointee.f30)
        f31 = Unpacked.message(c.pointee.f31)
        f32 = Unpacked.message(c.pointee.f32)
        f33 = Unpacked.message(c.pointee.f33)
        f34 = Unpacked.message(c.pointee.f34)
        f35 = Unpacked.message(c.pointee.f35)
        f36 = Unpacked.message(c.pointee.f36)
        f37 = Unpacked.message(c.pointee.f37)
        f38 = Unpacked.message(c.pointee.f38)
        f39 = Unpacked.message(c.pointee.f39)
        f40 = Unpacked.message(c.pointee.f40)
        f41 = Unpacked.message(c.pointee.f41)
        f42 = Unpacked.message(c.pointee.f42)
        f43 = Unpacked.message(c.pointee.f43)
        f44 = Unpacked.message(c.pointee.f44)
        f45 = Unpacked.message(c.pointee.f45)
        f46 = Unpacked.message(c.pointee.f46)
        f47 = Unpacked.message(c.pointee.f47)
        f48 = Unpacked.message(c.pointee.f48)
        f49 = Unpacked.message(c.pointee.f49)
        f50 = Unpacked.message(c.pointee.f50)
        f51 = Unpacked.message(c.pointee.f51)
        f52 = Unpacked.message(c.pointee.f52)
        f53 = Unpacked.message(c.pointee.f53)
        f54 = Unpacked.message(c.pointee.f54)
        f55 = Unpacked.message(c.pointee.f55)
        f56 = Unpacked.message(c.pointee.f56)
        f57 = Unpacked.message(c.pointee.f57)
        f58 = Unpacked.message(c.pointee.f58)
        f59 = Unpacked.message(c.pointee.f59)
        f60 = Unpacked.message(c.pointee.f60)
        f61 = Unpacked.message(c.pointee.f61)
        f62 = Unpacked.message(c.pointee.f62)
        f63 = Unpacked.message(c.pointee.f63)
        f64 = Unpacked.message(c.pointee.f64)
        f65 = Unpacked.message(c.pointee.f65)
        f66 = Unpacked.message(c.pointee.f66)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__Test__Wide.self)
        c.pointee.f01 = arena.message(f01)
        c.pointee.f02 = arena.message(f02)
        c.pointee.f03 = arena.message(f03)
        c.pointee.f04 = arena.message(f04)
        c.pointee.f05 = arena.message(f05)
        c.pointee.f06 = arena.message(f06)
        c.pointee.f07 = arena.message(f07)
        c.pointee.f08 = arena.message(f08)
        c.pointee.f09 = arena.message(f09)
        c.pointee.f10 = arena.message(f10)
        c.pointee.f11 = arena.message(f11)
        c.pointee.f12 = arena.message(f12)
        c.pointee.f13 = arena.message(f13)
        c.pointee.f14 = arena.message(f14)
        c.pointee.f15 = arena.message(f15)
        c.pointee.f16 = arena.message(f16)
        c.pointee.f17 = arena.message(f17)
        c.pointee.f18 = arena.message(f18)
        c.pointee.f19 = arena.message(f19)
        c.pointee.f20 = arena.message(f20)
        c.pointee.f21 = arena.message(f21)
        c.pointee.f22 = arena.message(f22)
        c.pointee.f23 = arena.message(f23)
        c.pointee.f24 = arena.message(f24)
        c.pointee.f25 = arena.message(f25)
        c.pointee.f26 = arena.message(f26)
        c.pointee.f27 = arena.message(f27)
        c.pointee.f28 = arena.message(f28)
        c.pointee.f29 = arena.message(f29)
        c.pointee.f30 = arena.message(f30)
        c.pointee.f31 = arena.message(f31)
        c.pointee.f32 = arena.message(f32)
        c.pointee.f33 = arena.message(f33)
        c.pointee.f34 = arena.message(f34)
        c.pointee.f35 = arena.message(f35)
        c.pointee.f36 = arena.message(f36)
        c.pointee.f37 = arena.message(f37)
        c.pointee.f38 = arena.message(f38)
        c.pointee.f39 = arena.message(f39)
        c.pointee.f40 = arena.message(f40)
        c.pointee.f41 = arena.message(f41)
        c.pointee.f42 = arena.message(f42)
        c.pointee.f43 = arena.message(f43)
        c.pointee.f44 = arena.message(f44)
        c.pointee.f45 = arena.message(f45)
        c.pointee.f46 = arena.message(f46)
        c.pointee.f47 = arena.message(f47)
        c.pointee.f48 = arena.message(f48)
        c.pointee.f49 = arena.message(f49)
        c.pointee.f50 = arena.message(f50)
        c.pointee.f51 = arena.message(f51)
        c.pointee.f52 = arena.message(f52)
        c.pointee.f53 = arena.message(f53)
        c.pointee.f54 = arena.message(f54)
        c.pointee.f55 = arena.message(f55)
        c.pointee.f56 = arena.message(f56)
        c.pointee.f57 = arena.message(f57)
        c.pointee.f58 = arena.message(f58)
        c.pointee.f59 = arena.message(f59)
        c.pointee.f60 = arena.message(f60)
        c.pointee.f61 = arena.message(f61)
        c.pointee.f62 = arena.message(f62)
        c.pointee.f63 = arena.message(f63)
        c.pointee.f64 = arena.message(f64)
        c.pointee.f65 = arena.message(f65)
        c.pointee.f66 = arena.message(f66)
    }
}

extension Nothing {
    package static var schema: MessageSchema { MessageSchema(switchboard__test__nothing__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}
