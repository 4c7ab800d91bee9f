package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"foyer/services/atomicfile"
	"foyer/services/logfile"
	"foyer/services/profile"
	"foyer/services/redact"
	"foyer/services/store"
)

// reportLines is how many lines of each log are in a report, reportLine how many bytes of a line.
const reportLines, reportLine = 60, 500

// report is a report that is being written, without what is private.
type report struct {
	strings.Builder
	keeper  *dataKeeper
	private []string
	home    string
}

// Report implements agent.Data. A part that cannot be read says so: a report is most needed then.
func (k *dataKeeper) Report(ctx context.Context) (string, error) {
	r := &report{keeper: k}
	r.home, _ = os.UserHomeDir()
	r.private = append(privateSettings(k.settings), computer()...)
	r.private = append(r.private, k.privateSecrets(ctx)...)
	_ = k.with(ctx, func(s *store.Store) error {
		r.private = append(r.private, privateData(ctx, s)...)
		return nil
	})
	for _, part := range []func(context.Context){r.system, r.doctor, r.settings, r.services, r.data, r.logs} {
		part(ctx)
	}
	return r.String(), ctx.Err()
}

// SaveReport implements agent.Data.
func (k *dataKeeper) SaveReport(ctx context.Context, path string) error {
	text, err := k.Report(ctx)
	if err != nil {
		return err
	}
	return k.saveText(path, text)
}

// saveText writes a text to a file of the user's.
func (k *dataKeeper) saveText(path, text string) error {
	if err := k.spare(path); err != nil {
		return err
	}
	return atomicfile.WritePrivate(path, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

// computer names the computer and who uses it.
func computer() []string {
	var all []string
	if host, err := os.Hostname(); err == nil && host != "localhost" {
		all = append(all, host)
	}
	if u, err := user.Current(); err == nil && u.Username != "root" {
		all = append(all, u.Username, u.Name)
	}
	return all
}

func (r *report) head(title string) { fmt.Fprintf(r, "\n## %s\n\n", title) }

// line writes a fact under its name. What the value holds is not known to be harmless.
func (r *report) line(name, value string) { fmt.Fprintf(r, "- %s: %s\n", name, r.clean(value)) }

// clean takes out what is private, and line breaks.
func (r *report) clean(text string) string {
	if r.home != "" && r.home != string(filepath.Separator) {
		text = strings.ReplaceAll(text, r.home, "~")
	}
	return redact.Text(strings.Join(strings.Fields(text), " "), r.private...)
}

func (r *report) system(context.Context) {
	say := r.keeper.words
	fmt.Fprintf(r, "# %s\n\n%s\n", say.T("data.report.title"), say.T("data.report.about"))
	r.head(say.T("data.report.system"))
	r.line("Foyer", version)
	r.line("Go", runtime.Version())
	r.line("OS", runtime.GOOS+"/"+runtime.GOARCH+" "+osRelease())
	for _, name := range []string{"XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "LANG"} {
		if value := os.Getenv(name); value != "" {
			r.line(name, value)
		}
	}
	r.line("made", r.keeper.now().UTC().Format(time.RFC3339))
}

// osRelease is what the system calls itself, "" when it does not say.
func osRelease() string {
	text, _ := os.ReadFile("/etc/os-release")
	for line := range strings.Lines(string(text)) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "PRETTY_NAME="); ok {
			return strings.Trim(name, `"`)
		}
	}
	return ""
}

func (r *report) doctor(ctx context.Context) {
	r.head(r.keeper.words.T("data.report.doctor"))
	for _, f := range r.keeper.findings(ctx) {
		note := f.Detail
		if f.Advice != "" {
			note = joined(f.Detail, f.Advice)
		}
		r.line(f.Name, strings.TrimSpace(string(f.State)+" "+note))
	}
}

func (r *report) settings(context.Context) {
	r.head(r.keeper.words.T("data.report.settings"))
	file, err := r.keeper.settings()
	if err != nil {
		r.line("error", err.Error())
		return
	}
	for _, w := range file.Warnings() {
		r.line("warning", w.Key+" "+w.Code)
	}
	for _, k := range file.Keys() {
		value, err := file.Get(k.Name)
		switch {
		case err != nil || value == k.Default:
		case isPrivate(k.Name):
			r.line(k.Name, r.keeper.words.T("data.report.set"))
		default:
			r.line(k.Name, value)
		}
	}
}

