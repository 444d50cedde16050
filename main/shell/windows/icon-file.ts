import { join } from 'node:path';

/**
 * The icon of the windows, as the build makes it: Windows takes its size out of one file, other desktops scale one.
 * @param buildFolder the main process's own, `build/main`
 */
export function iconFile(buildFolder: string, platform: NodeJS.Platform): string {
  return join(buildFolder, '..', 'icons', platform === 'win32' ? 'icon.ico' : '128x128.png');
}
