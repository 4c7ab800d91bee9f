package chatmessenger

import (
	"bytes"
	"context"
	"encoding/json"
	"net/url"
	"strings"

	"foyer/services/fault"
	"foyer/services/message"
)

// wire is a message as sendMessage wants it.
type wire struct {
	// PanelName is "messenger" for a direct message, else the chat room's name.
	PanelName string `json:"panelName"`
	Message   string `json:"message"`
	// IsOpened asks for an opening confirmation: an envelope.
	IsOpened bool   `json:"isOpened"`
	Purposes *users `json:"generalPurposes,omitempty"`
}

// users are e-mail addresses, separated by commas.
type users struct {
	Users string `json:"users"`
}

// Send delivers one message, to people or to a chat room. Errors are as message.Sender says; a message
// that Message.Check finds fault with is Invalid.
func (s *Service) Send(ctx context.Context, m message.Message) error {
	const op = "sending a message"
	if err := s.invalid(op, m.Check()); err != nil {
		return err
	}
	w := wire{PanelName: m.Room, Message: m.Text, IsOpened: m.Envelope}
	if m.IsDirect() {
		w.PanelName, w.Purposes = message.Direct, join(m.To)
	} else if len(m.Mentions) > 0 || s.dialect.EmptyUsers {
		w.Purposes = join(m.Mentions)
	}
	_, _, err := s.call(ctx, ask{op: op, function: "sendMessage", form: url.Values{"message": {encode(w)}}, secrets: private(m.Text)})
	return err
}

// invalid is the error of the first problem, nil without one. Nothing leaves then.
func (s *Service) invalid(op string, problems []message.Problem) error {
	if len(problems) == 0 {
		return nil
	}
	return &fault.Error{Op: op, Service: s.name, Kind: fault.Invalid, Code: problems[0].Code, Words: problems[0].Subject}
}

func join(addresses []string) *users { return &users{Users: strings.Join(addresses, ",")} }

// minPrivate is the length from which a line of a message is looked for in the server's words. A
// shorter one would take words out that are no echo.
const minPrivate = 8

// private returns what a server could repeat of a message's text.
func private(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); len(line) >= minPrivate {
			lines = append(lines, line)
		}
	}
	if text = strings.TrimSpace(text); len(text) >= minPrivate {
		lines = append(lines, text)
	}
	return lines
}

// encode writes JSON as it is, without the escapes for web pages. What is encoded here always can be.
func encode(value any) string {
	var b bytes.Buffer
	stream := json.NewEncoder(&b)
	stream.SetEscapeHTML(false)
	_ = stream.Encode(value)
	return strings.TrimSuffix(b.String(), "\n")
}
