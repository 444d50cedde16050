/** The functions of a member of staff. A coordinator also stands in for desk and trainer (SOP, Definisi 1 and 2: both are functions of the same Bidang). */
export const roles = ['desk', 'trainer', 'coordinator', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Does a person with these functions act for one of `wanted`? A person of a small office holds several (SOP.md, ruling 5). */
export function holdsAny(functions: readonly Role[], wanted: readonly Role[]): boolean {
  return functions.some((held) => wanted.includes(held));
}

/** May be called as a trainer. */
export function isTrainer(functions: readonly Role[]): boolean {
  return holdsAny(functions, ['trainer', 'coordinator']);
}

/** A trainer who does not also speak for the desk: accepts a visit for nobody else (SOP, step 5). */
export function isTrainerOnly(functions: readonly Role[]): boolean {
  return functions.includes('trainer') && !holdsAny(functions, ['desk', 'coordinator']);
}
