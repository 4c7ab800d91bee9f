// Package meeting is what Foyer knows of calling people into a running meeting: who an attendee is and
// what is wrong with one, how attendees are read from what people have at hand, how a long list goes
// out, and what became of each. It is pure: no network, no disk, no clock of its own. Meetings are
// reached through the port Host.
package meeting
