/** What the main thread asks of this worker; answers carry the same number. */
export type PinQuestion = {
  readonly number: number;
  readonly pin: string;
  readonly pepper: string;
  readonly hash: string | null;
};
export type PinAnswer = { readonly number: number; readonly answer: string | boolean };
