// SQLite's C API, and what Swift cannot see of it: variadic functions, function-pointer constants and macros that cast.
#ifndef SB_CSQLITE_SHIM_H
#define SB_CSQLITE_SHIM_H

#include <sqlite3.h>

// SQLITE_TRANSIENT: SQLite copies before it returns.
static inline int sb_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *bytes, sqlite3_uint64 length) {
    return sqlite3_bind_text64(statement, index, bytes, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int sb_sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 length) {
    return sqlite3_bind_blob64(statement, index, bytes, length, SQLITE_TRANSIENT);
}

// SQLITE_STATIC: the bytes stay where they are until the statement is reset.
static inline int sb_sqlite3_bind_kept_text(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 length) {
    return sqlite3_bind_text64(statement, index, (const char *)bytes, length, SQLITE_STATIC, SQLITE_UTF8);
}

static inline int sb_sqlite3_bind_kept_blob(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 length) {
    return sqlite3_bind_blob64(statement, index, bytes, length, SQLITE_STATIC);
}

// Switches one boolean option of a connection (SQLITE_DBCONFIG_…) and tells what it is afterwards; -1 when it failed.
static inline int sb_sqlite3_set_option(sqlite3 *database, int option, int on) {
    int now = -1;
    return sqlite3_db_config(database, option, on, &now) == SQLITE_OK ? now : -1;
}

// For the whole process, before the first connection: no statistics of memory, whose mutex every allocation of every
// connection would take. Does nothing once SQLite is in use.
static inline void sb_sqlite3_configure(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#endif
