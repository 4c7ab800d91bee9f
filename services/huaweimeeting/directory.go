package huaweimeeting

import (
	"context"
	"encoding/json"
	"net/http"

	"foyer/services/meeting"
)

// directoryEntry is a person or a room system of the directory.
type directoryEntry struct {
	ID       text `json:"id"`
	Account  text `json:"account"`
	Name     text `json:"name"`
	English  text `json:"englishName"`
	Email    text `json:"email"`
	Phone    text `json:"phone"`
	Hidden   flag `json:"hidePhone"`
	DeptName text `json:"deptName"`
	Number   text `json:"number"`
	Terminal flag `json:"isHardTerminal"`
	Type     text `json:"type"`
}

// Search looks for people and room systems, 100 unless the query says otherwise.
func (s *Service) Search(ctx context.Context, q meeting.Query) (meeting.Directory, error) {
	const op = "searching the directory"
	query := page(q)
	query.Set("searchScope", "ALL") // people and room systems
	document, err := s.asAccount(ctx, ask{op: op, method: http.MethodGet, path: "/v1/usg/abs/users", query: query, reads: true})
	if err != nil {
		return meeting.Directory{}, err
	}
	var answer pageAnswer[directoryEntry]
	if json.Unmarshal(document, &answer) != nil {
		return meeting.Directory{}, s.unreadable(op)
	}
	rows, offset, count := answer.rows(q)
	all := meeting.Directory{People: make([]meeting.Entry, 0, len(rows)), Offset: offset, Count: count}
	for _, row := range rows {
		all.People = append(all.People, row.entry())
	}
	return all, nil
}

func (e directoryEntry) entry() meeting.Entry {
	entry := meeting.Entry{
		UserUUID: e.ID.line(), Account: e.Account.line(), Name: e.Name.line(), Number: e.Number.line(), Phone: e.Phone.line(),
		Email: e.Email.line(), DeptName: e.DeptName.line(), Type: e.endpoint(),
	}
	if e.Hidden {
		entry.Phone = ""
	}
	for _, name := range []text{e.English, e.Account, e.Number} {
		if entry.Name == "" {
			entry.Name = name.line()
		}
	}
	return entry
}

// endpoint is what kind of endpoint to invite it as.
func (e directoryEntry) endpoint() meeting.Type {
	switch e.Type.line() {
	case "HARD_TERMINAL":
		return meeting.Terminal
	case "WHITE_BOARD":
		return meeting.Board
	case "HW_VISION_MEMBER":
		return meeting.HWVision
	case "IDEA_HUB_MEMBER":
		return meeting.IdeaHub
	}
	if e.Terminal {
		return meeting.Terminal
	}
	return meeting.Normal
}
