package demo

import (
	"crypto/subtle"
	"mime"
	"net/http"
)

// This file and its neighbours cam_*.go are Chat&Messenger, after the contract in
// chat-messenger.md, whose numbers they cite.

// TokenHeader is the header in which Chat&Messenger wants its token.
const TokenHeader = "x-cam-apiToken"

// The functions of Chat&Messenger.
const (
	SendMessage             = "sendMessage"
	SendMessages            = "sendMessages"
	CreateQuickCall         = "createQuickCall"
	UpdateChatRoom          = "updateChatRoom"
	GetConferenceRooms      = "getConferenceRooms"
	GetConferenceMaster     = "getConferenceMaster"
	GetConferenceRoomStatus = "getConferenceRoomStatus"
)

// Functions returns the names of all functions of Chat&Messenger.
func Functions() []string {
	return []string{SendMessage, SendMessages, CreateQuickCall, UpdateChatRoom, GetConferenceRooms, GetConferenceMaster, GetConferenceRoomStatus}
}

const (
	formKind   = "application/x-www-form-urlencoded"
	wrongToken = "invalid apiToken"
)

// camCall is a call whose token was right and whose arguments could be read.
type camCall struct {
	form Form
	args camArguments
	r    *http.Request
}

// camFunction does what is asked, and returns the answer's JSON; with refusals it has done nothing.
type camFunction func(camCall) (any, []refusal)

func (o *Office) addChatMessenger(mux *http.ServeMux) {
	// The field is the one that has JSON in it, if the function has one.
	for _, f := range []struct {
		name, field string
		does        camFunction
	}{
		{SendMessage, "message", o.sendMessage},
		{SendMessages, "messages", o.sendMessages},
		{CreateQuickCall, "", o.createQuickCall},
		{UpdateChatRoom, "chatRoom", o.updateChatRoom},
		{GetConferenceRooms, "", o.conferenceMaster},
		{GetConferenceMaster, "", o.conferenceMaster},
		{GetConferenceRoomStatus, "", o.conferenceStatus},
	} {
		h := o.handle(f.name, func(r *http.Request, body []byte) answer {
			a := o.cam(r, body, f.field, f.does)
			o.log.Debug("called", "function", f.name, "status", a.status)
			return a
		})
		// The vendor's page has a GET in its sample, and POST in its words.
		mux.Handle("GET /"+f.name, h)
		mux.Handle("POST /"+f.name, h)
	}
}

// cam checks a call and makes it.
func (o *Office) cam(r *http.Request, body []byte, field string, does camFunction) answer {
	form := o.Form()
	if subtle.ConstantTimeCompare([]byte(r.Header.Get(TokenHeader)), []byte(o.token)) != 1 {
		// undocumented: what a wrong token is answered with.
		return form.refused(form.TokenStatus, refusal{"apiToken", "token", wrongToken})
	}
	if len(body) > longest {
		return form.refused(http.StatusRequestEntityTooLarge, refusal{field, "too-large", "the request is too large"})
	}
	text := string(body)
	if text == "" {
		text = r.URL.RawQuery
	} else if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != formKind {
		// undocumented: the vendor's page asks for this type, and does not say what becomes of others.
		return form.refused(form.ErrorStatus, refusal{"Content-Type", "content-type", "Content-Type has to be " + formKind})
	}
	args, reason := readArguments(text, field)
	if reason != nil {
		return form.refused(form.ErrorStatus, *reason)
	}
	result, reasons := does(camCall{form, args, r})
	if len(reasons) > 0 {
		return form.refused(form.ErrorStatus, reasons...)
	}
	if result == nil {
		return answer{http.StatusOK, jsonKind, nil}
	}
	return said(result)
}
