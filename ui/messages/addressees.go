package messages

import (
	"slices"
	"strings"

	"foyer/services/message"
)

// addressees are the people of a message that is being written.
type addressees struct {
	all []message.Recipient
	// kept are domains that differ from the others and are meant so.
	kept []string
}

// add appends those who are not there yet and returns how many those were. A name that was missing is
// taken from somebody who is there already.
func (a *addressees) add(more ...message.Recipient) int {
	added := 0
	for _, r := range more {
		if at := a.find(r); at >= 0 {
			if a.all[at].Name == "" {
				a.all[at].Name = r.Name
			}
			continue
		}
		a.all = append(a.all, r)
		added++
	}
	return added
}

func (a *addressees) find(r message.Recipient) int {
	return slices.IndexFunc(a.all, func(have message.Recipient) bool {
		if !r.Valid || !have.Valid {
			return r.Valid == have.Valid && r.Raw == have.Raw
		}
		return strings.EqualFold(r.Address, have.Address)
	})
}

func (a *addressees) remove(index int) {
	if index >= 0 && index < len(a.all) {
		a.all = slices.Delete(a.all, index, index+1)
	}
}

// addresses are those that can be written to.
func (a *addressees) addresses() []string {
	var list []string
	for _, r := range a.all {
		if r.Valid {
			list = append(list, r.Address)
		}
	}
	return list
}

// bad are those that are no address.
func (a *addressees) bad() []message.Recipient {
	var list []message.Recipient
	for _, r := range a.all {
		if !r.Valid {
			list = append(list, r)
		}
	}
	return list
}

// odd are addresses whose domain is doubtful, without those that are meant so.
func (a *addressees) odd() []message.Odd {
	return slices.DeleteFunc(message.OddDomains(a.addresses()), func(o message.Odd) bool {
		return slices.Contains(a.kept, o.Domain)
	})
}

// keep says that a domain is meant as it is.
func (a *addressees) keep(domain string) { a.kept = append(a.kept, domain) }

// correct gives addresses their usual domain. Who is there twice then is there once.
func (a *addressees) correct(odd ...message.Odd) {
	right := map[string]string{}
	for _, o := range odd {
		if c := o.Corrected(); c != "" {
			right[strings.ToLower(o.Address)] = c
		}
	}
	before := a.all
	a.all = nil
	for _, r := range before {
		if c, there := right[strings.ToLower(r.Address)]; there && r.Valid {
			r.Address, r.Raw = c, c
		}
		a.add(r)
	}
}

// name gives those without a name theirs; it reports whether there was one.
func (a *addressees) name(people []message.Correspondent) bool {
	named := false
	for i, r := range a.all {
		if r.Name != "" || !r.Valid {
			continue
		}
		for _, p := range people {
			if p.Name != "" && strings.EqualFold(p.Address, r.Address) {
				a.all[i].Name = p.Name
				named = true
			}
		}
	}
	return named
}

// nameless are addresses without a name, at most limit.
func (a *addressees) nameless(limit int) []string {
	var list []string
	for _, r := range a.all {
		if r.Valid && r.Name == "" && len(list) < limit {
			list = append(list, r.Address)
		}
	}
	return list
}

// clone returns a copy that does not change with the original.
func (a *addressees) clone() addressees {
	return addressees{all: slices.Clone(a.all), kept: slices.Clone(a.kept)}
}
