package message

import "strings"

// Odd is an address whose domain differs from that of the others. Accounts of the service belong to
// the domain of its contract, so such an address is worth a second look.
type Odd struct {
	Address string
	// Domain is the address's own, in small letters.
	Domain string
	// Usual is the others' domain when Domain looks like a slip of the pen for it, else "".
	Usual string
}

// Corrected returns the address with the usual domain, "" without one.
func (o Odd) Corrected() string {
	user, _, found := strings.Cut(o.Address, "@")
	if !found || o.Usual == "" {
		return ""
	}
	return user + "@" + o.Usual
}

// OddDomains returns the addresses whose domain is rarer than the one that most of the others have,
// and at least two of them, in their order. What has no domain is left out.
func OddDomains(addresses []string) []Odd {
	count := make(map[string]int)
	all, usual := 0, ""
	for _, a := range addresses {
		d := domainOf(a)
		if d == "" {
			continue
		}
		all++
		if count[d]++; count[d] > count[usual] {
			usual = d
		}
	}
	most := count[usual]
	if most < 2 || 2*most <= all-1 {
		return nil
	}
	var odd []Odd
	for _, a := range addresses {
		if d := domainOf(a); d != "" && count[d] < most {
			o := Odd{Address: a, Domain: d}
			if isSlip(d, usual) {
				o.Usual = usual
			}
			odd = append(odd, o)
		}
	}
	return odd
}

// domainOf returns the domain of an address in small letters, "" without one.
func domainOf(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return ""
	}
	return strings.ToLower(strings.TrimRight(strings.TrimSpace(address[at+1:]), "."))
}

// isSlip tells whether domain is meant to be usual: one slip of the pen, or two in a long one. The
// same name in two countries is no slip.
func isSlip(domain, usual string) bool {
	const long = 9
	allowed := 1
	if len(usual) >= long {
		allowed = 2
	}
	if slips(domain, usual) > allowed {
		return false
	}
	i, j := strings.LastIndexByte(domain, '.'), strings.LastIndexByte(usual, '.')
	return i < 0 || j < 0 || domain[:i] != usual[:j] || len(domain)-i != len("..")+1 || len(usual)-j != len("..")+1
}

// slips counts the letters that were added, left out, mistaken or swapped with their neighbour
// between a and b, and stops at 3.
func slips(a, b string) int {
	const enough = 3
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d >= enough || -d >= enough {
		return enough
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], enough)
}
