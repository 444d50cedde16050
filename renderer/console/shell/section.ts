/** The parts of the console; `board` also holds the open visit. */
export const sections = ['board', 'escalations', 'deviations', 'register', 'settings'] as const;
export type Section = (typeof sections)[number];
