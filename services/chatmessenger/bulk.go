package chatmessenger

import (
	"context"
	"net/url"
	"strings"

	"foyer/services/fault"
	"foyer/services/message"
)

// SendBulk delivers direct messages in one call of sendMessages; all share its outcome. A message to
// a chat room is Invalid, because the vendor's key for it is not known.
func (s *Service) SendBulk(ctx context.Context, messages []message.Message) error {
	const op = "sending messages"
	if len(messages) == 0 {
		return nil
	}
	rows, secrets := make([]string, len(messages)), []string(nil)
	for i, m := range messages {
		if err := s.invalid(op, m.Check()); err != nil {
			return err
		}
		if !m.IsDirect() {
			return &fault.Error{Op: op, Service: s.name, Kind: fault.Invalid, Code: CodeBulkRoom, Words: m.Room}
		}
		rows[i] = s.row(m)
		secrets = append(secrets, private(m.Text)...)
	}
	form := url.Values{"messages": {"[" + strings.Join(rows, ",") + "]"}}
	_, _, err := s.call(ctx, ask{op: op, function: "sendMessages", form: form, secrets: secrets})
	return err
}

// row writes a message as sendMessages wants it. The recipients sit in `property` here.
// undocumented: whether sendMessages knows envelopes. A message without is written as documented.
func (s *Service) row(m message.Message) string {
	envelope := ""
	if m.Envelope && s.dialect.BulkEnvelope != "" {
		envelope = "," + encode(s.dialect.BulkEnvelope) + ":true"
	}
	return `{"message":` + encode(m.Text) + envelope + `,"property":` + encode(join(m.To)) + `}`
}
