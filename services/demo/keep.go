package demo

import (
	"encoding/json"
	"errors"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"foyer/services/fault"
)

const (
	stateName = "demo.json"
	// settle is how long after a change the file is written, so that many changes make one file.
	settle = 200 * time.Millisecond
	// share is how much longer than it took the last write is waited for: a tenth of the time at most
	// goes into writing.
	share = 10
)

// stateFile is where the state is kept. It belongs to one process at a time.
type stateFile struct {
	path     string
	lock     *flock.Flock
	dirty    chan struct{} // holds one when there is something to write
	stop     chan struct{}
	done     chan struct{}
	setAside string
	once     sync.Once

	writing sync.Mutex
	closed  bool // guarded by writing: the file may be another process's now
	unsaved bool // guarded by the office's mutex
}

// changed has the state written soon. The mutex is held.
func (o *Office) changed() {
	if o.file == nil {
		return
	}
	o.file.unsaved = true
	select {
	case o.file.dirty <- struct{}{}:
	default:
	}
}

// keep writes what changed until the office is closed.
func (o *Office) keep() {
	f := o.file
	defer close(f.done)
	pause := settle
	for {
		select {
		case <-f.stop:
			return
		case <-f.dirty:
		}
		wait := time.NewTimer(pause)
		select {
		case <-f.stop:
			wait.Stop()
			return
		case <-wait.C:
		}
		began := time.Now()
		if err := o.flush(); err != nil {
			o.log.Warn("demo data not written", "err", err)
		}
		pause = max(settle, share*time.Since(began))
	}
}

// flush writes the state now, unless the file has it already. What could not be written is tried
// again at the next change.
func (o *Office) flush() error {
	f := o.file
	if f == nil {
		return nil
	}
	f.writing.Lock()
	defer f.writing.Unlock()
	if f.closed {
		return nil
	}
	o.mutex.Lock()
	unsaved, s := f.unsaved, o.state.copied()
	f.unsaved = false
	o.mutex.Unlock()
	if !unsaved {
		return nil
	}
	data, err := json.Marshal(s)
	if err == nil {
		err = replace(f.path, data)
	}
	if err != nil {
		o.mutex.Lock()
		f.unsaved = true
		o.mutex.Unlock()
		return &fault.Error{Op: "writing " + f.path, Service: serviceName, Kind: fault.Other, Err: err}
	}
	return nil
}

// Close writes what is not on the disk yet and gives Dir free, and the port if nobody serves there.
// It does not stop Serve; the end of its context does. Errors are *fault.Error.
func (o *Office) Close() error {
	o.unlisten()
	f := o.file
	if f == nil {
		return nil
	}
	var err error
	f.once.Do(func() {
		close(f.stop)
		<-f.done
		err = o.flush()
		f.writing.Lock()
		defer f.writing.Unlock()
		f.closed = true
		err = errors.Join(err, f.lock.Close())
	})
	return err
}
