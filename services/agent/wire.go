package agent

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"foyer/services/fault"
	"foyer/services/message"
	"foyer/services/room"
)

// maxLine is the longest line that either side accepts, in bytes: enough for the largest picture
// and table that Foyer copies, and small enough to be read by a process of 20 MB.
const maxLine = 4 << 20

// errTooLong is answered to a line beyond maxLine.
var errTooLong = errors.New("line too long")

// The requests. A connection carries one; only "subscribe" is followed by more than one line.
const (
	doStatus    = "status"
	doShow      = "show"
	doQuit      = "quit"
	doPaste     = "paste"
	doUndo      = "undo"
	doCopy      = "copy"
	doCopyLink  = "copy-link"
	doChanged   = "changed"
	doSubscribe = "subscribe"

	doDeliver      = "deliver"
	doCheck        = "check"
	doQuickCall    = "quick-call"
	doSaveChatRoom = "save-chat-room"
	doSetSecret    = "set-secret"
	doRemoveSecret = "remove-secret"
	doSecretState  = "secret-state"
	doDemo         = "demo"

	doRefreshRooms = "refresh-rooms"
	doRefreshMonth = "refresh-month"
	doPokeRooms    = "poke-rooms"

	doMeeting = "meeting"
	doData    = "data"
)

// request is the one line that a client sends. It may hold a secret, so it is never logged.
type request struct {
	Do   string `json:"do"`
	Page string `json:"page,omitempty"`
	Role Role   `json:"role,omitempty"`
	What What   `json:"what,omitempty"`
	Undo uint64 `json:"undo,omitempty"`
	Ref  int64  `json:"ref,omitempty"`
	Clip *Clip  `json:"clip,omitempty"`

	// Service is the ID of the service that is to answer, "" for the one in use.
	Service string `json:"service,omitempty"`

	IDs       []int64            `json:"ids,omitempty"`
	Name      string             `json:"name,omitempty"` // of a service or of a secret
	QuickCall *message.QuickCall `json:"quickCall,omitempty"`
	ChatRoom  *message.ChatRoom  `json:"chatRoom,omitempty"`
	Secret    string             `json:"secret,omitempty"`
	Keeping   Keeping            `json:"keeping,omitempty"`

	Day   room.Date  `json:"day,omitzero"`
	Month room.Month `json:"month,omitzero"`

	Meeting *meetingCall `json:"meeting,omitempty"`
	Data    *dataCall    `json:"data,omitempty"`
}

// asksService reports whether the answer has to come from a service, or takes as long for another reason.
func (q request) asksService() bool {
	switch q.Do {
	case doCheck, doQuickCall, doSaveChatRoom, doRefreshRooms, doRefreshMonth, doMeeting, doData:
		return true
	}
	return false
}

// reply is the one line that answers a request. Error and a result may come together: links were
// saved, but the clipboard could not be written.
type reply struct {
	Error  *wireFault `json:"error,omitempty"`
	Status *Status    `json:"status,omitempty"`
	Pasted *Pasted    `json:"pasted,omitempty"`
	Copied *Copied    `json:"copied,omitempty"`

	Checked  *Checked          `json:"checked,omitempty"`
	URL      string            `json:"url,omitempty"`
	ChatRoom *message.ChatRoom `json:"chatRoom,omitempty"`
	Secret   *SecretState      `json:"secret,omitempty"`

	Meeting *meetingResult `json:"meeting,omitempty"`
	Data    *dataResult    `json:"data,omitempty"`
}

// wireFault carries a *fault.Error to the other side.
type wireFault struct {
	Op         string        `json:"op"`
	Service    string        `json:"service,omitempty"`
	Kind       fault.Kind    `json:"kind"`
	Status     int           `json:"status,omitempty"`
	Code       string        `json:"code,omitempty"`
	Words      string        `json:"words,omitempty"`
	RequestID  string        `json:"requestId,omitempty"`
	RetryAfter time.Duration `json:"retryAfter,omitempty"`
}

func toWire(op string, err error) *wireFault {
	if err == nil {
		return nil
	}
	if e, ok := errors.AsType[*fault.Error](err); ok {
		words := e.Words
		if words == "" && e.Err != nil {
			words = e.Err.Error()
		}
		return &wireFault{Op: e.Op, Service: e.Service, Kind: e.Kind, Status: e.Status, Code: e.Code, Words: words,
			RequestID: e.RequestID, RetryAfter: e.RetryAfter}
	}
	return &wireFault{Op: op, Kind: fault.Other, Words: err.Error()}
}

func (w *wireFault) err() error {
	if w == nil {
		return nil
	}
	return &fault.Error{Op: w.Op, Service: w.Service, Kind: w.Kind, Status: w.Status, Code: w.Code, Words: w.Words,
		RequestID: w.RequestID, RetryAfter: w.RetryAfter}
}

// readLine returns the next line without its end. It never holds more than limit bytes.
func readLine(r *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > limit {
			return nil, errTooLong
		}
		line = append(line, part...)
		switch {
		case err == nil:
			return line[:len(line)-1], nil
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) > 0:
			return nil, io.ErrUnexpectedEOF
		default:
			return nil, err
		}
	}
}

// decodeRequest reads a client's line. Unknown fields are ignored, so that a newer client can
// talk to an older agent.
func decodeRequest(line []byte) (request, error) {
	var r request
	if err := json.Unmarshal(line, &r); err != nil {
		return request{}, &fault.Error{Op: "reading a request", Kind: fault.Invalid, Code: "not-json", Err: err}
	}
	if r.Do == "" {
		return request{}, &fault.Error{Op: "reading a request", Kind: fault.Invalid, Code: "no-request"}
	}
	return r, nil
}

// writeLine sends v as one line in one write.
func writeLine(w io.Writer, v any) error {
	line, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encoding an answer: %w", err)
	}
	if len(line) >= maxLine {
		return errTooLong
	}
	_, err = w.Write(append(line, '\n'))
	return err
}
