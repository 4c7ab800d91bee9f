package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
)

// signWith names the variable with the command that signs programs for Windows, such as
//
//	osslsigncode sign -pkcs12 office.p12 -readpass password-file -h sha256 -ts URL
//
// "-in FILE -out FILE" is added to it. It is an environment variable and not an argument, and is
// shown nowhere, not even when it fails.
const signWith = "FOYER_SIGN"

var errNotSigned = errors.New("the command in " + signWith + " wrote no signed program")

// sign signs a program if there is a command for it, else returns it as it is.
func sign(ctx context.Context, program []byte, work string) ([]byte, error) {
	command := os.Getenv(signWith)
	if command == "" {
		return program, nil
	}
	folder, err := os.MkdirTemp(work, "sign.")
	if err != nil {
		return nil, fmt.Errorf("signing: %w", err)
	}
	in, out := folder+"/in.exe", folder+"/out.exe"
	if err := os.WriteFile(in, program, 0o600); err != nil {
		return nil, fmt.Errorf("signing: %w", err)
	}
	// The shell parts the command into words; the files' names need no quoting that way.
	cmd := exec.CommandContext(ctx, "sh", "-c", command+` -in "$1" -out "$2"`, "sh", in, out)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("signing with the command in %s: %w", signWith, err)
	}
	signed, err := os.ReadFile(out)
	if err != nil || len(signed) <= len(program) {
		return nil, errors.Join(errNotSigned, err)
	}
	return signed, nil
}
