package link

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

const infoBlock = `Space name: TEstBanfi
Space ID: b69a0c50-3fa8-11f0-b7d6-5d17b726561b
Space URI: webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b
Space URI (markdown): [TEstBanfi](webexteams://im?space=b69a0c50-3fa8-11f0-b7d6-5d17b726561b)
Participant count: 2
External participant count: 0
Conversation type: group`

// mail is 1 MiB of quoted mail: prose, headers, links of all sorts, and space info now and then.
func mail() string {
	var b strings.Builder
	for i := 0; b.Len() < maxText-4096; i++ {
		fmt.Fprintf(&b, "From: Barbara Example <barbara.%d@example.com>\r\nTo: \"Doe, Jane\" <jane@example.org>; team-%d@example.net\r\n", i%40, i%7)
		fmt.Fprintf(&b, "Message-ID: <%08x.40301@mx.example.com>\r\nDate: Mon, 23 Nov 2026 10:%02d:00 +0100\r\nSubject: Re: plan - part %d\r\n\r\n", i*7919, i%60, i)
		for j := range 12 {
			fmt.Fprintf(&b, "> Thank you for the follow-up; the well-known draft (version %d.%d) is at https://wiki.example.com/pages/%d?x=1 - see you at 10:30.\r\n", j, i, i*j)
		}
		if i%10 == 0 {
			b.WriteString("\r\n" + strings.ReplaceAll(strings.ReplaceAll(infoBlock, "\n", "\r\n"), "0c50", fmt.Sprintf("%04x", i)) + "\r\n")
		}
		b.WriteString("Join: https://example.webex.com/example/j.php?MTID=m0123456789abcdef0123456789abcdef\r\nKind regards – Jürgen\r\n\r\n")
	}
	return b.String()
}

// uuidPattern is the floor of both benchmarks: the least that any reader of space info has to do,
// written as most tools write it.
var uuidPattern = regexp.MustCompile(`[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}`)

func benchmarkText(b *testing.B, text string, read func(string) int) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if read(text) == 0 {
			b.Fatal("nothing found")
		}
	}
}

func recognized(text string) int { return len(Recognize(text)) }

func matched(text string) int { return len(uuidPattern.FindAllStringIndex(text, -1)) }

func BenchmarkRecognizeBlock(b *testing.B) {
	b.Run("recognize", func(b *testing.B) { benchmarkText(b, infoBlock, recognized) })
	b.Run("floor=uuid-regexp", func(b *testing.B) { benchmarkText(b, infoBlock, matched) })
}

func BenchmarkRecognizeMail(b *testing.B) {
	text := mail()
	b.Run("recognize", func(b *testing.B) { benchmarkText(b, text, recognized) })
	b.Run("floor=uuid-regexp", func(b *testing.B) { benchmarkText(b, text, matched) })
}

func BenchmarkWrite(b *testing.B) {
	t := Recognize(infoBlock)[0]
	for _, f := range []Format{URL, RichText, QR} {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Write(t, f, ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRecognizeHostile reads 1 MiB of what makes careless readers quadratic. Its floor is the
// mail above: no case should be many times slower.
func BenchmarkRecognizeHostile(b *testing.B) {
	const id = "b69a0c50-3fa8-11f0-b7d6-5d17b726561b"
	for name, piece := range map[string]string{
		"schemes": "webexteams:", "links": "webexteams://im?space=" + id + " ", "glued links": "webexteams://im?space=" + id + ",",
		"at signs": "@", "addresses": "a@b.example;", "long local": strings.Repeat("a", 70) + "@", "dots": "a.", "hyphens": "-",
		"UUIDs": id + " ", "UUID lines": id + "\n", "labelled lines": "Space ID: " + id + "\n", "names": "Space name: x\n", "unknown labels": "Foo: " + id + "\n",
		"brackets": "[", "titles": "](webexteams://im?space=" + id, "anchors": `<a href="webexteams://im?space=` + id + `">`, "tags": "<br", "tag ends": "<br>",
		"rest prefix": sealedScheme, "rest ids": sealedScheme + "L3VzL1JPT00vYjY5YTBjNTAtM2ZhOC0xMWYwLWI3ZDYtNWQxN2I3MjY1NjFi\n",
		"encoded": "https://www.google.com/url?q=%68", "ampersands": "https://x.webex.com/?a&amp;amp;", "nested": "https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2F",
		"parentheses": "webexteams://im?a=((((", "trailing": "https://x.webex.com/meet/a))))))))))", "references": " <a@b.example>\n", "quotes": "> ", "wide": "：", "joiners": "é\u200d",
		"bare hosts": "webex.com/", "blank values": "webexteams://im?space= ", "names before": `"Doe, J" <j@x.example>, `, "counts": "A: 1\nB: " + id + "\n",
		"closing": "https://www.google.com/url?q=webexteams:" + strings.Repeat("%29", maxText/3-20), "own labels": ownLabelLines(),
	} {
		text := strings.Repeat(piece, maxText/len(piece))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Recognize(text)
			}
		})
	}
}

// ownLabelLines gives every line an id and a label of its own.
func ownLabelLines() string {
	var b strings.Builder
	for i := 0; b.Len() < maxText-100; i++ {
		fmt.Fprintf(&b, "Label %d x: b69a0c50-3fa8-11f0-b7d6-%012x\n", i, i)
	}
	return b.String()
}
