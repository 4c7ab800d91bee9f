package desktop

import "context"

func probes() []probe {
	return []probe{
		{"display", always("Windows")},
		{"tray", always("Windows notification area")},
		{"clipboard", always("Windows clipboard")},
		{"secrets", always("Windows Credential Manager")},
		{"webexteams", func(ctx context.Context) Check { return webexCheck(new(Opener).Handler(ctx, "webexteams")) }},
		{"notifications", func(context.Context) Check {
			return Check{State: OK, Detail: "Windows balloons", Advice: AdviceNotifyActions}
		}},
	}
}

// always is the check of what every Windows has.
func always(detail string) func(context.Context) Check {
	return func(context.Context) Check { return Check{State: OK, Detail: detail} }
}
