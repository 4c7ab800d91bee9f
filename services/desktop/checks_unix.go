//go:build !windows && !darwin

package desktop

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"strings"

	"github.com/atotto/clipboard"
	"github.com/godbus/dbus/v5"

	"foyer/services/fault"
)

func probes() []probe {
	return []probe{
		{"display", checkDisplay},
		{"tray", checkTray},
		{"clipboard", checkClipboard},
		{"secrets", checkSecrets},
		{"webexteams", checkWebex},
		{"notifications", checkNotifications},
	}
}

func checkDisplay(context.Context) Check {
	var names []string
	if d := os.Getenv("WAYLAND_DISPLAY"); d != "" {
		names = append(names, "Wayland "+d)
	}
	if d := os.Getenv("DISPLAY"); d != "" {
		names = append(names, "X11 "+d)
	}
	if names == nil {
		return Check{State: Missing, Advice: AdviceNoDisplay}
	}
	return Check{State: OK, Detail: strings.Join(names, ", ")}
}

func checkTray(ctx context.Context) Check {
	if busAddress() == "" {
		return Check{State: Missing, Advice: AdviceNoBus}
	}
	present, err := TrayHost(ctx)
	switch {
	case err != nil:
		return unanswered(err)
	case !present:
		return Check{State: Missing, Advice: AdviceNoTray}
	}
	return Check{State: OK, Detail: watcherName}
}

// checkClipboard looks for the programs that atotto/clipboard will use, in its order.
func checkClipboard(context.Context) Check {
	want, advice := []string{"xclip", "xsel"}, AdviceXclip
	if onWayland() {
		want, advice = []string{"wl-copy", "xclip", "xsel"}, AdviceWlClipboard
	}
	for _, tool := range want {
		if _, err := exec.LookPath(tool); err != nil {
			continue
		}
		if clipboard.Unsupported {
			break // it was installed after this process looked for one
		}
		return Check{State: OK, Detail: tool}
	}
	return Check{State: Missing, Detail: toolPackage(), Advice: advice}
}

// checkSecrets asks the bus for the secret service without waking it: a locked keyring would prompt.
func checkSecrets(ctx context.Context) Check {
	const name = "org.freedesktop.secrets"
	if busAddress() == "" {
		return Check{State: Missing, Advice: AdviceNoBus}
	}
	type found struct{ owned, activatable bool }
	service, err := askBus(ctx, func(conn *dbus.Conn) (f found, err error) {
		f.owned, f.activatable, err = nameState(ctx, conn, name)
		return f, err
	})
	switch {
	case err != nil:
		return unanswered(err)
	case service.owned:
		return Check{State: OK, Detail: name}
	case service.activatable:
		return Check{State: OK, Detail: name + " (on demand)"}
	}
	return Check{State: Missing, Advice: AdviceNoSecrets}
}

func checkWebex(ctx context.Context) Check {
	name, err := new(Opener).Handler(ctx, "webexteams")
	if e, ok := asError(err); ok && e.Code == CodeNoTool {
		return Check{State: Missing, Detail: openerPackage, Advice: AdviceXdgUtils}
	}
	return webexCheck(name, err)
}

// checkNotifications asks the server for its name and what it can do, if it runs.
func checkNotifications(ctx context.Context) Check {
	if busAddress() == "" {
		return Check{State: Missing, Advice: AdviceNoBus}
	}
	check, err := askBus(ctx, func(conn *dbus.Conn) (Check, error) {
		owned, activatable, err := nameState(ctx, conn, notifyName)
		switch {
		case err != nil:
			return Check{}, err
		case !owned && activatable:
			return Check{State: OK, Detail: notifyName + " (on demand)"}, nil
		case !owned:
			return Check{State: Missing, Advice: AdviceNoNotifications}, nil
		}
		return describeServer(ctx, conn)
	})
	if err != nil {
		return unanswered(err)
	}
	return check
}

func describeServer(ctx context.Context, conn *dbus.Conn) (Check, error) {
	server := conn.Object(notifyName, notifyPath)
	var name, vendor, version, spec string
	err := server.CallWithContext(ctx, notifyName+".GetServerInformation", dbus.FlagNoAutoStart).
		Store(&name, &vendor, &version, &spec)
	if err != nil {
		return Check{}, err
	}
	var able []string
	if err := server.CallWithContext(ctx, notifyName+".GetCapabilities", dbus.FlagNoAutoStart).Store(&able); err != nil {
		return Check{}, err
	}
	slices.Sort(able)
	check := Check{State: OK, Detail: strings.TrimSpace(name+" "+version) + ": " + strings.Join(able, " ")}
	if !slices.Contains(able, "actions") {
		check.Advice = AdviceNotifyActions
	}
	return check, nil
}

// unanswered is the check of something that exists but did not answer, or not usefully.
func unanswered(err error) Check {
	if fault.KindOf(err) == fault.NotConfigured {
		return Check{State: Missing, Advice: AdviceNoBus}
	}
	return Check{State: Unknown, Advice: AdviceNoAnswer}
}
