// How enums are spelled: `MESSAGE_STATUS_PENDING` is `pending` in the house, and null where it ends in UNSPECIFIED.
internal import CDescriptors
internal import Glibc

extension EnumSchema {
    /// `google.protobuf.NullValue`, which JSON spells null.
    var isNullValue: Bool { strcmp(table.pointee.name, "google.protobuf.NullValue") == 0 }

    /// The number of a name.
    /// - Parameter house: whether the house's spelling counts; the .proto's always does.
    func number(spelled name: UnsafeBufferPointer<UInt8>, house: Bool) -> Int32? {
        guard let values = table.pointee.values else { return nil }
        for index in 0..<Int(table.pointee.value_count) {
            let declared = UnsafeRawPointer(values[index].name).assumingMemoryBound(to: UInt8.self)
            if equal(declared, name, lowercased: false) { return values[index].number }
            if house, equal(declared + prefixLength(declared), name, lowercased: true) { return values[index].number }
        }
        return nil
    }

    /// The house's spelling of a number; nil for numbers without a name.
    func houseName(of number: Int32) -> String? {
        guard let name = name(of: number) else { return nil }
        let prefix = prefix
        return (name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : name[...]).lowercased()
    }

    /// Whether the house writes it as null: the value 0, where it is named …UNSPECIFIED.
    func isUnspecified(_ number: Int32) -> Bool {
        number == 0 && (name(of: 0)?.hasSuffix("UNSPECIFIED") ?? false)
    }

    private func prefixLength(_ name: UnsafePointer<UInt8>) -> Int {
        guard let prefix = table.pointee.prefix else { return 0 }
        let length = strlen(prefix)
        return strncmp(prefix, UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), length) == 0 ? length : 0
    }

    private func equal(
        _ declared: UnsafePointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>, lowercased: Bool
    ) -> Bool {
        for (index, byte) in name.enumerated() {
            var letter = declared[index]
            // The name holds no NUL, so this ends at the declared name's.
            if lowercased, (0x41...0x5a).contains(letter) { letter |= 0x20 }
            if letter != byte || letter == 0 { return false }
        }
        return declared[name.count] == 0
    }
}
