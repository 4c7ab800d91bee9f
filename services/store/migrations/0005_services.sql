-- Several services of a kind. What was there before belongs to the first Chat&Messenger.
ALTER TABLE messages ADD COLUMN service TEXT NOT NULL DEFAULT 'chat-messenger';
ALTER TABLE batches ADD COLUMN service TEXT NOT NULL DEFAULT 'chat-messenger'; -- that the rows were queued for

-- What one service may take must be found without reading what waits for others.
DROP INDEX messages_front;
CREATE INDEX messages_front ON messages (service, batch, next, seq) WHERE front = 1;

-- The rooms of one service are no other's. Times and contents are as in the third migration.
CREATE TABLE service_room_snapshots (
	service TEXT    NOT NULL,
	period  TEXT    NOT NULL, -- yyyyMMdd or yyyyMM
	saved   INTEGER NOT NULL,
	reading TEXT    NOT NULL,
	hash    INTEGER NOT NULL, -- of what was read
	PRIMARY KEY (service, period)
) STRICT, WITHOUT ROWID;

INSERT INTO service_room_snapshots (service, period, saved, reading, hash)
	SELECT 'chat-messenger', period, saved, reading, hash FROM room_snapshots;

CREATE TABLE service_room_contents (
	id      INTEGER PRIMARY KEY,
	service TEXT    NOT NULL,
	period  TEXT    NOT NULL,
	content BLOB    NOT NULL,
	UNIQUE (service, period),
	FOREIGN KEY (service, period) REFERENCES service_room_snapshots (service, period) ON DELETE CASCADE
) STRICT;

INSERT INTO service_room_contents (id, service, period, content) SELECT id, 'chat-messenger', period, content FROM room_contents;

DROP TABLE room_contents;
DROP TABLE room_snapshots;
ALTER TABLE service_room_snapshots RENAME TO room_snapshots;
ALTER TABLE service_room_contents RENAME TO room_contents;
CREATE INDEX room_snapshots_saved ON room_snapshots (saved);

-- Chat rooms have the IDs of their service.
CREATE TABLE service_chat_rooms (
	service TEXT    NOT NULL,
	name    TEXT    NOT NULL,
	id      TEXT    NOT NULL, -- the service's; '' for one that was only written to
	used    INTEGER NOT NULL,
	room    TEXT    NOT NULL, -- what the service returned
	PRIMARY KEY (service, name, id)
) STRICT, WITHOUT ROWID;

INSERT INTO service_chat_rooms (service, name, id, used, room) SELECT 'chat-messenger', name, id, used, room FROM chat_rooms;
DROP TABLE chat_rooms;
ALTER TABLE service_chat_rooms RENAME TO chat_rooms;
