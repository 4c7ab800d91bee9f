package session

import (
	"os/exec"
	"runtime"
)

// spawner starts all processes from one operating-system thread that lives as long as the
// desktop. The kernel ties "die with your parent" to the parent's thread, so with any other
// thread a child could be ended while the desktop still needs it, or outlive a crashed test.
type spawner struct {
	requests chan spawnRequest
	done     chan struct{}
}

type spawnRequest struct {
	cmd    *exec.Cmd
	answer chan error
}

func newSpawner() *spawner {
	s := &spawner{requests: make(chan spawnRequest), done: make(chan struct{})}
	go s.serve()
	return s
}

func (s *spawner) serve() {
	defer close(s.done)
	runtime.LockOSThread() // never unlocked: the thread ends with this goroutine
	for r := range s.requests {
		r.answer <- r.cmd.Start()
	}
}

func (s *spawner) start(cmd *exec.Cmd) error {
	dieWithParent(cmd)
	r := spawnRequest{cmd: cmd, answer: make(chan error, 1)}
	s.requests <- r
	return <-r.answer
}

func (s *spawner) close() {
	close(s.requests)
	<-s.done
}
