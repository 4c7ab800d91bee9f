package agent

import "context"

// DataState says what there is and what it takes on the disk.
func (c Client) DataState(ctx context.Context) (DataState, error) {
	r, err := c.keepData(ctx, dataCall{Do: dataState})
	return value(r.State), err
}

// Prunable returns how many messages would be removed if messages stayed for so many days.
func (c Client) Prunable(ctx context.Context, days int) (int, error) {
	r, err := c.keepData(ctx, dataCall{Do: dataPrunable, Days: days})
	return r.Count, err
}

// Backup lets the agent write everything but secrets and logs to one file, whole or not at all.
func (c Client) Backup(ctx context.Context, path string) (BackupInfo, error) {
	r, err := c.keepData(ctx, dataCall{Do: dataBackup, Path: path})
	return value(r.Backup), err
}

// CheckBackup lets the agent read a backup from its beginning to its end.
func (c Client) CheckBackup(ctx context.Context, path string) (BackupInfo, error) {
	r, err := c.keepData(ctx, dataCall{Do: dataCheck, Path: path})
	return value(r.Backup), err
}

// Restore lets the agent put a backup in the place of what there is. After nil the agent and its windows
// end, and another agent starts that goes on with it.
func (c Client) Restore(ctx context.Context, path string) (BackupInfo, error) {
	r, err := c.keepData(ctx, dataCall{Do: dataRestore, Path: path})
	return value(r.Backup), err
}

// Erase lets the agent remove everything. After nil the agent and its windows end, and another agent
// starts as new.
func (c Client) Erase(ctx context.Context) error {
	_, err := c.keepData(ctx, dataCall{Do: dataErase})
	return err
}

// Export lets the agent write everything but secrets as one JSON document, whole or not at all.
func (c Client) Export(ctx context.Context, path string) error {
	_, err := c.keepData(ctx, dataCall{Do: dataExport, Path: path})
	return err
}

// Report describes this Foyer for those who help, as Markdown.
func (c Client) Report(ctx context.Context) (string, error) {
	r, err := c.keepData(ctx, dataCall{Do: dataReport})
	return r.Text, err
}

// SaveReport lets the agent write such a description to a file.
func (c Client) SaveReport(ctx context.Context, path string) error {
	_, err := c.keepData(ctx, dataCall{Do: dataReport, Path: path})
	return err
}

// DismissNews forgets the News of DataState.
func (c Client) DismissNews(ctx context.Context) error {
	_, err := c.keepData(ctx, dataCall{Do: dataDismiss})
	return err
}

func (c Client) keepData(ctx context.Context, call dataCall) (dataResult, error) {
	r, err := c.askFor(ctx, dataTime, request{Do: doData, Data: &call})
	return value(r.Data), err
}
