//go:build !windows && !darwin

package desktop

import (
	"testing"

	"foyer/services/fault"
)

func TestOnlyAddressesOfWebPagesOpenInTheBrowser(t *testing.T) {
	t.Setenv("PATH", programs(t, map[string]string{"xdg-open": "exit 0"}))
	for _, address := range []string{"https://cam.example.com/call/1", "http://127.0.0.1:8080/x?y=z"} {
		if err := new(Opener).OpenPage(t.Context(), address); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{"", "file:///etc/passwd", "javascript:alert(1)", "https://", "https://user:secret@example.com/", "cam.example.com", "http://%zz"} {
		wantFault(t, new(Opener).OpenPage(t.Context(), address), fault.Invalid, CodeNoPage)
	}
}
