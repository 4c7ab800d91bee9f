package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestALedgerIsOneTabStopAndChoosesNothingByItself(t *testing.T) {
	j := newJournal(t, 100, 600, 360)
	if stops := j.tabStops(); len(stops) != 1 || stops[0] != fyne.Focusable(j.ledger) {
		t.Fatalf("Tab stops at %v", stops)
	}
	j.focus(j.ledger)
	j.heard()
	j.keys(fyne.KeyDown) // the first arrow chooses where the keys are
	j.heard("chosen [1000]")
}

func TestTheKeysMoveThroughALedger(t *testing.T) {
	j := newJournal(t, 100, 600, 360) // of 48 px a row: 7 whole rows
	j.focus(j.ledger)
	j.keys(fyne.KeyUp, fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome)
	j.heard("chosen [1000]", "chosen [1000]", "chosen [1001]", "chosen [1002]", "chosen [1008]", "chosen [1002]", "chosen [1099]", "chosen [1099]", "chosen [1000]")
	if j.ledger.scroll.Offset.Y != 0 {
		t.Errorf("the first row is current, but scrolled by %v", j.ledger.scroll.Offset.Y)
	}
	j.keys(fyne.KeyReturn, fyne.KeyEnter)
	j.heard("activated 1000", "activated 1000")
	j.keys(fyne.KeyDelete, fyne.KeyF2, fyne.KeyF10)
	j.heard("key Delete", "key F2")
}

func TestShiftExtendsTheChoice(t *testing.T) {
	j := newJournal(t, 100, 600, 360)
	j.focus(j.ledger)
	j.keys(fyne.KeyDown, fyne.KeyDown)
	j.ledger.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	j.keys(fyne.KeyDown, fyne.KeyDown)
	j.chosen(1001, 1002, 1003)
	j.keys(fyne.KeyHome)
	j.chosen(1000, 1001)
	j.ledger.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	j.keys(fyne.KeyDown)
	j.chosen(1001)
	j.ledger.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	j.told = nil
	j.keys(fyne.KeyF10)
	j.heard("menu [1001]")
	j.ledger.FocusLost() // whoever has the focus then hears that Shift is let go
	j.keys(fyne.KeyDown)
	j.chosen(1002)
}

func TestCtrlMovesWithoutChoosingAndChoosesBySingleRows(t *testing.T) {
	j := newJournal(t, 100, 600, 360)
	ctrl := func(name fyne.KeyName) {
		j.shortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault})
	}
	j.focus(j.ledger)
	j.keys(fyne.KeyDown)
	ctrl(fyne.KeyDown)
	ctrl(fyne.KeyDown)
	j.chosen(1000)
	if key, _ := j.ledger.Current(); key != 1002 {
		t.Errorf("the keys are at %d", key)
	}
	ctrl(fyne.KeySpace)
	j.chosen(1000, 1002)
	ctrl(fyne.KeySpace)
	j.chosen(1000)
	j.runes(" x")
	j.chosen(1002)
	j.shortcut(&fyne.ShortcutSelectAll{})
	if n := len(j.ledger.Chosen()); n != 100 {
		t.Errorf("%d rows are chosen", n)
	}
}

func TestOtherShortcutsLeaveTheLedgerAsItIs(t *testing.T) {
	j := newJournal(t, 10, 600, 360)
	j.focus(j.ledger)
	j.keys(fyne.KeyDown, fyne.KeyDown)
	j.told = nil
	for _, sc := range []fyne.Shortcut{&fyne.ShortcutCopy{}, &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierShortcutDefault},
		&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}} {
		j.shortcut(sc)
	}
	j.heard()
	j.chosen(1001)
}

func TestTheLinksOfARowAreReachedByKeys(t *testing.T) {
	j := newJournal(t, 10, 600, 360)
	j.focus(j.ledger)
	j.keys(fyne.KeyDown, fyne.KeyDown)
	j.told = nil
	j.keys(fyne.KeyRight, fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	j.heard("retry 1001", "edit 1001")
	if v := j.rows()[1001]; v.pose.link != 1 || v.pose.ring {
		t.Errorf("the focus line is around %d", v.pose.link)
	}
	j.keys(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn)
	j.heard("activated 1001")
	j.keys(fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn) // another row begins at the row itself
	j.heard("chosen [1002]", "activated 1002")
}

func TestTheKeysStayOnALinkWhileOtherRowsChange(t *testing.T) {
	j := newJournal(t, 10, 600, 360)
	j.focus(j.ledger)
	j.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight)
	j.told = nil
	j.ledger.SetKeys(append([]int64{1}, j.ledger.Keys()...))
	j.keys(fyne.KeyReturn)
	j.heard("edit 1001")
	j.ledger.SetKeys(without(j.ledger.Keys(), 1001))
	j.heard("chosen []")
	j.keys(fyne.KeyReturn)
	j.heard("activated 1002")
}

func TestAnEmptyLedgerIsCalm(t *testing.T) {
	j := newJournal(t, 0, 600, 360)
	j.focus(j.ledger)
	j.keys(fyne.KeyUp, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyLeft, fyne.KeyRight, desktop.KeyMenu)
	j.runes(" ")
	j.shortcut(&fyne.ShortcutSelectAll{})
	j.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierShortcutDefault})
	j.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShortcutDefault})
	j.ledger.Choose(1)
	j.ledger.ClearChoice()
	j.heard()
	if _, ok := j.ledger.Current(); ok || len(j.rows()) != 0 {
		t.Errorf("%d rows", len(j.rows()))
	}
}

func TestTheKeysShowANameThatIsCut(t *testing.T) {
	var l *Ledger
	s := show(t, func() fyne.CanvasObject {
		l = NewLedger(func(key int64) (LedgerRow, bool) {
			return LedgerRow{Title: strings.Repeat("Barbara Example ", int(key)), Second: strings.Repeat("Good morning ", 50)}, true
		})
		l.SetKeys([]int64{1, 20})
		return l
	}, 400, 200)
	s.focus(l)
	s.keys(fyne.KeyDown)
	if s.timers.ring() != 0 {
		t.Error("a tip appears though the name is whole")
	}
	s.keys(fyne.KeyDown)
	if s.timers.ring() != 1 || s.tips.words.Words() != strings.Repeat("Barbara Example ", 20) {
		t.Errorf("the tip says %q", s.tips.words.Words())
	}
	l.FocusLost()
	if !s.tips.words.Hidden {
		t.Error("the tip stays when the focus leaves")
	}
}
