package main

import (
	"path/filepath"
	"strings"

	"foyer/services/agent"
	"foyer/services/link"
	"foyer/services/profile"
)

// writing is what the commands that write one link have in common.
type writing struct {
	Text   string `placeholder:"LABEL" help:"${text}"`
	As     string `enum:"url,html,markdown,richtext,qr,svg,roomid,vcard,web" default:"url" placeholder:"FORMAT" help:"${as}"`
	Output string `short:"o" placeholder:"FILE" help:"${output}"`
}

type spaceCommand struct {
	ID string `arg:"" name:"id-or-text" help:"${id_or_text}"`
	writing
}

// Run writes a link to a space.
func (c spaceCommand) Run(a *app) error { return c.target(a, c.ID, link.NewSpace) }

type personCommand struct {
	Email string `arg:"" help:"${email}"`
	writing
}

// Run writes a link that opens a 1:1 space with a person.
func (c personCommand) Run(a *app) error { return c.target(a, c.Email, link.NewPerson) }

type linkMeetingCommand struct {
	SIP string `arg:"" name:"sip" help:"${sip}"`
	writing
}

// Run writes a link that calls somebody.
func (c linkMeetingCommand) Run(a *app) error { return c.target(a, c.SIP, link.NewMeeting) }

func (w writing) target(a *app, argument string, read func(string) (link.Target, error)) error {
	text, err := a.argument(argument)
	if err != nil {
		return err
	}
	t, err := read(text)
	if err != nil {
		return err
	}
	a.warn([]link.Target{t}, nil)
	return w.write(a, t)
}

// write writes the link where it was asked for.
func (w writing) write(a *app, t link.Target) error {
	format, err := w.format(a)
	if err != nil {
		return err
	}
	out, err := link.Write(t, format, link.Label(link.Saved{Target: t, Label: w.Text}, a.templates()))
	if err != nil {
		return err
	}
	if format == link.RichText && w.Output == "" {
		return w.copy(a, t, out)
	}
	if a.JSON && w.Output == "" {
		return a.document(written(t, format, out))
	}
	switch format {
	case link.QR:
		return a.deliver(w.Output, out.PNG)
	case link.RichText:
		return a.deliver(w.Output, line(out.HTML))
	default:
		return a.deliver(w.Output, line(out.Text))
	}
}

// format settles what a QR code is drawn as: by the file's ending; without a file a picture goes
// to a pipe, and never to a terminal.
func (w writing) format(a *app) (link.Format, error) {
	format := link.Format(w.As)
	if format != link.QR {
		return format, nil
	}
	switch ending := strings.ToLower(filepath.Ext(w.Output)); {
	case w.Output == "" || w.Output == stdin:
		if isTerminal(a.out) && !a.JSON {
			return "", wrong{a.words.T("cli.picture-to-terminal")}
		}
		return link.QR, nil
	case ending == ".png":
		return link.QR, nil
	case ending == ".svg":
		return link.SVG, nil
	default:
		return "", wrong{a.words.T("cli.picture-ending", "File", w.Output)}
	}
}

// copy puts the link on the clipboard as rich text, where it stays when this process is gone.
func (w writing) copy(a *app, t link.Target, out link.Output) error {
	copied, err := newTerminalClipboard(a).Write(a.ctx, agent.Clip{Text: out.Text, HTML: out.HTML})
	if err != nil {
		return err
	}
	if copied.Note != "" {
		a.say("foyer: %s", a.words.T("clipboard."+copied.Note))
	} else {
		a.say("%s", a.words.T("cli.copied-rich"))
	}
	if a.JSON {
		return a.document(written(t, link.RichText, out))
	}
	return nil
}

// writtenLink is a written link as JSON.
type writtenLink struct {
	Target link.Target `json:"target"`
	Format link.Format `json:"format"`
	Text   string      `json:"text,omitempty"`
	HTML   string      `json:"html,omitempty"`
	PNG    []byte      `json:"png,omitempty"` // base64
}

func written(t link.Target, format link.Format, out link.Output) writtenLink {
	return writtenLink{Target: t, Format: format, Text: out.Text, HTML: out.HTML, PNG: out.PNG}
}

// templates returns the user's labels, the default one without a name, as link.Label wants them.
// A profile that cannot be read has none: writing a link needs no profile.
func (a *app) templates() []link.Template {
	dirs, err := a.dirs()
	if err != nil {
		a.log().Warn("no profile, so no templates", "error", err)
		return nil
	}
	file, err := profile.Open(dirs.Settings())
	if err != nil {
		a.log().Warn("no settings, so no templates", "error", err)
		return nil
	}
	return labels(file.Values())
}

// labels returns the templates of the settings with the default one, nameless, before them.
func labels(s profile.Settings) []link.Template {
	all := s.Templates
	for _, t := range s.Templates {
		if s.Template != "" && t.Name == s.Template {
			t.Name = ""
			return append([]link.Template{t}, all...)
		}
	}
	return all
}
