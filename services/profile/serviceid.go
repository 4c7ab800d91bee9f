package profile

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// The kinds of services. The first service of a kind has the kind's name as its ID, others have a number
// behind it, such as "chat-messenger-2".
const (
	KindMessenger = "chat-messenger"
	KindHuawei    = "huawei-meeting"
)

var numbered = regexp.MustCompile(`^(chat-messenger|huawei-meeting)-([2-9]|[1-9][0-9]{1,2})$`)

// KindOf returns the kind of the service with that ID, "" for what is no ID.
func KindOf(id string) string {
	kind, _ := parseID(id)
	return kind
}

// parseID returns the kind and the number of a service, which is 1 for the first of its kind.
func parseID(id string) (kind string, number int) {
	if id == KindMessenger || id == KindHuawei {
		return id, 1
	}
	parts := numbered.FindStringSubmatch(id)
	if parts == nil {
		return "", 0
	}
	n, _ := strconv.Atoi(parts[2]) // it is two digits or three
	return parts[1], n
}

// serviceID is the ID of the service of a kind with that number.
func serviceID(kind string, number int) string {
	if number == 1 {
		return kind
	}
	return kind + "-" + strconv.Itoa(number)
}

// ServiceKey returns the name of a setting of the service with that ID, for the name of the same setting
// of the first service of its kind: "chat-messenger-2.url" for MessengerURL.
func ServiceKey(id, first string) string {
	_, key, ok := strings.Cut(first, ".")
	if !ok {
		return first
	}
	return id + "." + key
}

// firstKey returns the name of the same setting of the first service of the kind; ok is false when name
// is no setting of a service.
func firstKey(name string) (id, first string, ok bool) {
	id, key, _ := strings.Cut(name, ".")
	kind := KindOf(id)
	return id, kind + "." + key, kind != "" && key != ""
}

// serviceKeys are the settings of a service, by its ID and the keys of the first of its kind.
func serviceKeys(id string) []Key {
	kind := KindOf(id)
	var all []Key
	for _, k := range Keys() {
		if strings.HasPrefix(k.Name, kind+".") {
			k.Name = ServiceKey(id, k.Name)
			all = append(all, k)
		}
	}
	return all
}

// ids are the services of a kind that the file has, in the order of their numbers. Where it has none, there
// is the first one, with nothing set.
func ids(tree map[string]any, kind string) []string {
	var all []string
	for id, v := range tree {
		if _, isTable := v.(map[string]any); isTable && KindOf(id) == kind {
			all = append(all, id)
		}
	}
	if len(all) == 0 {
		return []string{kind}
	}
	slices.SortFunc(all, func(a, b string) int {
		_, m := parseID(a)
		_, n := parseID(b)
		return cmp.Compare(m, n)
	})
	return all
}
