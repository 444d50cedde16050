// In every page of a watched start: tells when what a person looks for is painted. For our pages that is a heading.
'use strict';

const { ipcRenderer } = require('electron');

const tell = () =>
  requestAnimationFrame(() => {
    const behind = new MessageChannel();
    behind.port1.onmessage = () => ipcRenderer.send('watch:painted', location.href);
    behind.port2.postMessage(null);
  });
if (location.protocol === 'app:') {
  const watching = new MutationObserver(() => {
    if (document.querySelector('h1, h2') === null) return;
    watching.disconnect();
    tell();
  });
  watching.observe(document, { childList: true, subtree: true });
} else if (document.readyState === 'complete') tell();
else addEventListener('load', tell);
