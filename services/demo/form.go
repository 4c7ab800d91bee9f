package demo

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"foyer/services/fault"
)

// Form is how the office answers where the vendor documents no single form. Empty fields are the
// first of each list.
type Form struct {
	Shape     Shape     `json:"shape,omitempty"`
	Times     Times     `json:"times,omitempty"`
	StatusKey StatusKey `json:"statusKey,omitempty"`
	Errors    Errors    `json:"errors,omitempty"`
	// ErrorStatus is the HTTP status of answers with errors; 0 is 200.
	ErrorStatus int `json:"errorStatus,omitempty"`
	// TokenStatus is the HTTP status for a wrong token; 0 is 401.
	TokenStatus int `json:"tokenStatus,omitempty"`
	// EmptySuccess answers accepted messages with nothing at all.
	EmptySuccess bool `json:"emptySuccess,omitempty"`
	// Unreadable adds two entries that nobody can read to each list of rooms, and two to the bookings
	// of each day.
	Unreadable bool `json:"unreadable,omitempty"`
}

// Shape is how lists of rooms and bookings are written.
type Shape string

// The shapes.
const (
	// ShapeArray has arrays throughout.
	ShapeArray Shape = "array"
	// ShapeMap has objects with the id as key, and no id inside.
	ShapeMap Shape = "map"
	// ShapeByDate has an array of rooms, and in them bookings in an object with the day as key.
	ShapeByDate Shape = "bydate"
)

// Times is how points in time are written.
type Times string

// The times.
const (
	TimesMs    Times = "ms"    // milliseconds since 1970, as in createQuickCall
	TimesISO   Times = "iso"   // 2026-11-23T10:45:00+01:00
	TimesSlash Times = "slash" // 2026/11/23 10:45, in the office's zone
	TimesHHMM  Times = "hhmm"  // 10:45 beside a day, in the office's zone
)

// StatusKey is where getConferenceRoomStatus puts its list.
type StatusKey string

// The status keys: the vendor's prose and the vendor's sample disagree.
const (
	StatusRooms  StatusKey = "conferenceRooms"
	StatusStatus StatusKey = "conferenceRoomStatus"
	StatusNested StatusKey = "nested" // conferenceRooms inside of conferenceRoomStatus
)

// Errors is how errors are written.
type Errors string

// The errors.
const (
	ErrorsList    Errors = "list"    // ["words"]
	ErrorsText    Errors = "text"    // "words"
	ErrorsObjects Errors = "objects" // [{"code": "…", "message": "words"}]
	ErrorsFields  Errors = "fields"  // {"field": "words"}
)

// Shapes returns all shapes.
func Shapes() []Shape { return []Shape{ShapeArray, ShapeMap, ShapeByDate} }

// AllTimes returns all ways to write times.
func AllTimes() []Times { return []Times{TimesMs, TimesISO, TimesSlash, TimesHHMM} }

// StatusKeys returns all status keys.
func StatusKeys() []StatusKey { return []StatusKey{StatusRooms, StatusStatus, StatusNested} }

// AllErrors returns all ways to write errors.
func AllErrors() []Errors { return []Errors{ErrorsList, ErrorsText, ErrorsObjects, ErrorsFields} }

// Form returns how the office answers now.
func (o *Office) Form() Form {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.form
}

// SetForm changes how the office answers from now on. A word that it does not know is an
// *fault.Error of kind Invalid, and changes nothing.
func (o *Office) SetForm(f Form) error {
	f = f.withDefaults()
	if err := f.check(); err != nil {
		return err
	}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.form = f
	return nil
}

func (f Form) withDefaults() Form {
	f.Shape = cmp.Or(f.Shape, ShapeArray)
	f.Times = cmp.Or(f.Times, TimesMs)
	f.StatusKey = cmp.Or(f.StatusKey, StatusRooms)
	f.Errors = cmp.Or(f.Errors, ErrorsList)
	f.ErrorStatus = cmp.Or(f.ErrorStatus, http.StatusOK)
	f.TokenStatus = cmp.Or(f.TokenStatus, http.StatusUnauthorized)
	return f
}

func (f Form) check() error {
	for _, part := range []struct {
		value string
		known bool
	}{
		{string(f.Shape), slices.Contains(Shapes(), f.Shape)},
		{string(f.Times), slices.Contains(AllTimes(), f.Times)},
		{string(f.StatusKey), slices.Contains(StatusKeys(), f.StatusKey)},
		{string(f.Errors), slices.Contains(AllErrors(), f.Errors)},
		{strconv.Itoa(f.ErrorStatus), isStatus(f.ErrorStatus)},
		{strconv.Itoa(f.TokenStatus), isStatus(f.TokenStatus)},
	} {
		if !part.known {
			return &fault.Error{Op: "choosing a form", Service: serviceName, Kind: fault.Invalid, Code: CodeForm, Words: part.value}
		}
	}
	return nil
}

func isStatus(code int) bool { return code >= 200 && code <= 599 }
