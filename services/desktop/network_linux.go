package desktop

import (
	"encoding/binary"
	"fmt"
	"syscall"

	"golang.org/x/sys/unix"
)

// network is what the kernel has told of the network so far. It tells many things again that have not
// changed: an address each time that a router renews it, a wireless interface after each search for
// others.
type network struct {
	facts map[string]uint32 // what is there, and in which state
}

// maxFacts bounds what is remembered, on a computer that makes an interface for each of its containers.
const maxFacts = 4096

func newNetwork() *network { return &network{facts: make(map[string]uint32)} }

// learn reports whether messages of the kernel tell anything new. One that cannot be read does.
func (n *network) learn(words []byte) bool {
	messages, err := syscall.ParseNetlinkMessage(words)
	if err != nil {
		return true
	}
	isNew := false
	for i := range messages {
		isNew = n.learnOne(&messages[i]) || isNew
	}
	return isNew
}

func (n *network) learnOne(m *syscall.NetlinkMessage) bool {
	var name string
	var state uint32
	isGone := false
	switch m.Header.Type {
	case unix.RTM_DELLINK, unix.RTM_DELADDR, unix.RTM_DELROUTE:
		isGone = true
	}
	switch m.Header.Type {
	case unix.RTM_NEWLINK, unix.RTM_DELLINK:
		name, state = linkFact(m.Data)
	case unix.RTM_NEWADDR, unix.RTM_DELADDR:
		name, state = addressFact(m)
	case unix.RTM_NEWROUTE, unix.RTM_DELROUTE:
		name = routeFact(m)
	}
	if name == "" {
		return false
	}
	if isGone {
		delete(n.facts, name)
		return true
	}
	if was, ok := n.facts[name]; ok && was == state {
		return false
	}
	if len(n.facts) >= maxFacts {
		clear(n.facts)
	}
	n.facts[name] = state
	return true
}

// The sizes of the kernel's struct ifinfomsg, ifaddrmsg and rtmsg, in bytes.
const (
	linkHead    = 16
	addressHead = 8
	routeHead   = 12
)

// linkFact names an interface, and says whether it is up and connected. "" is nothing of interest.
func linkFact(data []byte) (name string, state uint32) {
	if len(data) < linkHead {
		return "", 0
	}
	flags := binary.NativeEndian.Uint32(data[8:])
	return fmt.Sprintf("link %d", binary.NativeEndian.Uint32(data[4:])), flags & (unix.IFF_UP | unix.IFF_RUNNING | unix.IFF_LOWER_UP)
}

// addressFact names an address, and says whether it may be used already.
func addressFact(m *syscall.NetlinkMessage) (name string, state uint32) {
	if len(m.Data) < addressHead {
		return "", 0
	}
	name = fmt.Sprintf("address %d", binary.NativeEndian.Uint32(m.Data[4:]))
	for _, a := range attributes(m) {
		if a.Attr.Type == unix.IFA_ADDRESS || a.Attr.Type == unix.IFA_LOCAL {
			name += fmt.Sprintf(" %x", a.Value)
		}
	}
	return name, uint32(m.Data[2]) & unix.IFA_F_TENTATIVE
}

// routeFact names a default route; other routes are nothing of interest.
func routeFact(m *syscall.NetlinkMessage) (name string) {
	if len(m.Data) < routeHead || m.Data[1] != 0 || m.Data[7] != unix.RTN_UNICAST {
		return ""
	}
	name = fmt.Sprintf("route %d %d", m.Data[0], m.Data[4])
	for _, a := range attributes(m) {
		if a.Attr.Type == unix.RTA_GATEWAY || a.Attr.Type == unix.RTA_OIF {
			name += fmt.Sprintf(" %x", a.Value)
		}
	}
	return name
}

func attributes(m *syscall.NetlinkMessage) []syscall.NetlinkRouteAttr {
	all, err := syscall.ParseNetlinkRouteAttr(m)
	if err != nil {
		return nil
	}
	return all
}
