import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { withDisplay } from '../display.ts';
import {
  electronAtHand,
  productVersion,
  standInVersion,
  type Electron,
} from '../electron/places.ts';
import { smokePackage } from '../package-smoke.ts';
import { root } from '../root.ts';
import { runNode } from '../run-program.ts';
import { tools } from '../tools.ts';

// The unpacked Linux program, made from the runtime at hand and started once. For trying, not for release.
const electron = electronAtHand();
if (electron === undefined) throw new Error('There is no Electron yet: run npm start once.');

const config = join(root, 'build', 'packaging.json');
await writeFile(config, JSON.stringify(await configFor(electron), null, 2));
// With hard links, setting the fuses of the package would set those of the runtime it was made from.
const env = { ...process.env, USE_HARD_LINKS: 'false' };
const made = await runNode(
  tools.electronBuilder,
  ['--linux', 'dir', '--publish=never', '--config', config],
  env,
);
process.exitCode = made === 0 ? await smoke() : made;

/** The release's configuration, changed as little as trying it here needs. */
async function configFor({ source, cleanFolder }: Electron): Promise<object> {
  const { electronFuses, ...release } = await getConfig(root, 'electron-builder.yml', null);
  const { grantFileProtocolExtraPrivileges, ...oldFuses } = electronFuses ?? {};
  // The stand-in is older than that fuse, and a fuse that is not there cannot be set.
  const fuses =
    source === 'stand-in' ? oldFuses : { ...oldFuses, grantFileProtocolExtraPrivileges };
  return {
    ...release,
    electronDist: cleanFolder,
    electronVersion: source === 'stand-in' ? standInVersion : productVersion,
    // Playwright's driver, by which the program is tried, needs the inspector that a release has switched off.
    electronFuses: { ...fuses, enableNodeCliInspectArguments: true },
  };
}

async function smoke(): Promise<number> {
  const program = join(root, 'dist', 'linux-unpacked', 'pendamping');
  try {
    console.log(
      await withDisplay('virtual', async (display) => await smokePackage(program, display)),
    );
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
