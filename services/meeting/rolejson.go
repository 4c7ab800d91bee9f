package meeting

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// MarshalJSON writes the service's number, and null for NoRole.
func (r Role) MarshalJSON() ([]byte, error) {
	n, ok := r.Number()
	if !ok {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(n), 10), nil
}

// UnmarshalJSON reads the service's number. The error is for numbers that are no role.
func (r *Role) UnmarshalJSON(b []byte) error {
	var n *int
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	if n == nil {
		*r = NoRole
		return nil
	}
	role, ok := RoleOf(*n)
	if !ok {
		return fmt.Errorf("meeting: %d is no role", *n)
	}
	*r = role
	return nil
}
