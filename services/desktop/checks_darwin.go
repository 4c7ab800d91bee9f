package desktop

import "context"

func probes() []probe {
	return []probe{
		{"display", always("macOS")},
		{"tray", always("macOS menu bar")},
		{"clipboard", always("macOS pasteboard")},
		{"secrets", always("macOS Keychain")},
		{"webexteams", func(ctx context.Context) Check { return webexCheck(new(Opener).Handler(ctx, "webexteams")) }},
		{"notifications", func(context.Context) Check {
			return Check{State: OK, Detail: "macOS notifications", Advice: AdviceNotifyActions}
		}},
	}
}

// always is the check of what every macOS has.
func always(detail string) func(context.Context) Check {
	return func(context.Context) Check { return Check{State: OK, Detail: detail} }
}
