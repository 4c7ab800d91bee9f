//go:build wine

package windows

import (
	"errors"
	"io/fs"
	"os"
	"testing"
)

// Nothing is backed up here: wine 8 does not remove folders the way Go asks it to.
func TestEverythingIsErasedWhileTheAgentRuns(t *testing.T) {
	b := newBox(t)
	b.start()
	b.does(nil, "link", "save", "a@example.com")
	b.does(nil, "erase", "--yes")
	if code, err := b.agent.ExitCode(t.Context()); err != nil || code != 0 {
		t.Errorf("the agent ended with %d, %v", code, err)
	}
	left, err := os.ReadDir(b.Unix(b.profile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for _, file := range left {
		t.Errorf("%s is left", file.Name())
	}
}
