package agent

import (
	"context"
	"time"

	"foyer/services/fault"
)

// dataTime is how long a client waits for what is done with all data, beyond what its context allows.
const dataTime = time.Hour

// The things to do with all data.
const (
	dataState    = "state"
	dataPrunable = "prunable"
	dataBackup   = "backup"
	dataCheck    = "check"
	dataRestore  = "restore"
	dataErase    = "erase"
	dataExport   = "export"
	dataReport   = "report"
	dataDismiss  = "dismiss"
)

// dataCall is a request about all data.
type dataCall struct {
	Do   string `json:"do"`
	Path string `json:"path,omitempty"`
	Days int    `json:"days,omitempty"`
}

// dataResult is its answer.
type dataResult struct {
	State  *DataState  `json:"state,omitempty"`
	Backup *BackupInfo `json:"backup,omitempty"`
	Count  int         `json:"count,omitempty"`
	Text   string      `json:"text,omitempty"`
	// Ends says that the agent ends now, to go on with it, and that another one starts.
	Ends bool `json:"ends,omitempty"`
}

func (a *Agent) keepData(ctx context.Context, c dataCall) (r dataResult, err error) {
	if a.Config.Data == nil {
		return r, &fault.Error{Op: "looking after the data", Service: "agent", Kind: fault.NotConfigured, Code: "no-data"}
	}
	d := a.Config.Data
	switch c.Do {
	case dataState:
		s, err := d.DataState(ctx)
		return dataResult{State: &s}, err
	case dataPrunable:
		r.Count, err = d.Prunable(ctx, c.Days)
	case dataBackup:
		return backupResult(d.Backup(ctx, c.Path))
	case dataCheck:
		return backupResult(d.CheckBackup(ctx, c.Path))
	case dataRestore:
		r, err = backupResult(d.PrepareRestore(ctx, c.Path))
		r.Ends = err == nil
	case dataErase:
		err = d.PrepareErase(ctx)
		r.Ends = err == nil
	case dataExport:
		err = d.Export(ctx, c.Path)
	case dataReport:
		if c.Path != "" {
			return r, d.SaveReport(ctx, c.Path)
		}
		r.Text, err = d.Report(ctx)
	case dataDismiss:
		err = d.DismissNews(ctx)
	default:
		err = &fault.Error{Op: "looking after the data", Service: "agent", Kind: fault.Invalid, Code: "unknown-request"}
	}
	return r, err
}

func backupResult(b BackupInfo, err error) (dataResult, error) { return dataResult{Backup: &b}, err }
