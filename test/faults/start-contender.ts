import { lockFolder } from '../../main/storage/lock/folder-lock.ts';

/**
 * A program that starts on a data folder: takes the lock, and only then reads and writes anything. Tells whether it got the
 * folder, and after that what its start found; holds it until it is killed.
 */
const [folder = '', at = '0'] = process.argv.slice(2);
const lock = await lockFolder(folder, () => undefined);
if (lock === null) {
  process.send?.({ got: false });
} else {
  const [{ openOffice }, { nodeFiles }, { makeSimulatedClock }] = await Promise.all([
    import('../office.ts'),
    import('../../main/storage/files/node-files.ts'),
    import('../../main/clocks.ts'),
  ]);
  const office = await openOffice({
    files: nodeFiles,
    folder,
    clock: makeSimulatedClock(Number(at)),
  });
  process.send?.({ got: true, seq: office.state().seq, findings: office.restored.findings });
}
setInterval(() => undefined, 1_000);
