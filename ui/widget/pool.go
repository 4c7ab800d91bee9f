package widget

// pools keep the objects of a drawing for the next one, by what they are like: to move and to resize an
// object costs more than all else of a drawing, and one that is as it was needs neither.
type pools[K comparable, O any] map[K]*pool[O]

// pool are objects that are alike.
type pool[O any] struct {
	objects []O
	used    int
}

// begin takes all objects back. Those of a kind that the last drawing had no use for are given up.
func (p pools[K, O]) begin() {
	for kind, pool := range p {
		if pool.used == 0 {
			delete(p, kind)
		}
		pool.used = 0
	}
}

// next returns an object of a kind, in the order of the last drawing.
func (p pools[K, O]) next(kind K, create func() O) O {
	of := p[kind]
	if of == nil {
		of = &pool[O]{}
		p[kind] = of
	}
	if of.used == len(of.objects) {
		of.objects = append(of.objects, create())
	}
	of.used++
	return of.objects[of.used-1]
}
