package main

import (
	"bytes"
	"encoding/binary"
	"image"
)

// The sizes of an .ico file's parts in bytes.
const (
	icoHead  = 6
	icoEntry = 16
	dibHead  = 40
)

// encodeICO packs pictures into one .ico file. They are stored as 32-bit bitmaps and not as PNG,
// since not everything that loads small icons reads PNG.
func encodeICO(pictures []*image.NRGBA) []byte {
	var head, body bytes.Buffer
	put(&head, uint16(0), uint16(1), uint16(len(pictures)))
	for _, p := range pictures {
		dib := encodeDIB(p)
		size := p.Bounds().Dx()
		offset := icoHead + icoEntry*len(pictures) + body.Len()
		put(&head, uint8(size), uint8(size), uint8(0), uint8(0), uint16(1), uint16(32), uint32(len(dib)), uint32(offset))
		body.Write(dib)
	}
	return append(head.Bytes(), body.Bytes()...)
}

// encodeDIB writes a picture bottom up as BGRA, followed by the mask that the format asks for and
// that alpha makes needless: all zero.
func encodeDIB(p *image.NRGBA) []byte {
	size := p.Bounds().Dx()
	maskRow := (size + 31) / 32 * 4
	var b bytes.Buffer
	put(&b, uint32(dibHead), int32(size), int32(2*size), uint16(1), uint16(32), uint32(0),
		uint32(4*size*size+maskRow*size), int32(0), int32(0), uint32(0), uint32(0))
	for y := size - 1; y >= 0; y-- {
		for x := range size {
			c := p.NRGBAAt(x, y)
			b.Write([]byte{c.B, c.G, c.R, c.A})
		}
	}
	b.Write(make([]byte, maskRow*size))
	return b.Bytes()
}

func put(b *bytes.Buffer, values ...any) {
	for _, v := range values {
		_ = binary.Write(b, binary.LittleEndian, v) // a bytes.Buffer takes everything
	}
}
