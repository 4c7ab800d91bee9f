package demo

import (
	"fmt"
	"math"
	"net/http"
	"time"

	"foyer/services/fault"
)

// HuaweiForm is how Huawei Cloud Meeting answers where there are several ways. The zero value is what
// most of its customers see.
type HuaweiForm struct {
	// SP says that the application belongs to a service provider: the enterprise is signed, too.
	SP bool `json:"sp,omitempty"`
	// NoRegister refuses App ID log-ins of users whom nobody knows, in place of registering them.
	NoRegister bool `json:"noRegister,omitempty"`
	// PerMinute is how many calls of each function are answered in a minute; the others get 429.
	// 0 is any number.
	PerMinute int `json:"perMinute,omitempty"`
}

// SetHuaweiForm changes how Huawei Cloud Meeting answers from now on, until Reset. A negative number is
// an *fault.Error of kind Invalid, and changes nothing.
func (o *Office) SetHuaweiForm(f HuaweiForm) error {
	if f.PerMinute < 0 || f.PerMinute > math.MaxInt32 {
		return &fault.Error{Op: "choosing a form", Service: serviceName, Kind: fault.Invalid, Code: CodeForm, Words: fmt.Sprint(f.PerMinute)}
	}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.huawei.form, o.huawei.rates = f, map[string]*hwRate{}
	return nil
}

// HuaweiForm returns how Huawei Cloud Meeting answers now.
func (o *Office) HuaweiForm() HuaweiForm {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.huawei.form
}

// hwRate counts the calls of one function in one minute.
type hwRate struct {
	began time.Time
	calls int
}

// throttle counts a call, and answers it when there were too many.
//
// undocumented: which calls count together; the vendor's samples say 100 a minute for one function.
func (o *Office) throttle(w http.ResponseWriter, name string) bool {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	h := o.huawei
	limit := h.form.PerMinute
	if limit == 0 {
		return false
	}
	now, r := o.now(), h.rates[name]
	if r == nil || now.Sub(r.began) >= time.Minute || now.Before(r.began) {
		r = &hwRate{began: now}
		h.rates[name] = r
	}
	r.calls++
	w.Header().Set("X-APIG-Ratelimit-Api", fmt.Sprintf("remain:%d,limit:%d,time:1 minute", max(0, limit-r.calls), limit))
	if r.calls <= limit {
		return false
	}
	o.calls[name]++
	answer{http.StatusTooManyRequests, huaweiKind, raw(map[string]string{
		"error_code": hwThrottled.code,
		"error_msg":  fmt.Sprintf("%s: policy ip over ratelimit,limit:%d,time:1 minute", hwThrottled.words, limit),
		"request_id": w.Header().Get("X-Request-Id"),
	})}.write(w)
	return true
}
