import { describe, expect, test } from 'vitest';
import { replaceDurably } from '../../../main/storage/files/durable-write.ts';
import { makeMemoryFiles, putContent, type FileCall } from '../../adapters/memory-files.ts';

const path = '/data/people/2026-11.jsonl';
const failing = (isFailing: (call: FileCall) => boolean) => {
  const files = makeMemoryFiles();
  return {
    files,
    begin: () =>
      void (files.onCall = (call) => {
        if (isFailing(call)) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
      }),
  };
};

describe('a replacement that fails', () => {
  test.each(['create', 'write', 'sync', 'rename'] as const)(
    'at %s leaves the file as it was, and no other beside it',
    async (call) => {
      const { files, begin } = failing((made) => made.call === call);
      await putContent(files, path, 'lama');
      begin();
      await expect(replaceDurably(files, path, Buffer.from('baru'))).rejects.toMatchObject({
        code: 'EBUSY',
      });
      expect(files.textOf(path)).toBe('lama');
      expect(await files.list('/data/people')).toEqual(['2026-11.jsonl']);
    },
  );

  test('at closing leaves nothing beside it, and a power cut brings nothing back', async () => {
    const files = makeMemoryFiles();
    const closing = {
      ...files,
      create: async (name: string) => ({
        ...(await files.create(name)),
        close: () => Promise.reject(new Error('EIO')),
      }),
    };
    await expect(replaceDurably(closing, path, Buffer.from('baru'))).rejects.toThrow('EIO');
    files.cutPower();
    expect(await files.list('/data/people')).toEqual([]);
  });

  test('tells why it failed, also when what is left cannot be taken away', async () => {
    const { files, begin } = failing(
      ({ call, path: at }) => call === 'rename' || (call === 'remove' && files.textOf(at) !== ''),
    );
    begin();
    await expect(replaceDurably(files, path, Buffer.from('baru'))).rejects.toMatchObject({
      message: 'EBUSY',
    });
  });
});
