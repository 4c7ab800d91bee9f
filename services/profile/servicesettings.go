package profile

import "slices"

// IsSet reports whether there is a server.
func (m Messenger) IsSet() bool { return m.URL != "" }

// addServices adds the services of a document, and which of them are in use.
func (s *Settings) addServices(d document) {
	for _, id := range ids(d.tree, KindMessenger) {
		s.Messengers = append(s.Messengers, messenger(d.values, id))
	}
	for _, id := range ids(d.tree, KindHuawei) {
		s.Accounts = append(s.Accounts, huawei(d.values, id))
	}
	s.Messenger = inUse(s.Messengers, d.values[MessagesService])
	s.RoomServer = inUse(s.Messengers, d.values[RoomsService])
	s.Huawei = inUse(s.Accounts, d.values[MeetingsService])
}

// configured is a service in the settings.
type configured interface {
	IsSet() bool
	is(id string) bool
}

func (m Messenger) is(id string) bool { return m.ID == id }

func (h Huawei) is(id string) bool { return h.ID == id }

// inUse returns the service with that ID, else the first that is set up, else the first.
func inUse[S configured](all []S, id string) S {
	i := slices.IndexFunc(all, func(s S) bool { return s.is(id) })
	if i < 0 {
		i = slices.IndexFunc(all, S.IsSet)
	}
	return all[max(i, 0)]
}

// MessengerOf returns the Chat&Messenger with that ID; ok is false when there is none.
func (s Settings) MessengerOf(id string) (m Messenger, ok bool) { return withID(s.Messengers, id) }

// AccountOf returns the Huawei Cloud Meeting account with that ID; ok is false when there is none.
func (s Settings) AccountOf(id string) (h Huawei, ok bool) { return withID(s.Accounts, id) }

func withID[S configured](all []S, id string) (found S, ok bool) {
	for _, s := range all {
		if s.is(id) {
			return s, true
		}
	}
	return found, false
}

func messenger(values map[string]string, id string) Messenger {
	of := func(key string) string { return values[ServiceKey(id, key)] }
	return Messenger{
		ID:        id,
		Name:      of(MessengerName),
		URL:       of(MessengerURL),
		Reads:     of(MessengerReads),
		PlainHTTP: of(MessengerPlain),
		Dialect:   dialect(values, id),
	}
}

func huawei(values map[string]string, id string) Huawei {
	of := func(key string) string { return values[ServiceKey(id, key)] }
	return Huawei{
		ID:          id,
		Name:        of(HuaweiName),
		URL:         of(HuaweiURL),
		SignIn:      of(HuaweiSignIn),
		Account:     of(HuaweiAccount),
		AppID:       of(HuaweiAppID),
		User:        of(HuaweiUser),
		Corporation: of(HuaweiCorp),
		Signature:   of(HuaweiSignature),
		PlainHTTP:   of(HuaweiPlain),
	}
}
