/** Signs that steer a terminal, turn the reading direction, or are not seen at all. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const mostSigns = 300;

/**
 * A word as somebody typed it, or as it stands in a file from elsewhere, harmless in a sentence on any screen.
 * @returns signs that are not seen as `\u{202e}`; a very long word without its middle
 */
export function asTyped(word: string): string {
  const signs = [...word];
  const short =
    signs.length <= mostSigns
      ? word
      : `${signs.slice(0, mostSigns / 2).join('')} … ${signs.slice(-mostSigns / 2).join('')}`;
  return short.replace(unseen, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}
