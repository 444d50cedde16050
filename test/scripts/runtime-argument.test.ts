import { describe, expect, test } from 'vitest';
import { readRuntimeArgument } from '../../scripts/electron/runtime-argument.ts';

const sentenceFor = (...args: readonly string[]): string => {
  const asked = readRuntimeArgument(args);
  return asked.runtime === 'unknown' ? asked.sentence : `taken: ${asked.runtime}`;
};

describe('The runtime that the stories are asked to run on', () => {
  test('is the one at hand unless told, and every argument stays with Playwright', () => {
    expect(readRuntimeArgument(['-g', 'reports out'])).toEqual({
      runtime: 'at hand',
      rest: ['-g', 'reports out'],
    });
  });

  test('is the second one as --runtime 33, between other arguments or not', () => {
    const expected = { runtime: 'second', rest: ['-g', 'reports out'] };
    expect(readRuntimeArgument(['-g', 'reports out', '--runtime', '33'])).toEqual(expected);
    expect(readRuntimeArgument(['-g', '--runtime=33', 'reports out'])).toEqual(expected);
  });

  test('is refused in a plain sentence that says what there is, when it is not known', () => {
    expect(sentenceFor('--runtime', '45')).toBe(
      'There is no runtime "45". There is 33 (Electron 33.2.1); without --runtime the Electron that npm test takes is used.',
    );
    expect(sentenceFor('--runtime=33.2.1')).toMatch(
      /^There is no runtime "33\.2\.1"\. There is 33 /,
    );
  });

  test('is refused when it has no name, or is said twice', () => {
    for (const args of [['--runtime'], ['--runtime='], ['--runtime', '-g']])
      expect(sentenceFor(...args)).toMatch(/^--runtime wants a name\. There is 33 /);
    expect(sentenceFor('--runtime', '33', '--runtime', '33')).toMatch(
      /^--runtime may be said once only\. /,
    );
  });
});
