// Where a redirect leads: a reference by RFC 3986, resolved against the URL that answered and then read as strictly as one that
// somebody has given. What it can change beyond the path it has to say in full. Pure.

extension TargetURL {
    package func following(_ reference: String) throws(Fault) -> TargetURL {
        // A fragment is for whoever shows the file.
        let place = reference.prefix { $0 != "#" }
        let path = target.prefix { $0 != "?" }
        if place.isEmpty { return try TargetURL(text) }
        if place.hasPrefix("//") { return try TargetURL("\(scheme.rawValue):\(place)") }
        if place.hasPrefix("/") { return try TargetURL(origin + Self.tidy(place)) }
        if place.hasPrefix("?") { return try TargetURL(origin + path + place) }
        // Whatever has a colon before the first slash has a scheme, or is none.
        if place.prefix(while: { $0 != "/" && $0 != "?" }).contains(":") { return try TargetURL(String(place)) }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return try TargetURL(origin + Self.tidy(folder + place))
    }

    /// Without the segments `.` and `..`.
    private static func tidy(_ place: Substring) -> String {
        let path = place.prefix { $0 != "?" }
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, segment) in zip(1..., segments) {
            let isDots = segment == "." || segment == ".."
            if !isDots { kept.append(segment) }
            if segment == "..", !kept.isEmpty { kept.removeLast() }
            // What ends in dots names a folder.
            if isDots, index == segments.count { kept.append("") }
        }
        return "/" + kept.joined(separator: "/") + place[path.endIndex...]
    }
}