// privateKeys are the ends of the names of settings that name people, accounts and companies, or hold what
// the user wrote.
var privateKeys = []string{".name", ".account", ".user", ".corporation", ".app-id", ".watched", ".filter", ".columns", ".template", ".ca-file", ".client-cert", ".client-key"}

func isPrivate(key string) bool {
	return slices.ContainsFunc(privateKeys, func(end string) bool { return strings.HasSuffix(key, end) })
}

func privateSettings(settings func() (*profile.File, error)) []string {
	file, err := settings()
	if err != nil {
		return nil
	}
	var all []string
	for _, k := range file.Keys() {
		if value, err := file.Get(k.Name); err == nil && isPrivate(k.Name) && value != k.Default {
			all = append(all, nameWords(value)...)
		}
	}
	for _, t := range file.Templates() {
		all = append(all, t.Name, t.Space, t.Person, t.Meeting)
	}
	for _, t := range file.MessageTemplates() {
		all = append(all, t.Name, t.Text)
	}
	return all
}

func (r *report) services(context.Context) {
	if r.keeper.services == nil {
		return
	}
	r.head(r.keeper.words.T("data.report.services"))
	for _, s := range r.keeper.services() {
		words := []string{string(s.Health), s.URL}
		if !s.Since.IsZero() {
			words = append(words, "since "+s.Since.UTC().Format(time.RFC3339))
		}
		if f := s.Failure; f != nil {
			words = append(words, f.Kind.String(), f.Code)
			if f.Status != 0 {
				words = append(words, fmt.Sprint("HTTP ", f.Status))
			}
		}
		r.line(s.Name, strings.Join(words, " "))
	}
}

func (r *report) data(ctx context.Context) {
	r.head(r.keeper.words.T("data.report.data"))
	state, err := r.keeper.DataState(ctx)
	if err != nil {
		r.line("error", err.Error())
	}
	h := state.Holdings
	fmt.Fprintf(r, "- schema %d, %d bytes, logs %d bytes\n- links %d, messages %d (waiting %d), batches %d, groups %d, people %d, drafts %d\n",
		store.Schema(), state.Database, state.Log, h.Links, h.Messages, h.Waiting, h.Batches, h.Groups, h.People, h.Drafts)
	for _, b := range state.Before {
		fmt.Fprintf(r, "- copy of schema %d of %s, %d bytes\n", b.Schema, b.Made.Format(time.RFC3339), b.Bytes)
	}
	if n := state.News; n != nil {
		fmt.Fprintf(r, "- %s at %s %s\n", n.Kind, n.At.Format(time.RFC3339), n.Code)
	}
}

func (r *report) logs(context.Context) {
	d := r.keeper.dirs
	r.log(r.keeper.words.T("data.report.errors"), isTrouble, slices.Concat(logfile.Parts(d.Log()), logfile.Parts(d.WindowLog()))...)
	crashes := append(matching(filepath.Join(d.Crashes(), "*")), d.AgentWords(), d.WindowWords())
	r.log(r.keeper.words.T("data.report.crashes"), func(string) bool { return true }, crashes...)
}

// isTrouble chooses the lines of a log that tell of trouble.
func isTrouble(line string) bool {
	return strings.Contains(line, "level=WARN") || strings.Contains(line, "level=ERROR")
}

// log writes the last lines that wanted chooses, of each file.
func (r *report) log(title string, wanted func(string) bool, files ...string) {
	r.head(title)
	none := true
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		var lines []string
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimRight(line, "\r\n"); line != "" && wanted(line) {
				lines = append(lines, line)
			}
		}
		if len(lines) == 0 {
			continue
		}
		none = false
		fmt.Fprintf(r, "`%s`\n\n", filepath.Base(name))
		for _, line := range lines[max(len(lines)-reportLines, 0):] {
			fmt.Fprintf(r, "    %s\n", r.clean(strings.ToValidUTF8(line[:min(len(line), reportLine)], "")))
		}
		r.WriteString("\n")
	}
	if none {
		r.WriteString(r.keeper.words.T("data.report.none") + "\n")
	}
}
