import type { Acknowledged } from './acknowledged.ts';
import type { Point } from './labelled-files.ts';

/** What a run of the program under test is to do. */
export type Orders = {
  readonly folder: string;
  readonly seed: number;
  /** The wall clock at its start. */
  readonly at: number;
  /** How many rounds of a day's work, each several commands at once. */
  readonly rounds: number;
  /** The n-th time that this point is reached something happens; null: nothing of itself. */
  readonly fault: {
    readonly point: Point;
    readonly time: number;
    readonly way: 'kill' | 'ask';
  } | null;
  /** True: nothing is ever flushed, as in a program that does not care. What is lost then shows that the fault is one. */
  readonly careless?: boolean;
};

/**
 * What it says, written at once and in order. It is answered only when it `asks`: it stands still until a byte comes back.
 * `fault`: the point is reached, do what you want to do there. `out`: it was refused as out of service, has tried once
 * more all the same, and tries to go back into service when answered.
 */
export type Word =
  | { readonly says: 'open' }
  | { readonly says: 'acknowledged'; readonly one: Acknowledged }
  | { readonly says: 'reached'; readonly point: Point }
  | { readonly says: 'wrote-short' }
  | { readonly says: 'refused' }
  | { readonly says: 'asks'; readonly why: 'fault' | 'out' }
  | { readonly says: 'recovered'; readonly inService: boolean }
  | { readonly says: 'failed'; readonly error: string }
  | { readonly says: 'done' };
