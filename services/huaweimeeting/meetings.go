package huaweimeeting

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"foyer/services/fault"
	"foyer/services/meeting"
)

const (
	pathMeetings = "/v1/mmc/management/conferences"

	// usual is the length of a page when none is asked for, and most the longest.
	usual = 100
	most  = 500
	// maxWords is how many characters are looked for at most.
	maxWords = 128
)

// page is the query for a page of anything.
func page(q meeting.Query) url.Values {
	limit := q.Limit
	if limit <= 0 {
		limit = usual
	}
	v := url.Values{"limit": {strconv.Itoa(min(limit, most))}}
	if q.Offset > 0 {
		v.Set("offset", strconv.Itoa(q.Offset))
	}
	if words := []rune(strings.TrimSpace(q.Words)); len(words) > 0 {
		v.Set("searchKey", string(words[:min(len(words), maxWords)]))
	}
	return v
}

// pageAnswer is a page of anything.
type pageAnswer[T any] struct {
	Count number  `json:"count"`
	Data  list[T] `json:"data"`
}

// rows returns the rows of the page that was asked for, and how many there are altogether. Past the end
// the directory repeats its last page, which is no page then.
func (a pageAnswer[T]) rows(q meeting.Query) (rows list[T], offset, count int) {
	offset = max(q.Offset, 0)
	rows = a.Data
	if a.Count.ok && offset > 0 && int64(offset) >= a.Count.n {
		rows = nil
	}
	if a.Count.ok && a.Count.n > 0 && a.Count.n < 1<<31 {
		count = int(a.Count.n)
	}
	if len(rows) > 0 {
		count = max(count, offset+len(rows))
	}
	return rows, offset, count
}

// List returns meetings that have not ended, 100 unless the query says otherwise.
func (s *Service) List(ctx context.Context, q meeting.Query) (meeting.Meetings, error) {
	const op = "listing meetings"
	path := pathMeetings
	if q.Running {
		path += "/online"
	}
	document, err := s.asAccount(ctx, ask{op: op, method: http.MethodGet, path: path, query: page(q), reads: true})
	if err != nil {
		return meeting.Meetings{}, err
	}
	var answer pageAnswer[meetingEntry]
	if json.Unmarshal(document, &answer) != nil {
		return meeting.Meetings{}, s.unreadable(op)
	}
	rows, offset, count := answer.rows(q)
	all := meeting.Meetings{Meetings: make([]meeting.Meeting, 0, len(rows)), Offset: offset, Count: count}
	for _, row := range rows {
		if m := row.meeting(); m.ID != "" {
			all.Meetings = append(all.Meetings, m)
		}
	}
	return all, nil
}

// Detail returns one meeting. One that was not scheduled is known among those that take place only.
func (s *Service) Detail(ctx context.Context, id string) (meeting.Meeting, error) {
	const op = "reading a meeting"
	id, err := s.meetingID(op, id)
	if err != nil {
		return meeting.Meeting{}, err
	}
	m, err := s.detail(ctx, op, pathMeetings+"/confDetail", id)
	e, ok := errors.AsType[*fault.Error](err)
	if !ok || e.Code != "MMC.111070005" && e.Status != http.StatusNotFound {
		return m, err
	}
	if m, second := s.detail(ctx, op, pathMeetings+"/online/confDetail", id); second == nil {
		return m, nil
	}
	return meeting.Meeting{}, err
}

func (s *Service) detail(ctx context.Context, op, path, id string) (meeting.Meeting, error) {
	document, err := s.asAccount(ctx, ask{op: op, method: http.MethodGet, path: path, query: inMeeting(id), reads: true})
	if err != nil {
		return meeting.Meeting{}, err
	}
	var answer struct {
		Data one[meetingEntry] `json:"conferenceData"`
	}
	if json.Unmarshal(document, &answer) != nil || answer.Data.value.ID.line() == "" {
		return meeting.Meeting{}, s.unreadable(op)
	}
	return answer.Data.value.meeting(), nil
}
