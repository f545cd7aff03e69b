// Generated from switchboard/v1/templates.proto by scripts/generate.sh. Do not edit.

package import Codec

/// A text with variables: `{{name}}` stands for a value that each message brings along.
package struct Template: ProtoMessage {
    package var id: Int64 = 0
    package var userId: Int64 = 0
    /// A letter, then up to 63 letters, digits, `_` and `-`. Unique among its owner's.
    package var name: String = ""
    /// Up to 200 characters, for people.
    package var description: String = ""
    /// 1 byte to 64 KiB. A variable is a letter or `_` and up to 63 letters, digits and `_` between `{{` and `}}`, spaces
    /// around it allowed; up to 64 of them, each as often as one likes. `{{` means nothing else.
    package var text: String = ""
    /// Those in the text, in the order in which they first stand there. Read from it, and not to be set.
    package var variables: [String] = []
    package var createdAt: Timestamp?
    package var updatedAt: Timestamp?
    /// Another one after each change. Given back with a change, the change is made only if nobody else was quicker
    /// (ETAG_MISMATCH). Opaque; over HTTP it is the `ETag` of the answer, and `If-Match` gives it back.
    package var etag: String = ""

    package init() {}
}

package struct CreateTemplateRequest: ProtoMessage {
    /// Whose it will be; 0 = the caller's. The operator must say.
    package var userId: Int64 = 0
    package var name: String = ""
    package var text: String = ""
    package var description: String = ""

    package init() {}
}

package struct GetTemplateRequest: ProtoMessage {
    package var id: Int64 = 0

    package init() {}
}

package struct ListTemplatesRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0
    /// Only those of this name; empty = any.
    package var name: String = ""

    package init() {}
}

package struct ListTemplatesResponse: ProtoMessage {
    package var templates: [Template] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

package struct UpdateTemplateRequest: ProtoMessage {
    package var id: Int64 = 0
    /// Only the fields that the mask names are read, and `etag` where it is not empty.
    package var template: Template?
    /// Empty: an error, for nothing would change. Over HTTP, the keys present in the body.
    package var updateMask: FieldMask?

    package init() {}
}

package struct DeleteTemplateRequest: ProtoMessage {
    package var id: Int64 = 0
    /// Delete only if the template is still what it was (ETAG_MISMATCH). Empty: whatever became of it.
    package var etag: String = ""

    package init() {}
}

package struct DeleteTemplateResponse: ProtoMessage {
    package init() {}
}
