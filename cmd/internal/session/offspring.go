package session

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// Pids lists the processes of this desktop that run a program, given by its path.
func (s *Session) Pids(program string) ([]int, error) {
	return s.offspring(func(exe string) bool { return exe == program })
}

// offspring lists the processes that carry this desktop's private runtime directory in their
// environment: what was started here, by whomever.
func (s *Session) offspring(is func(exe string) bool) ([]int, error) {
	mark := []byte("XDG_RUNTIME_DIR=" + s.Path("run") + "\x00")
	entries, err := filepath.Glob("/proc/[0-9]*")
	if err != nil {
		return nil, fmt.Errorf("listing processes: %w", err)
	}
	var pids []int
	for _, entry := range entries {
		env, err := os.ReadFile(filepath.Join(entry, "environ"))
		if err != nil || !bytes.Contains(env, mark) {
			continue // somebody else's, or it has just ended
		}
		exe, err := os.Readlink(filepath.Join(entry, "exe"))
		if err != nil || !is(exe) {
			continue
		}
		pid, err := strconv.Atoi(filepath.Base(entry))
		if err != nil {
			return nil, fmt.Errorf("listing processes: %w", err)
		}
		pids = append(pids, pid)
	}
	return pids, nil
}

// endStragglers ends what the desktop's own programs have started and left behind: services that
// the bus activated, clipboard holders. They get a moment to go by themselves, now that bus and
// display are gone; until then they may still write into the folder that is to be removed.
func (s *Session) endStragglers() error {
	const patience = 2 * time.Second
	all := func(string) bool { return true }
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	gone := func() (bool, error) {
		pids, err := s.offspring(all)
		return len(pids) == 0, err
	}
	if Await(ctx, "the rest to end", gone) == nil {
		return nil
	}
	pids, err := s.offspring(all)
	if err != nil {
		return err
	}
	for _, pid := range pids {
		if p, err := os.FindProcess(pid); err == nil {
			_ = p.Kill() // it may have ended by now
		}
	}
	ctx, cancel = context.WithTimeout(context.Background(), patience)
	defer cancel()
	return Await(ctx, "the killed rest to end", gone)
}
