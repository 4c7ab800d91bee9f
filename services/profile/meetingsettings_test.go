package profile

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"foyer/services/meeting"
)

func TestMappingsOfColumnsComeBack(t *testing.T) {
	f, err := Open(filepath.Join(folder(t), "settings.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Values().Meetings; got.Columns != nil || got.Chunk != 100 {
		t.Errorf("without settings: %+v", got)
	}
	want := meeting.Mapping{"имя": meeting.ColumnName, "tel = mobil": meeting.ColumnPhone}
	if err := f.Set(MeetingsColumns, WriteColumns(meeting.Mapping{
		"имя": meeting.ColumnName, "tel = mobil": meeting.ColumnPhone, "a;b": meeting.ColumnEmail, " ": meeting.ColumnSMS,
	})); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, f.Values().Meetings.Columns); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if err := f.Set(MeetingsColumns, "nothing; =; x=; tel=phone"); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(meeting.Mapping{"tel": meeting.ColumnPhone}, f.Values().Meetings.Columns); d != "" {
		t.Errorf("of broken entries (-want +got):\n%s", d)
	}
}

func TestTheMeetingAccountIsSetByWhatItsSignInNeeds(t *testing.T) {
	for _, c := range []struct {
		h    Huawei
		want bool
	}{
		{Huawei{SignIn: "account"}, false},
		{Huawei{SignIn: "account", AppID: "id"}, false},
		{Huawei{SignIn: "account", Account: "anna@company"}, true},
		{Huawei{SignIn: "app-id", Account: "anna@company"}, false},
		{Huawei{SignIn: "app-id", AppID: "id"}, true},
	} {
		if got := c.h.IsSet(); got != c.want {
			t.Errorf("%+v is set: %v, want %v", c.h, got, c.want)
		}
	}
	f, err := Open(filepath.Join(folder(t), "settings.toml"))
	if err != nil {
		t.Fatal(err)
	}
	want := Huawei{ID: "huawei-meeting", URL: "https://api.meeting.huaweicloud.com", SignIn: "account", Signature: "new"}
	if d := cmp.Diff(want, f.Values().Huawei); d != "" {
		t.Errorf("without settings (-want +got):\n%s", d)
	}
}
