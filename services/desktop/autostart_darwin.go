package desktop

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"foyer/services/fault"
)

// file is the property list of a launch agent. It has been compiled, not tried.
func (a Autostart) file() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", trouble(opAutostart, partAutostart, fault.NotConfigured, CodeNoHome, "", err)
	}
	return filepath.Join(home, "Library", "LaunchAgents", a.label()+".plist"), nil
}

func (a Autostart) label() string { return "io.foyer." + a.name() }

func (a Autostart) state() (AutostartState, error) {
	path, err := a.file()
	if err != nil {
		return AutostartState{}, err
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return AutostartState{Path: path}, nil
	}
	if err != nil {
		return AutostartState{Path: path}, trouble("looking at the start at log-in", partAutostart, fault.Other, "", path, err)
	}
	command := launchCommand(data)
	return a.read(path, len(command) > 0, command), nil
}

// launchCommand returns the ProgramArguments of a launch agent.
func launchCommand(list []byte) []string {
	var command []string
	var key string
	var inArguments bool
	for d := xml.NewDecoder(bytes.NewReader(list)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return command
		}
		if err != nil {
			return nil
		}
		start, isStart := token.(xml.StartElement)
		if end, isEnd := token.(xml.EndElement); isEnd && end.Name.Local == "array" {
			inArguments = false
		}
		if !isStart {
			continue
		}
		var text string
		switch start.Name.Local {
		case "key":
			if d.DecodeElement(&key, &start) != nil {
				return nil
			}
		case "array":
			inArguments = key == "ProgramArguments"
		case "string":
			if d.DecodeElement(&text, &start) != nil {
				return nil
			}
			if inArguments {
				command = append(command, text)
			}
		}
	}
}

func (a Autostart) write(command []string) error {
	path, err := a.file()
	if err != nil {
		return err
	}
	var list bytes.Buffer
	list.WriteString(xml.Header +
		`<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">` +
		"\n<plist version=\"1.0\">\n<dict>\n\t<key>Label</key>\n\t<string>" + a.label() + "</string>\n\t<key>ProgramArguments</key>\n\t<array>\n")
	for _, argument := range command {
		list.WriteString("\t\t<string>")
		if err := xml.EscapeText(&list, []byte(argument)); err != nil {
			return notWritten(path, err)
		}
		list.WriteString("</string>\n")
	}
	list.WriteString("\t</array>\n\t<key>RunAtLoad</key>\n\t<true/>\n\t<key>ProcessType</key>\n\t<string>Interactive</string>\n</dict>\n</plist>\n")
	if err := replaceFile(path, list.Bytes()); err != nil {
		return notWritten(path, err)
	}
	return nil
}

func (a Autostart) remove() error {
	path, err := a.file()
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return notWritten(path, err)
	}
	return nil
}
