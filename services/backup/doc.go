// Package backup is the form of a backup and of an export. It knows neither the database nor the
// settings: it gets their content as files and as values of the domain, and gives it back as such.
//
// A backup is one ZIP file. Its parts are manifest.json (see Manifest), foyer.db, a whole SQLite database,
// and settings.toml, which may be missing. There is no secret in it, no log, and nothing else: a file with
// other parts is none.
//
// An export is one JSON document, for other programs; Foyer does not read it. Keys without a value are
// left out, times are RFC 3339 in UTC, and whoever reads it should pass over keys that are new:
//
//	{
//	  "format": "foyer-export", "version": 1,
//	  "foyer": "1.0.0",                      the Foyer that wrote it
//	  "exported": "2026-11-22T10:00:00Z",
//	  "settings": [{"name", "value", "default"}],            as "foyer config list --json", without passwords
//	  "links": [{"kind", "id", "name", "email", "sip", "url", "message", "participants",
//	             "externalParticipants", "type", "warnings", "ref", "label", "template", "phone",
//	             "pinned", "saved", "used", "source"}],      as "foyer link list --json", and more
//	  "people": [{"address", "used", "count"}],              who was written to
//	  "invited": [{attendee}],                               who was called into meetings
//	  "groups": [{"name", "saved", "attendees": [{attendee}]}],
//	  "chatRooms": [{"service", "name", "used", "room": {…}}],          as the service returned them
//	  "watched": [{"room", "booking", "date", "start"}],     the rooms and bookings to tell of
//	  "batches": [{"id", "service", "name", "started", "rows", "bulk", "paused", "cancelled"}],
//	  "drafts": [{"name", "saved", "content"}],              what was typed and not yet done; content is
//	                                                         the page's own JSON, or else text
//	  "messages": [{"id", "service", "state", "to": […], "room", "mentions": […], "text", "envelope", "queued",
//	                "tries", "next", "began", "ended", "error": {failure}, "batch", "row",
//	                "history": [{"at", "state", "why", "error": {failure}}]}]
//	}
//
// A service is named by its ID in the settings. An attendee has the keys of Huawei Cloud Meeting's API. A failure is {"kind", "status", "code", "words",
// "requestId"}. The states of messages are queued, sending, unknown, failed and sent.
package backup
