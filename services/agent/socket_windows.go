package agent

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net"
	"path/filepath"
	"strings"

	"github.com/Microsoft/go-winio"
	"golang.org/x/sys/windows"
)

// pipeName names the pipe that stands in for the socket at path. Pipes have one namespace for
// all users, so the name is made from the path, which holds the user's folder or the profile's.
func pipeName(path string) string {
	sum := sha256.Sum256([]byte(strings.ToLower(filepath.Clean(path))))
	return `\\.\pipe\foyer-` + hex.EncodeToString(sum[:12])
}

// listen opens the named pipe for path, for this user alone. A pipe ends with its process, so
// there is never a stale one.
func listen(path string) (net.Listener, error) {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return nil, fmt.Errorf("asking who the user is: %w", err)
	}
	l, err := winio.ListenPipe(pipeName(path), &winio.PipeConfig{
		// Protected; everything for the user, nothing for anybody else.
		SecurityDescriptor: "D:P(A;;GA;;;" + user.User.Sid.String() + ")",
	})
	if err != nil {
		return nil, fmt.Errorf("opening the pipe: %w", err)
	}
	return l, nil
}

func dial(ctx context.Context, path string) (net.Conn, error) {
	return winio.DialPipeContext(ctx, pipeName(path))
}
