package desktop

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"foyer/services/fault"
)

const opDocument = "opening a document"

// The codes of OpenDocument.
const (
	// CodeNoDocument: what was to be opened is no PDF file with its whole path.
	CodeNoDocument = "no-document"
	// CodeNoViewer: no program shows PDF files, or the one that should failed.
	CodeNoViewer = "no-viewer"
)

// OpenDocument opens a PDF file, named with its whole path, in the program that shows such files.
// Nothing else is opened: other files may be programs. The error is a *fault.Error as for Open; Invalid
// with CodeNoDocument, Other with CodeNoViewer.
func (o *Opener) OpenDocument(ctx context.Context, path string) error {
	if !filepath.IsAbs(path) || !strings.EqualFold(filepath.Ext(path), ".pdf") {
		return trouble(opDocument, partOpener, fault.Invalid, CodeNoDocument, "", nil)
	}
	if err := ctx.Err(); err != nil {
		return gaveUp(ctx, opDocument, partOpener)
	}
	err := o.open(ctx, path)
	if f, ok := errors.AsType[*fault.Error](err); ok && (f.Code == CodeNoHandler || f.Code == CodeOpenFailed) {
		return trouble(opDocument, partOpener, fault.Other, CodeNoViewer, "", err)
	}
	return err
}
