-- The last good answers about meeting rooms. Times are nanoseconds since 1970 UTC. A reading is JSON and
-- changes with every poll; what was read is compressed JSON, in a table of its own, since it seldom does.
CREATE TABLE room_snapshots (
	period  TEXT    PRIMARY KEY, -- yyyyMMdd or yyyyMM
	saved   INTEGER NOT NULL,
	reading TEXT    NOT NULL,
	hash    INTEGER NOT NULL -- of what was read
) STRICT, WITHOUT ROWID;

CREATE INDEX room_snapshots_saved ON room_snapshots (saved);

CREATE TABLE room_contents (
	id      INTEGER PRIMARY KEY,
	period  TEXT    NOT NULL UNIQUE REFERENCES room_snapshots (period) ON DELETE CASCADE,
	content BLOB    NOT NULL
) STRICT;
