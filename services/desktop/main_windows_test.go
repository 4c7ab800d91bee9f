package desktop

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"testing"
)

// handlerEnv is set for the program that a test registers for links: the test binary itself. Its value
// is the address at which the test waits for the arguments.
const handlerEnv = "FOYER_DESKTOP_HANDLER"

// readerEnv is set for a second process that reads what the test wrote to the clipboard.
const readerEnv = "FOYER_DESKTOP_READER"

func TestMain(m *testing.M) {
	var err error
	switch {
	case os.Getenv(handlerEnv) != "":
		err = reportArguments(os.Getenv(handlerEnv))
	case os.Getenv(readerEnv) != "":
		err = json.NewEncoder(os.Stdout).Encode(clipboardContent())
	default:
		os.Exit(m.Run())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func reportArguments(address string) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	return json.NewEncoder(conn).Encode(os.Args[1:])
}
