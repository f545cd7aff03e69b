// `-o`: how a command's data is written.
internal import ArgumentParser

enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case table
    /// One document, in the house dialect; a stream gives one object a line.
    case json
    /// One object a line.
    case jsonl
}
