package daysheet

import "codeberg.org/go-pdf/fpdf"

// fill fills a rectangle.
func (p *pen) fill(x, y, w, h float64, c colour) {
	p.pdf.SetFillColor(c.r, c.g, c.b)
	p.pdf.Rect(x, y, w, h, "F")
}

// ring draws the hollow circle of what is free.
func (p *pen) ring(x, y, radius float64, c colour) {
	p.stroke(1.2, c)
	p.pdf.Circle(x, y, radius, "D")
}

// dash draws the dash of what is not known.
func (p *pen) dash(x, y, half float64, c colour) {
	p.stroke(1.6, c)
	p.pdf.Line(x-half, y, x+half, y)
}

// triangle draws the warning of double bookings, with its exclamation mark left white.
func (p *pen) triangle(x, y, half float64, c colour) {
	p.pdf.SetFillColor(c.r, c.g, c.b)
	p.pdf.Polygon([]fpdf.PointType{{X: x, Y: y - half}, {X: x + half*1.1, Y: y + half}, {X: x - half*1.1, Y: y + half}}, "F")
	white := colour{255, 255, 255}
	p.fill(x-half*0.12, y-half*0.35, half*0.24, half*0.7, white)
	p.fill(x-half*0.12, y+half*0.5, half*0.24, half*0.24, white)
}

func (p *pen) stroke(width float64, c colour) {
	p.pdf.SetLineWidth(width)
	p.pdf.SetDrawColor(c.r, c.g, c.b)
}
