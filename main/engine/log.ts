/**
 * What is told of an error: when, where, its kind and code, and the places it came through. Never its message: that may hold
 * what a person typed (a parser quotes what it could not read).
 * @param at wall clock, ms since 1970 UTC
 * @param area which part of the program tells it
 * @returns one line of JSON with its newline
 */
export function logLine(at: number, area: string, error: unknown): string {
  const { name, code, stack } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `${JSON.stringify({
    at: new Date(at).toISOString(),
    area,
    kind: name ?? typeof error,
    ...(typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? { code } : {}),
    through: frames
      .slice(0, 12)
      .map((frame) => frame.trim().replace(/\(?(?:file:\/\/)?\/.*\//, '(')),
  })}\n`;
}
