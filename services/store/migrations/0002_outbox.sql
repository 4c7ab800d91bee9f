-- The outbox. Times are nanoseconds since 1970 UTC, 0 for never; failures and lists are JSON, '' for
-- none, but addresses are joined with line feeds.

-- The number that a message got last: its id, or its new place in the queue. None is given twice.
CREATE TABLE numbers (
	one  INTEGER PRIMARY KEY CHECK (one = 1),
	last INTEGER NOT NULL
) STRICT;

INSERT INTO numbers (one, last) VALUES (1, 0);

-- Batches, and as number 0 the single messages. The counts spare the reading of all messages, and
-- leave out those that were discarded.
CREATE TABLE batches (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	name      TEXT    NOT NULL,
	started   INTEGER NOT NULL,
	rows      INTEGER NOT NULL DEFAULT 0,
	bulk      INTEGER NOT NULL DEFAULT 0,
	paused    INTEGER NOT NULL DEFAULT 0,
	cancelled INTEGER NOT NULL DEFAULT 0, -- when
	columns   TEXT    NOT NULL DEFAULT '',
	queued    INTEGER NOT NULL DEFAULT 0,
	sending   INTEGER NOT NULL DEFAULT 0,
	sent      INTEGER NOT NULL DEFAULT 0,
	failed    INTEGER NOT NULL DEFAULT 0,
	unknown   INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO batches (id, name, started) VALUES (0, '', 0);

-- The batches that delivery has to look at.
CREATE INDEX batches_waiting ON batches (id) WHERE queued > 0;

-- What changes of a message. What was written is in a table of its own, so that a change of state
-- writes some bytes and not the text again.
CREATE TABLE messages (
	id          INTEGER PRIMARY KEY,
	batch       INTEGER NOT NULL REFERENCES batches (id),
	row         INTEGER NOT NULL,
	seq         INTEGER NOT NULL, -- place in the queue
	destination INTEGER NOT NULL, -- hash; two talks with the same one wait for each other, no more
	state       TEXT    NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unknown')),
	open        INTEGER NOT NULL, -- 1: queued or sending, and not discarded
	front       INTEGER NOT NULL, -- 1: the first open one of its destination
	bulk        INTEGER NOT NULL, -- 1: goes out with others in one call
	created     INTEGER NOT NULL,
	queued      INTEGER NOT NULL, -- when it was created or put back by the user
	tries       INTEGER NOT NULL DEFAULT 0,
	next        INTEGER NOT NULL DEFAULT 0,
	began       INTEGER NOT NULL DEFAULT 0,
	ended       INTEGER NOT NULL DEFAULT 0,
	discarded   INTEGER NOT NULL DEFAULT 0, -- when; the row goes for good 30 days later
	failure     TEXT    NOT NULL DEFAULT '',
	CHECK (open = (discarded = 0 AND state IN ('queued', 'sending'))),
	CHECK (front <= open)
) STRICT;

-- The indexes below do not name the state in their condition: taking a message touches none of them.
CREATE INDEX messages_open ON messages (seq) WHERE open = 1;
CREATE INDEX messages_line ON messages (destination, seq) WHERE open = 1;
CREATE INDEX messages_front ON messages (batch, next, seq) WHERE front = 1;
CREATE INDEX messages_rest ON messages (state, ended) WHERE open = 0 AND discarded = 0;
CREATE INDEX messages_sending ON messages (destination) WHERE state = 'sending';
CREATE INDEX messages_batch ON messages (batch, row) WHERE batch > 0;
CREATE INDEX messages_discarded ON messages (discarded) WHERE discarded > 0;

-- What was written, and to whom.
CREATE TABLE contents (
	message    INTEGER PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
	recipients TEXT    NOT NULL,
	room       TEXT    NOT NULL,
	mentions   TEXT    NOT NULL,
	text       TEXT    NOT NULL,
	envelope   INTEGER NOT NULL,
	extra      TEXT    NOT NULL -- cells of the batch's further columns
) STRICT;

-- What happened to messages besides what their columns say: created, began and ended.
CREATE TABLE events (
	id      INTEGER PRIMARY KEY,
	message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
	at      INTEGER NOT NULL,
	state   TEXT    NOT NULL,
	code    TEXT    NOT NULL,
	failure TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX events_message ON events (message, at);

-- People who were written to, for suggestions.
CREATE TABLE people (
	key     TEXT    PRIMARY KEY, -- the address in lower case
	address TEXT    NOT NULL,
	used    INTEGER NOT NULL,
	count   INTEGER NOT NULL,
	hidden  INTEGER NOT NULL DEFAULT 0 -- 1: not to be suggested until written to again
) STRICT, WITHOUT ROWID;

-- Chat rooms that were written to, or that the service returned. Names are not unique there.
CREATE TABLE chat_rooms (
	name TEXT    NOT NULL,
	id   TEXT    NOT NULL, -- the service's; '' for one that was only written to
	used INTEGER NOT NULL,
	room TEXT    NOT NULL, -- what the service returned
	PRIMARY KEY (name, id)
) STRICT, WITHOUT ROWID;
