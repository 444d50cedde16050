/** Work of which only one piece may be under way at a time. */
export type OneByOne = {
  /** Does a piece of work once all that was asked before it is over, whether it went well or not. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when all that was asked so far is over. */
  readonly settled: () => Promise<void>;
};

export function makeOneByOne(): OneByOne {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
    settled: async () => void (await last),
  };
}
