-- The file says whose it is: "Foye" in ASCII.
PRAGMA application_id = 1181710693;

-- Saved links. Times are nanoseconds since 1970 UTC, 0 for never. Lists of lines are joined with
-- line feeds. AUTOINCREMENT: a ref that was shown on the command line is never given to another link.
CREATE TABLE links (
	ref                   INTEGER PRIMARY KEY AUTOINCREMENT,
	key                   TEXT    NOT NULL UNIQUE,
	kind                  TEXT    NOT NULL,
	id                    TEXT    NOT NULL,
	name                  TEXT    NOT NULL,
	email                 TEXT    NOT NULL,
	sip                   TEXT    NOT NULL,
	url                   TEXT    NOT NULL,
	message               TEXT    NOT NULL,
	participants          INTEGER,
	external_participants INTEGER,
	type                  TEXT    NOT NULL,
	cluster               TEXT    NOT NULL,
	extras                TEXT    NOT NULL,
	warnings              TEXT    NOT NULL,
	label                 TEXT    NOT NULL DEFAULT '',
	template              TEXT    NOT NULL DEFAULT '',
	phone                 TEXT    NOT NULL DEFAULT '',
	pinned                INTEGER NOT NULL DEFAULT 0,
	named                 INTEGER NOT NULL DEFAULT 0, -- 1: the name was typed by the user
	saved                 INTEGER NOT NULL,
	used                  INTEGER NOT NULL DEFAULT 0,
	deleted               INTEGER NOT NULL DEFAULT 0, -- when; the row goes for good 30 days later
	source                TEXT    NOT NULL
) STRICT;

CREATE INDEX links_deleted ON links (deleted) WHERE deleted <> 0;

-- One row that grows with every change, so that any process can see whether its copy is old.
CREATE TABLE revision (
	one    INTEGER PRIMARY KEY CHECK (one = 1),
	number INTEGER NOT NULL
) STRICT;

INSERT INTO revision (one, number) VALUES (1, 0);
