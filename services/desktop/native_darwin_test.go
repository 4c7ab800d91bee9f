package desktop

import "testing"

func TestRichContentIsReadBackAsText(t *testing.T) {
	c := NewClipboard(quiet())
	defer c.Close()
	held, err := c.Write(t.Context(), Clip{Text: "Büro 東京", HTML: "<b>Büro</b>"})
	if err != nil || held != (Held{Rich: true}) {
		t.Fatalf("Write = %+v, %v", held, err)
	}
	wantClosed(t, c.Lost(), "Lost: nothing lives in this process")
	if text, err := c.Read(t.Context()); err != nil || text != "Büro 東京" {
		t.Errorf("Read = %q, %v", text, err)
	}
}
