-- What helps to call people into meetings again. Times are nanoseconds since 1970 UTC; attendees are JSON
-- by the names of the meeting service's API. No password and no control token is ever kept here.
CREATE TABLE attendee_groups (
	id        INTEGER PRIMARY KEY,
	name      TEXT    NOT NULL UNIQUE COLLATE NOCASE,
	saved     INTEGER NOT NULL,
	attendees TEXT    NOT NULL -- an array
) STRICT;

CREATE TABLE invited (
	id       INTEGER PRIMARY KEY,
	key      TEXT    NOT NULL UNIQUE, -- by what one is recognised again
	used     INTEGER NOT NULL,
	count    INTEGER NOT NULL,
	attendee TEXT    NOT NULL
) STRICT;

CREATE INDEX invited_used ON invited (used);

-- What was typed and not yet done, by page.
CREATE TABLE drafts (
	name    TEXT    PRIMARY KEY,
	saved   INTEGER NOT NULL,
	content BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
