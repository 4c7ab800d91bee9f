package message

import "foyer/services/fault"

// Err returns the failure as the error that it was kept of, without its cause; nil for nil.
func (f *Failure) Err() error {
	if f == nil {
		return nil
	}
	return &fault.Error{Op: "sending a message", Service: "chat-messenger", Kind: f.Kind, Status: f.Status, Code: f.Code, Words: f.Words, RequestID: f.RequestID}
}
