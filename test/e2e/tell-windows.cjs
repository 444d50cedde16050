// Loaded before the program's own entry (`electron -r`): says so, and says each window that it opens.
'use strict';

const { app } = require('electron');

console.log('Watching for windows');
app.on('browser-window-created', () => console.log('A window was opened'));
