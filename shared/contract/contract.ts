import { z } from 'zod';
import { refusalCodes, type Result } from '../base/result.ts';
import { deviationContract } from './deviation.ts';
import { escalationContract } from './escalation.ts';
import { officeContract } from './office.ts';
import { queueContract } from './queue.ts';
import { recordsContract } from './records.ts';
import { reportsContract } from './reports.ts';
import { staffContract } from './staff.ts';
import { visitContract } from './visit.ts';
import type { MessageContract } from './message.ts';
import type { WindowRole } from './windows.ts';

/**
 * THE contract: every message that a window may send, who may send it, what it must look like, and what comes back. A window
 * sends commands and queries; what it shows comes to it as views.
 */
export const contract = {
  ...visitContract,
  ...queueContract,
  ...officeContract,
  ...staffContract,
  ...deviationContract,
  ...escalationContract,
  ...reportsContract,
  ...recordsContract,
} as const satisfies Readonly<Record<string, MessageContract>>;

export type Contract = typeof contract;
export type Message = keyof Contract;
export type ArgsOf<M extends Message> = z.infer<Contract[M]['args']>;
export type AnswerOf<M extends Message> = z.infer<Contract[M]['answer']>;

/** The messages of a subject. */
export type MessageOf<Subject extends string> = Extract<Message, `${Subject}.${string}`>;
/** The messages of a window. */
export type MessageFrom<Window extends WindowRole> = {
  [M in Message]: Contract[M]['window'] extends Window ? M : never;
}[Message];
export type KioskMessage = MessageFrom<'kiosk'>;
export type ConsoleMessage = MessageFrom<'console'>;
/** Messages of somebody signed in. */
export type StaffMessage = {
  [M in Message]: Contract[M]['may'] extends 'anybody' ? never : M;
}[Message];
/** Messages that must not be done twice: each sending has an id. */
export type CommandMessage = {
  [M in Message]: ArgsOf<M> extends { readonly commandId: string } ? M : never;
}[Message];

/** How a window calls the main process: one typed function, made by the preload. */
export type Call<Allowed extends Message> = <M extends Allowed>(
  message: M,
  args: ArgsOf<M>,
) => Promise<Result<AnswerOf<M>>>;

const refusedSchema = z.strictObject({
  ok: z.literal(false),
  code: z.enum(refusalCodes),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
/** What may leave the handler of a message: its answer, or a refusal. */
export function resultSchemaOf(message: Message) {
  return z.union([
    z.strictObject({ ok: z.literal(true), value: contract[message].answer }),
    refusedSchema,
  ]);
}
