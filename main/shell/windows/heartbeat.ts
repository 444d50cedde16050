/** A window that has not told that it lives for this long hangs. Its page tells every three seconds. */
const patienceMs = 20_000;

/**
 * Notices windows that hang: Chromium's own `unresponsive` does not come without input.
 * @param revive called once for each window found hanging
 */
export function makeHeartbeat<Role extends string>(revive: (role: Role) => void) {
  const heard = new Map<Role, number>();
  return {
    heard: (role: Role, mono: number): void => void heard.set(role, mono),
    check: (mono: number): void => {
      for (const [role, last] of heard) {
        if (mono - last <= patienceMs) continue;
        // The reloaded page has its own time to come up.
        heard.set(role, mono);
        revive(role);
      }
    },
  };
}
