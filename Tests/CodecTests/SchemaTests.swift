// Schemas: what the generated tables say about messages, fields and enums.
import Codec
import TestContract
import Testing

@Suite struct SchemaTests {
    @Test func fieldsAreFoundByNumberAndBothNames() throws {
        let schema = Outer.schema
        #expect(schema.name == "switchboard.test.Outer")
        #expect(schema.fields.map(\.number) == [1, 2, 3, 4, 536_870_911])
        for field in schema.fields {
            #expect(schema.field(number: field.number) == field)
            #expect(schema.field(named: field.name) == field)
            #expect(schema.field(jsonName: field.jsonName) == field)
        }
        #expect(schema.field(named: "odd_name")?.jsonName == "unusual")
        for absent in [0, 5, 6, 536_870_910, .max] as [UInt32] { #expect(schema.field(number: absent) == nil) }
        #expect(Nothing.schema.field(number: 1) == nil)
    }

    @Test func kindsAndShapesAreKnown() throws {
        let scalars = Scalars.schema
        #expect(
            scalars.fields.map(\.kind) == [
                .double, .float, .int32, .int64, .uint32, .uint64, .sint32, .sint64, .fixed32, .fixed64, .sfixed32,
                .sfixed64, .bool, .string, .bytes, .enum, .enum,
            ])
        #expect(scalars.fields.allSatisfy { !$0.hasPresence && !$0.isRepeated })
        #expect(Lists.schema.fields.allSatisfy { $0.isRepeated && !$0.isMap })
        #expect(Maps.schema.fields.allSatisfy { $0.isMap && $0.messageSchema?.isMapEntry == true })
        #expect(Optionals.schema.fields.allSatisfy { $0.isOptional && $0.hasPresence && $0.oneofName == nil })
        #expect(Optionals.schema.field(named: "text")?.isOptional == true)
        #expect(Choices.schema.field(named: "word")?.oneofName == "choice")
        #expect(Choices.schema.field(named: "place")?.oneofName == "other")
        #expect(Choices.schema.field(named: "apart")?.oneofName == nil)
        #expect(Tree.schema.field(named: "left")?.messageSchema == Tree.schema)
        #expect(WellKnowns.schema.field(named: "at")?.messageSchema?.wellKnown == .timestamp)
        #expect(WellKnowns.schema.wellKnown == nil)
    }

    @Test func enumsAreNamedAndNumbered() throws {
        let colour = try #require(Scalars.schema.field(named: "colour")?.enumSchema)
        #expect(colour.prefix == "COLOUR_")
        #expect(colour.values.map(\.number) == [0, 1, 2, 1_000])
        #expect(colour.name(of: 1_000) == "COLOUR_FAR")
        #expect(colour.name(of: 3) == nil)
        #expect(colour.number(named: "COLOUR_RED") == 1)
        let mood = try #require(Scalars.schema.field(named: "mood")?.enumSchema)
        #expect(mood.prefix == "")
        // Of two names of one number the first declared one is its name.
        #expect(mood.name(of: 1) == "HAPPY")
        #expect(mood.number(named: "GLAD") == 1)
        #expect(mood.name(of: -1) == "GLOOMY")
    }
}
