package main

import (
	"context"
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

	"foyer/services/meeting"
	"foyer/services/message"
	"foyer/services/secrets"
	"foyer/services/store"
)

// How much is read of what must not be in a report: what a log might quote is recent.
const (
	privateMessages = 500
	privateDraft    = 4 // bytes of the shortest text in a draft that is looked for
	privateWord     = 4 // characters of the shortest word in a name
)

// privateSecrets are the secrets that can be read without asking anybody to unlock a keyring.
func (k *dataKeeper) privateSecrets(ctx context.Context) []string {
	keeper := k.keeper()
	var all []string
	for _, name := range k.secretNames() {
		state, err := keeper.State(ctx, name)
		if err != nil || state.Kept == secrets.Nowhere || state.Code == secrets.CodeLocked {
			continue
		}
		if value, err := keeper.Get(ctx, name); err == nil {
			all = append(all, value)
		}
	}
	return all
}

// nameWords are names and addresses, and the words in them: a name may be quoted in part.
func nameWords(names ...string) []string {
	all := names
	for _, name := range names {
		for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if utf8.RuneCountInString(word) >= privateWord {
				all = append(all, word)
			}
		}
	}
	return all
}

// privateData are names, addresses and texts in the database. They are in no log, and are looked for in it
// all the same before anybody sends it away. What cannot be read is left out.
func privateData(ctx context.Context, s *store.Store) []string {
	var all []string
	links, _ := s.Links(ctx)
	for _, l := range links {
		all = append(all, nameWords(l.Name, l.Label, l.Email, l.SIP)...)
		all = append(append(all, l.ID, l.URL, l.Message, l.Phone), l.Extras...)
	}
	people, _ := s.People(ctx, "", 1<<20)
	for _, p := range people {
		all = append(all, nameWords(p.Address, p.Name)...)
	}
	groups, _ := s.Groups(ctx)
	for _, g := range groups {
		all = append(all, nameWords(g.Name)...)
		all = append(all, attendees(g.Attendees)...)
	}
	invited, _ := s.Invited(ctx, "", 1<<20)
	all = append(all, attendees(invited)...)
	rooms, _ := s.AllRooms(ctx)
	for _, r := range rooms {
		all = append(all, r.Name)
	}
	batches, _ := s.Batches(ctx)
	for _, b := range batches {
		all = append(all, b.Name)
	}
	all = append(all, recentMessages(ctx, s)...)
	drafts, _ := s.Drafts(ctx)
	for _, d := range drafts {
		all = append(all, texts(d.Content)...)
	}
	return all
}

func attendees(people []meeting.Attendee) []string {
	var all []string
	for _, a := range people {
		all = append(all, nameWords(a.Name, a.Email, a.DeptName)...)
		all = append(all, a.Phone, a.Phone2, a.Phone3, a.SMS, a.AccountID, a.UserUUID)
	}
	return all
}

func recentMessages(ctx context.Context, s *store.Store) []string {
	var all []string
	ids, _ := s.MessageIDs(ctx, message.Filter{})
	items, _ := s.Messages(ctx, ids[:min(len(ids), privateMessages)])
	for _, m := range items {
		all = append(all, nameWords(append(append([]string{m.Room}, m.To...), m.Mentions...)...)...)
		all = append(all, strings.Split(m.Text, "\n")...)
	}
	return all
}

// texts are the texts in a JSON document; of what is none, the lines.
func texts(content []byte) []string {
	var v any
	if json.Unmarshal(content, &v) != nil {
		return strings.Split(string(content), "\n")
	}
	var all []string
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			for line := range strings.SplitSeq(v, "\n") {
				if len(line) >= privateDraft {
					all = append(all, line)
				}
			}
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, e := range v {
				walk(e)
			}
		}
	}
	walk(v)
	return all
}
