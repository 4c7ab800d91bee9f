package agent

import (
	"bufio"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheLoopbackSocketAnswersWhoKnowsItsSecret(t *testing.T) {
	path := filepath.Join(scratch(t), "s")
	l, err := listenLoopback(path)
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan string, 1)
	go func() {
		conn, err := l.Accept()
		if err != nil {
			served <- err.Error()
			return
		}
		defer conn.Close()
		line, err := bufio.NewReader(conn).ReadString('\n')
		if err != nil {
			line = err.Error()
		}
		served <- line
	}()
	conn, err := dialLoopback(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, "hello\n"); err != nil {
		t.Fatal(err)
	}
	if got := <-served; got != "hello\n" {
		t.Errorf("the server read %q", got)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Lstat(path); err == nil {
		t.Error("the file is still there")
	}
	if _, err := dialLoopback(t.Context(), path); err == nil {
		t.Error("a closed socket was reached")
	}
}

func TestStrangersAtTheLoopbackSocketReadAndSayNothing(t *testing.T) {
	path := filepath.Join(scratch(t), "s")
	l, err := listenLoopback(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	told, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	address, _, _ := strings.Cut(string(told), " ")
	for _, said := range []string{strings.Repeat("A", secretSize) + `{"do":"quit"}` + "\n", "short"} {
		stranger, err := net.Dial("tcp4", address)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(stranger, said); err != nil {
			t.Fatal(err)
		}
		if err := stranger.(*net.TCPConn).CloseWrite(); err != nil {
			t.Fatal(err)
		}
		conn, err := l.Accept()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(conn); err == nil || len(got) > 0 {
			t.Errorf("%q got through: %q, %v", said, got, err)
		}
		conn.Close()
		stranger.Close()
	}
}

func TestAFileThatTellsNoSocketIsNotFollowed(t *testing.T) {
	for _, told := range []string{"", "127.0.0.1:80", "example.com:80 " + strings.Repeat("A", secretSize), "127.0.0.1:80 short", "garbage " + strings.Repeat("A", secretSize)} {
		path := filepath.Join(scratch(t), "s")
		if err := os.WriteFile(path, []byte(told), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := dialLoopback(t.Context(), path); err == nil {
			t.Errorf("%q was followed", told)
		}
	}
	if _, err := listenLoopback(scratch(t)); err == nil {
		t.Error("a folder became a socket")
	}
}
