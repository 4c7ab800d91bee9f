package desktop

import "strings"

// commandProgram returns the program of a registered Windows command such as
// `"C:\Program Files\Webex\CiscoCollabHost.exe" "%1"`.
func commandProgram(command string) string {
	command = strings.TrimSpace(command)
	if quoted, found := strings.CutPrefix(command, `"`); found {
		program, _, _ := strings.Cut(quoted, `"`)
		return program
	}
	// Unquoted paths with blanks are common; the program ends with its suffix.
	if i := strings.Index(strings.ToLower(command), ".exe"); i >= 0 {
		return command[:i+len(".exe")]
	}
	program, _, _ := strings.Cut(command, " ")
	return program
}
