package transport

import (
	"errors"
	"fmt"
	"net"
	"os"
	"syscall"
	"testing"
)

func TestAFailureOfTheNetworkHasAName(t *testing.T) {
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	for _, test := range []struct {
		err  error
		gone bool
		code string
	}{
		{dial(&net.DNSError{Err: "no such host", Name: "cam.example.com", IsNotFound: true}), false, CodeNoHost},
		{dial(&net.DNSError{Err: "i/o timeout", Name: "cam.example.com", IsTimeout: true}), false, CodeNoHost},
		{dial(os.NewSyscallError("connect", syscall.ECONNREFUSED)), false, CodeNoConnection},
		{dial(os.NewSyscallError("connect", syscall.ENETUNREACH)), false, CodeNoConnection},
		{dial(os.ErrDeadlineExceeded), false, CodeTimeout},
		{fmt.Errorf("write: %w", syscall.EPIPE), true, CodeConnectionLost},
		{errors.New("http: server closed idle connection"), true, CodeConnectionLost},
		{errors.New("remote error: tls: handshake failure"), false, CodeTLS},
	} {
		if got := codeOf(test.err, test.gone); got != test.code {
			t.Errorf("%v: %s, want %s", test.err, got, test.code)
		}
	}
}
