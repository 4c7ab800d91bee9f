package agent

import (
	"cmp"
	"slices"
)

// OfKind returns the services of one kind, such as ChatMessenger, in their order.
func OfKind(all []ServiceState, kind string) []ServiceState {
	return slices.DeleteFunc(slices.Clone(all), func(s ServiceState) bool { return KindOf(s.Name) != kind })
}

// Titles returns what services are called: the user's name, else the account, else unnamed. at is the place
// of the one with this ID, -1 where it is not among them.
func Titles(all []ServiceState, id, unnamed string) (titles []string, at int) {
	for _, s := range all {
		titles = append(titles, cmp.Or(s.Title, s.Account, unnamed))
	}
	return titles, slices.IndexFunc(all, func(s ServiceState) bool { return s.Name == id })
}
