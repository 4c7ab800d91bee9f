package house

import (
	"slices"
	"strings"
	"testing"
)

// domain packages are pure: they know each other and fault, and nothing that waits or stores.
var domain = []string{"chord", "fault", "link", "meeting", "message", "person", "plain", "redact", "room"}

// adapters are the services that talk to the world.
var adapters = []string{"agent", "atomicfile", "backup", "chatmessenger", "daysheet", "demo", "desktop", "huaweimeeting", "logfile", "profile", "secrets", "store", "transport"}

// overHTTP are the adapters that share the one HTTP client.
var overHTTP = []string{"chatmessenger", "huaweimeeting"}

// impure are what the domain may not import.
var impure = []string{"database/sql", "embed", "log", "log/slog", "math/rand", "math/rand/v2", "net", "net/http", "os", "os/exec", "os/signal", "path/filepath", "syscall"}

// toolkits may be imported below ui and cmd only.
var toolkits = []string{"fyne.io/fyne/v2", "fyne.io/systray"}

// allowed reports whether a package of the project may import another one of the project.
func allowed(from, to string) bool {
	switch {
	case strings.HasPrefix(from, "cmd/"):
		return !strings.HasPrefix(to, "cmd/") || strings.HasPrefix(to, "cmd/internal/")
	case strings.HasPrefix(from, "ui/"):
		service, isService := strings.CutPrefix(to, "services/")
		return to == "assets" || strings.HasPrefix(to, "ui/") ||
			isService && (slices.Contains(domain, service) || service == "agent")
	case strings.HasPrefix(from, "services/"):
		return allowedService(strings.TrimPrefix(from, "services/"), to)
	default:
		return false // assets import nothing
	}
}

func allowedService(from, to string) bool {
	to, isService := strings.CutPrefix(to, "services/")
	if !isService {
		return false
	}
	if slices.Contains(domain, to) {
		return slices.Contains(domain, from) || slices.Contains(adapters, from)
	}
	return to == "transport" && slices.Contains(overHTTP, from)
}

func TestEveryArrowIsInTheHousePlan(t *testing.T) {
	for _, goos := range platforms {
		arrows := 0
		for _, p := range list(t, goos, "./...") {
			from := strings.TrimPrefix(p.ImportPath, module)
			for _, imported := range p.Imports {
				to, ours := strings.CutPrefix(imported, module)
				if !ours {
					continue
				}
				arrows++
				if !allowed(from, to) {
					t.Errorf("%s: %s imports %s", goos, from, to)
				}
			}
		}
		if arrows < 20 {
			t.Errorf("%s: only %d arrows were seen", goos, arrows)
		}
	}
}

func TestEveryServiceHasARoom(t *testing.T) {
	for _, p := range list(t, "linux", "./services/...") {
		name := strings.TrimPrefix(p.ImportPath, module+"services/")
		if !slices.Contains(domain, name) && !slices.Contains(adapters, name) {
			t.Errorf("services/%s is neither domain nor adapter", name)
		}
	}
}

func TestTheDomainIsPure(t *testing.T) {
	for _, goos := range platforms {
		for _, p := range list(t, goos, "./services/...") {
			name := strings.TrimPrefix(p.ImportPath, module+"services/")
			if !slices.Contains(domain, name) {
				continue
			}
			for _, imported := range p.Imports {
				if slices.Contains(impure, imported) {
					t.Errorf("%s: services/%s imports %s", goos, name, imported)
				}
			}
		}
	}
}

func TestToolkitsStayInTheUserInterface(t *testing.T) {
	for _, goos := range platforms {
		for _, p := range list(t, goos, "./services/...", "./ui/text", "./ui/tray") {
			for _, imported := range p.Imports {
				isTray := strings.HasSuffix(p.ImportPath, "ui/tray") && imported == "fyne.io/systray"
				if isToolkit(imported) && !isTray {
					t.Errorf("%s: %s imports %s", goos, p.ImportPath, imported)
				}
			}
		}
	}
}

func TestOnlyTheWindowOpensAWindow(t *testing.T) {
	// fyne.io/fyne/v2/app needs OpenGL; the measured floor is a bare window and needs it too.
	may := []string{"cmd/foyer-window", "cmd/internal/bare"}
	seen := 0
	for _, f := range files(t) {
		if !f.imports("fyne.io/fyne/v2/app") {
			continue
		}
		if seen++; !f.in(may...) {
			t.Errorf("%s imports fyne.io/fyne/v2/app", f.path)
		}
	}
	if seen == 0 {
		t.Error("nothing imports fyne.io/fyne/v2/app")
	}
}

func TestTheAgentReachesNeitherFyneNorCgo(t *testing.T) {
	for _, goos := range []string{"linux", "windows"} {
		deps := list(t, goos, "-deps", "./cmd/foyer")
		if len(deps) < 100 {
			t.Fatalf("%s: only %d packages were seen", goos, len(deps))
		}
		for _, p := range deps {
			if strings.HasPrefix(p.ImportPath, "fyne.io/fyne/") {
				t.Errorf("%s: cmd/foyer reaches %s", goos, p.ImportPath)
			}
		}
	}
}

func isToolkit(path string) bool {
	return slices.ContainsFunc(toolkits, func(toolkit string) bool {
		return path == toolkit || strings.HasPrefix(path, toolkit+"/")
	})
}
