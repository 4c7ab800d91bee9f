// Command soak kills delivering processes at random moments and looks what became of the messages.
// Each round queues a batch of a thousand rows, starts an agent that delivers it to a demo office, now
// and then a command that wants to deliver it, too, and kills them in the middle until everything is at
// rest. Then the office's list of what it accepted is compared with the outbox: every row is sent,
// failed or unknown, nothing was sent twice, nothing that did not arrive counts as sent, and messages to
// one destination arrived in order.
//
// With -days it looks at something else: whether an agent that reads the meeting rooms for a month is
// larger in the end than after its first day.
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/signal"
	"syscall"
	"time"

	"foyer/cmd/internal/programs"
)

func main() {
	if role := os.Getenv(roleVariable); role != "" {
		os.Exit(play(role))
	}
	kills := flag.Int("kills", 1000, "how many processes are killed")
	rows := flag.Int("rows", 1000, "how many rows a batch has")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "of the random moments")
	days := flag.Int("days", 0, "read the rooms for so many days instead")
	folder := flag.String("programs", "build", "where the two programs are, for -days")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	var err error
	if *days > 0 {
		_, err = playMonth(ctx, programs.In(*folder).Foyer, *days, dayPolls)
	} else {
		err = run(ctx, *kills, *rows, *seed)
	}
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "soak:", err)
		os.Exit(1)
	}
}

// run plays rounds until enough processes were killed.
func run(ctx context.Context, kills, rows int, seed uint64) error {
	fmt.Printf("seed %d\n", seed)
	random := rand.New(rand.NewPCG(seed, seed))
	var all tally
	for round := 1; all.kills < kills; round++ {
		t, err := playRound(ctx, random, rows, kills-all.kills)
		all.add(t)
		fmt.Printf("round %d: %s\n", round, t)
		if err != nil {
			return fmt.Errorf("round %d of seed %d: %w", round, seed, err)
		}
	}
	fmt.Printf("all: %s\n", all)
	return nil
}
