// Two empty windows, as bare as Electron makes them, as large as ours on one display (place-windows.ts).
'use strict';

const { app, BrowserWindow, screen } = require('electron');

void app.whenReady().then(() => {
  const { bounds, workArea } = screen.getPrimaryDisplay();
  const width = Math.min(1366, workArea.width);
  const height = Math.min(768, workArea.height);
  const corner = {
    x: workArea.x + workArea.width - width,
    y: workArea.y + workArea.height - height,
    width,
    height,
  };
  for (const place of [{ ...bounds, frame: false }, corner]) {
    const window = new BrowserWindow({
      ...place,
      webPreferences: { sandbox: true, contextIsolation: true },
    });
    void window.loadURL('data:text/html,<p>bare');
  }
});
