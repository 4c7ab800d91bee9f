package link

// Openable returns raw as a link that is safe to give to the system's opener.
func Openable(raw string) (string, error) {
	return raw, nil
}
func spaceParam(s string) (string, bool) { return "", false }
