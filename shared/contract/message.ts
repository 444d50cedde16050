import { z } from 'zod';
import { roles, type Role } from '../base/roles.ts';
import type { WindowRole } from './windows.ts';

/** All that is said of one message. Lengths only keep nonsense out: the rules with sentences are far tighter. */
export type MessageContract = {
  /** The window whose page may send it. */
  readonly window: WindowRole;
  /** Who must be signed in; `anybody` at the kiosk, and for what is sent before signing in. */
  readonly may: readonly Role[] | 'anybody';
  /** A command does something; a query only reads. */
  readonly kind: 'command' | 'query';
  /** With a `commandId` where it must not be done twice. */
  readonly args: z.ZodObject;
  /** What comes back when it was accepted. */
  readonly answer: z.ZodType;
};

/** The messages of one subject; each name begins with the subject's room: `visit.note` is decided in main/app/visit. */
export type SubjectContract<Subject extends string> = Readonly<
  Record<`${Subject}.${string}`, MessageContract>
>;

export const desk = ['desk', 'coordinator'] as const satisfies readonly Role[];
export const assisting = ['desk', 'trainer', 'coordinator'] as const satisfies readonly Role[];
export const coordinator = ['coordinator'] as const satisfies readonly Role[];
export const keepers = ['coordinator', 'administrator'] as const satisfies readonly Role[];
export const everyone = [
  'desk',
  'trainer',
  'coordinator',
  'administrator',
] as const satisfies readonly Role[];

/** Names one sending of a window: sent again, it gets its first answer. */
export const commandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export const typed = z.string().max(20_000);
export const visit = z.string().max(20);
export const id = z.string().min(1).max(64);
export const noArgs = z.strictObject({});
export const nothing = z.null();
/** A moment as the office's date and time, `YYYY-MM-DDTHH:mm`: staff tell when something outside the product happened. */
export const officeMoment = z.string().max(16);
/** `YYYY-MM` */
export const month = z.string().regex(/^\d{4}-\d\d$/);

export const staffMember = z.strictObject({
  name: typed,
  functions: z.array(z.enum(roles)).min(1).max(roles.length).readonly(),
  pin: z.string().max(64),
});
