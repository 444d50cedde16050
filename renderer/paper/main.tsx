import '@fontsource-variable/plus-jakarta-sans/index.css';
import '../ui/tokens.css';
import './slip.css';
import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import type { SlipBridge } from '../pendamping.ts';
import { Slip } from './slip.tsx';

const bridge = (window as unknown as { readonly pendamping: SlipBridge }).pendamping;
const micronsPerPx = 25_400 / 96;
/** Blank paper behind the last line, so that rounding never makes a second page and the cutter cuts nothing. */
const tearOffMicrons = 3_000;

let shown: Root | null = null;

bridge.onView((slip) => {
  const root = document.getElementById('root');
  if (root === null) return;
  // A root for each slip: one that is kept would remember what it rendered last.
  shown?.unmount();
  shown = null;
  if (slip === null) return bridge.ready(null);
  const made = createRoot(root);
  shown = made;
  flushSync(() => made.render(<Slip slip={slip} />));
  // The page is never shown, so nothing paints it before it is printed: its fonts have to be there, no more.
  const faces = [400, 600, 800].map((weight) =>
    document.fonts.load(`${weight} 16px "Plus Jakarta Sans Variable"`),
  );
  void Promise.allSettled(faces).then(() =>
    bridge.ready(Math.ceil(root.getBoundingClientRect().height * micronsPerPx) + tearOffMicrons),
  );
});
// There is somebody who can show a slip now.
bridge.ready(null);
