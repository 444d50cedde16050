import { contract, type Message } from './contract.ts';
import type { MessageContract } from './message.ts';

export type Sender = Pick<MessageContract, 'window' | 'may'>;

const senderOf = ([message, { window, may }]: readonly [string, MessageContract]) =>
  [message, { window, may }] as const;

/**
 * Who may send each message: the contract without its parsers. In windows and preloads the build puts the value itself in the
 * place of this module (scripts/build/senders-as-data.ts), so that they carry no parser.
 */
export const senders = Object.fromEntries(
  Object.entries(contract).map(senderOf),
) as unknown as Readonly<Record<Message, Sender>>;
