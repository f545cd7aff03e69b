// Files that are kept beside the database, in `<data-dir>/media`: what lies there, whose it is, what is on its way in.

extension Schema1 {
    static let media = """
        -- What lies in the folder: each content once, under a name of our own that is never used again.
        CREATE TABLE media_files (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
            size INTEGER NOT NULL CHECK (size > 0),
            name TEXT NOT NULL UNIQUE,
            created_at INTEGER NOT NULL
        ) STRICT;

        -- Whose it is. Two who have the same content have a row each, and know nothing of each other.
        CREATE TABLE media (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            file_id INTEGER NOT NULL REFERENCES media_files (id),
            kind INTEGER NOT NULL,
            mime_type TEXT NOT NULL,
            file_name TEXT NOT NULL,
            size INTEGER NOT NULL,
            expires_at INTEGER,
            created_at INTEGER NOT NULL
        ) STRICT;
        -- A user's, newest first; deleting a user.
        CREATE INDEX media_by_user ON media (user_id);
        -- Whether a file is anybody's any more.
        CREATE INDEX media_by_file ON media (file_id);
        -- Whose time is over.
        CREATE INDEX media_by_expiry ON media (expires_at) WHERE expires_at IS NOT NULL;

        -- What is on its way in, or came in not long ago. The row is there before its file is, and the file's name is in no
        -- other row until the upload is whole: what lies in the folder and stands in neither table is nobody's.
        CREATE TABLE media_uploads (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            token TEXT NOT NULL UNIQUE,
            user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            name TEXT NOT NULL UNIQUE,
            size INTEGER NOT NULL CHECK (size > 0),
            sha256 BLOB CHECK (sha256 IS NULL OR length(sha256) = 32),
            kind INTEGER NOT NULL,
            mime_type TEXT NOT NULL,
            file_name TEXT NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 0),
            media_id INTEGER REFERENCES media (id) ON DELETE CASCADE,
            expires_at INTEGER NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX media_uploads_by_user ON media_uploads (user_id);
        CREATE INDEX media_uploads_by_expiry ON media_uploads (expires_at);
        CREATE INDEX media_uploads_by_media ON media_uploads (media_id) WHERE media_id IS NOT NULL;

        -- What messages are sent with. A table of its own, so that those without pay nothing for it.
        CREATE TABLE media_uses (
            message_id INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
            media_id INTEGER NOT NULL REFERENCES media (id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX media_uses_by_media ON media_uses (media_id);

        -- What an engine needs to get the file of a message that came in. Of no use without the session that it came in
        -- through, and as good as a key to the file: it goes with that as well.
        CREATE TABLE media_refs (
            message_id INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
            ref BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER media_ref_orphaned AFTER UPDATE OF session_id ON messages WHEN NEW.session_id IS NULL BEGIN
            DELETE FROM media_refs WHERE message_id = OLD.id;
        END;

        -- How much there is of each user, and (0) on the disk: of everybody. Kept by triggers, which see what goes with its
        -- user, too. What is reserved is what uploads may still take.
        CREATE TABLE media_totals (
            user_id INTEGER PRIMARY KEY,
            files INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            uploads INTEGER NOT NULL,
            reserved INTEGER NOT NULL
        ) STRICT;
        INSERT INTO media_totals (user_id, files, bytes, uploads, reserved) VALUES (0, 0, 0, 0, 0);
        CREATE TRIGGER media_file_added AFTER INSERT ON media_files BEGIN
            UPDATE media_totals SET files = files + 1, bytes = bytes + NEW.size WHERE user_id = 0;
        END;
        CREATE TRIGGER media_file_removed AFTER DELETE ON media_files BEGIN
            UPDATE media_totals SET files = files - 1, bytes = bytes - OLD.size WHERE user_id = 0;
        END;
        CREATE TRIGGER media_added AFTER INSERT ON media BEGIN
            INSERT INTO media_totals (user_id, files, bytes, uploads, reserved)
            VALUES (NEW.user_id, 1, NEW.size, 0, 0)
            ON CONFLICT (user_id) DO UPDATE SET files = files + 1, bytes = bytes + excluded.bytes;
        END;
        CREATE TRIGGER media_removed AFTER DELETE ON media BEGIN
            UPDATE media_totals SET files = files - 1, bytes = bytes - OLD.size WHERE user_id = OLD.user_id;
        END;
        CREATE TRIGGER media_upload_added AFTER INSERT ON media_uploads BEGIN
            INSERT INTO media_totals (user_id, files, bytes, uploads, reserved)
            VALUES (NEW.user_id, 0, 0, 1, NEW.size), (0, 0, 0, 1, NEW.size)
            ON CONFLICT (user_id) DO UPDATE SET uploads = uploads + 1, reserved = reserved + excluded.reserved;
        END;
        CREATE TRIGGER media_upload_finished AFTER UPDATE OF media_id ON media_uploads
        WHEN OLD.media_id IS NULL AND NEW.media_id IS NOT NULL BEGIN
            UPDATE media_totals SET uploads = uploads - 1, reserved = reserved - OLD.size
            WHERE user_id IN (0, OLD.user_id);
        END;
        CREATE TRIGGER media_upload_removed AFTER DELETE ON media_uploads WHEN OLD.media_id IS NULL BEGIN
            UPDATE media_totals SET uploads = uploads - 1, reserved = reserved - OLD.size
            WHERE user_id IN (0, OLD.user_id);
        END;
        CREATE TRIGGER media_user_removed AFTER DELETE ON users BEGIN
            DELETE FROM media_totals WHERE user_id = OLD.id;
        END;

        """
}
