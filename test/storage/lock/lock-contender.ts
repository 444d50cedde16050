import { lockFolder } from '../../../main/storage/lock/folder-lock.ts';

// Tells whether it got the lock, and after that every question that it is asked.
const lock = await lockFolder(process.argv[2] ?? '', (question) => void process.send?.(question));
process.send?.(lock !== null);
// Holds what it got until it is killed.
setInterval(() => undefined, 1_000);
