import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { senders } from '../../shared/contract/senders.ts';
import { root } from '../root.ts';

/**
 * Puts what the contract says of who may send each message into windows and preloads as plain data: neither carries the
 * contract's parsers, and the build fails when one came in another way.
 */
export function sendersAsData(): Plugin {
  const file = normalizePath(join(root, 'shared', 'contract', 'senders.ts'));
  return {
    name: 'senders-as-data',
    load: (id) => (id === file ? `export const senders = ${JSON.stringify(senders)};` : null),
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        const parser =
          part.type === 'chunk' && part.moduleIds.find((id) => id.includes('/node_modules/zod/'));
        if (typeof parser === 'string')
          this.error(
            `Windows and preloads carry no parsers, but ${part.fileName} holds zod. Find who imports a schema as a value, and import its type.`,
          );
      }
    },
  };
}
