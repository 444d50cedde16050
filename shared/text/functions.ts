import { roles, type Role } from '../base/roles.ts';
import type { Words } from './words.ts';

/** The functions that a person holds, as people read them, in the order of `roles`. */
export function sayFunctions(words: Words, functions: readonly Role[]): string {
  return roles
    .filter((role) => functions.includes(role))
    .map((role) => words.roles[role])
    .join(', ');
}
