package demo

import (
	"cmp"
)

// excuse is the answer of a fault that refuses in words: in those of the API whose function it is.
func (o *Office) excuse(name string, f Fault, status int, usual string) answer {
	access, ours := hwAccesses[name]
	if !ours {
		form := o.Form()
		if f.Kind == Unauthorized {
			status = form.TokenStatus
		}
		return form.refused(cmp.Or(f.Status, status), refusal{"", cmp.Or(f.Code, string(f.Kind)), cmp.Or(f.Words, usual)})
	}
	var code hwCode
	switch {
	case f.Kind == TooMany:
		code = hwThrottled
	case f.Kind == Unauthorized && access == hwControl:
		code = hwWrongControl
	case f.Kind == Unauthorized:
		code = hwIllegal
	default:
		code = hwBusy
	}
	return hwCode{cmp.Or(f.Status, code.status), cmp.Or(f.Code, code.code), cmp.Or(f.Words, code.words)}.answer()
}

// hwAccesses says for each function of Huawei Cloud Meeting what it wants to see.
var hwAccesses = func() map[string]hwAccess {
	all := map[string]hwAccess{}
	for _, f := range hwFunctions() {
		all[f.name] = f.access
	}
	return all
}()
