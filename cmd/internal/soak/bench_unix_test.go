//go:build unix

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"foyer/services/agent"
	"foyer/services/demo"
	"foyer/services/message"
	"foyer/services/store"
)

// receiver is a server that reads what it is sent and accepts it.
func receiver(b *testing.B) *httptest.Server {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			b.Error(err)
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, "{}")
	}))
	b.Cleanup(s.Close)
	return s
}

func letter(i int) message.Message {
	return message.Message{To: []string{fmt.Sprintf("person%d@example.com", i)}, Text: fmt.Sprintf("Your parking space for the week is number %d", i)}
}

func letters(n int) iter.Seq2[message.Row, error] {
	return func(yield func(message.Row, error) bool) {
		for i := range n {
			if !yield(message.Row{Number: i + 1, Message: letter(i)}, nil) {
				return
			}
		}
	}
}

// outbox returns a queued batch and who delivers it.
func outbox(b *testing.B, server string, rows int, bulk bool) *agent.Deliverer {
	dir := b.TempDir()
	s, err := store.Open(b.Context(), filepath.Join(dir, "foyer.db"), time.Now)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	if _, err := s.QueueBatch(b.Context(), message.Batch{Name: "parking.csv", Bulk: bulk}, letters(rows)); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		c, err := s.Counts(context.WithoutCancel(b.Context()), message.Filter{})
		if err != nil || c.Sent != rows {
			b.Errorf("%+v, %v; want %d sent", c, err, rows)
		}
	})
	return agent.NewDeliverer(agent.DelivererConfig{
		Outbox: s, Lock: filepath.Join(dir, "delivery.lock"),
		Messenger: func(context.Context) (agent.Messenger, error) { return connect(server, "token") },
	})
}

// BenchmarkDeliver delivers ten thousand messages: through the outbox, where each is marked on the disk
// before it leaves and its result is stored, and, as the floor, by a loop of as many workers around a
// bare http.Client that forgets everything. The server is the demo office, at once or after two
// milliseconds as over a network nearby, or one that only reads, at once.
func BenchmarkDeliver(b *testing.B) {
	const rows = 10000
	for _, server := range []struct {
		name string
		url  func(b *testing.B) string
	}{
		{"office", func(b *testing.B) string { return office(b, 0) }},
		{"office-2ms", func(b *testing.B) string { return office(b, 2*time.Millisecond) }},
		{"reader", func(b *testing.B) string { return receiver(b).URL }},
	} {
		b.Run(server.name+"/outbox", func(b *testing.B) {
			url := server.url(b)
			b.ResetTimer()
			used := -cpu(b)
			for b.Loop() {
				b.StopTimer()
				used += cpu(b)
				d := outbox(b, url, rows, false)
				used -= cpu(b)
				b.StartTimer()
				if err := d.Drain(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
			report(b, rows, used+cpu(b))
		})
		b.Run(server.name+"/floor-http", func(b *testing.B) {
			url := server.url(b)
			b.ResetTimer()
			used := -cpu(b)
			for b.Loop() {
				bare(b, url, rows)
			}
			report(b, rows, used+cpu(b))
		})
	}
}

func report(b *testing.B, rows int, used time.Duration) {
	all := float64(rows) * float64(b.N)
	b.ReportMetric(all/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(used.Microseconds())/all, "cpu-us/row")
}

// cpu is what this process has used of the processors: it says more than the time where others work
// on the same computer.
func cpu(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// office opens a demo office that answers late, and returns its URL.
func office(b *testing.B, late time.Duration) string {
	o, err := demo.New(demo.Config{Token: "token"})
	if err != nil {
		b.Fatal(err)
	}
	if late > 0 {
		o.SetFault("", demo.Fault{Kind: demo.Delay, Wait: late}, 0)
	}
	s := httptest.NewServer(o)
	b.Cleanup(func() {
		s.Close()
		if err := o.Close(); err != nil {
			b.Error(err)
		}
	})
	return s.URL
}

func bare(b *testing.B, server string, rows int) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: agent.DefaultConcurrency}}
	defer client.CloseIdleConnections()
	work := make(chan int)
	var workers sync.WaitGroup
	for range agent.DefaultConcurrency {
		workers.Go(func() {
			for i := range work {
				if err := post(client, server, letter(i)); err != nil {
					b.Error(err)
				}
			}
		})
	}
	for i := range rows {
		work <- i
	}
	close(work)
	workers.Wait()
}

func post(client *http.Client, server string, m message.Message) error {
	body, err := json.Marshal(map[string]any{"panelName": "messenger", "message": m.Text, "isOpened": false,
		"generalPurposes": map[string]string{"users": strings.Join(m.To, ",")}})
	if err != nil {
		return err
	}
	r, err := http.NewRequest(http.MethodPost, server+"/sendMessage", strings.NewReader(url.Values{"message": {string(body)}}.Encode()))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("x-cam-apiToken", "token")
	answer, err := client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	var got map[string]any
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}

// BenchmarkDeliverMemory delivers outboxes of different lengths, and reports by how much the heap in use
// was larger at its largest than before.
func BenchmarkDeliverMemory(b *testing.B) {
	for _, rows := range []int{1000, 10000, 100000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			server := receiver(b)
			var most uint64
			for b.Loop() {
				b.StopTimer()
				d := outbox(b, server.URL, rows, false)
				before := inUse()
				var largest uint64
				d.Changed = func() {
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					largest = max(largest, m.HeapAlloc)
				}
				b.StartTimer()
				if err := d.Drain(b.Context()); err != nil {
					b.Fatal(err)
				}
				most = max(most, largest-min(largest, before))
			}
			b.ReportMetric(float64(most)/(1<<20), "MB-more")
		})
	}
}

func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
