package agent

import (
	"context"

	"foyer/services/meeting"
)

// MeetingService is Huawei Cloud Meeting as the settings say at the moment. It keeps its tokens, so the
// same one is returned until they change.
type MeetingService interface {
	meeting.Host
	// Check logs in anew, to see whether the service takes the account.
	Check(ctx context.Context) (Checked, error)
	// Forget drops all tokens without telling the service, and what it refused: there is another secret.
	Forget()
	// LogOut gives the access token back, if there is one.
	LogOut(ctx context.Context) error
}
