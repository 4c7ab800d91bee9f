package store

import "foyer/services/link"

// merge returns old with what is known anew. Nothing that was known is forgotten, with one
// exception: warnings belong to the text that was read last. named protects a name that the user
// typed.
func merge(old, fresh link.Saved, named bool) link.Saved {
	m := old
	if !named {
		m.Name = either(fresh.Name, old.Name)
	}
	m.Email = either(fresh.Email, old.Email)
	m.SIP = either(fresh.SIP, old.SIP)
	m.URL = either(fresh.URL, old.URL)
	m.Type = either(fresh.Type, old.Type)
	m.Cluster = either(fresh.Cluster, old.Cluster)
	m.Phone = either(fresh.Phone, old.Phone)
	m.Source = either(fresh.Source, old.Source)
	if fresh.Participants != nil {
		m.Participants = fresh.Participants
	}
	if fresh.ExternalParticipants != nil {
		m.ExternalParticipants = fresh.ExternalParticipants
	}
	if len(fresh.Extras) > 0 {
		m.Extras = fresh.Extras
	}
	m.Warnings = fresh.Warnings
	if fresh.Saved.After(old.Saved) {
		m.Saved = fresh.Saved.UTC()
	}
	return m
}

func either(preferred, otherwise string) string {
	if preferred != "" {
		return preferred
	}
	return otherwise
}
