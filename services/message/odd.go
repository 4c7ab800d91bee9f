package message

// Odd is an address whose domain differs from that of the others.
type Odd struct {
	Address string
	// Domain is the address's own, in small letters.
	Domain string
	// Usual is the others' domain when Domain looks like a slip of the pen for it, else "".
	Usual string
}

// Corrected returns the address with the usual domain; "" without one.
func (o Odd) Corrected() string { return "" }

// OddDomains returns the addresses whose domain is not the one that most of the others have.
func OddDomains(addresses []string) []Odd { return nil }
