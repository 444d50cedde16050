/** What nobody can see or tell apart from nothing; the blank of Braille counts to Unicode as a sign. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;

/**
 * What two names are compared by: they are one name when only case, width of letters, spaces or invisible signs tell them
 * apart. Empty when there is nothing to see.
 * @param name as a person wrote it; what is kept is the name, never this
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('id');
}
