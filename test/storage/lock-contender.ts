import { lockFolder } from '../../main/storage/folder-lock.ts';

const lock = await lockFolder(process.argv[2] ?? '', () => undefined);
process.send?.(lock !== null);
// Holds what it got until it is killed.
setInterval(() => undefined, 1_000);
