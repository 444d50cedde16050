/**
 * Ids of steps in the documents that ship: no code outside a document's own folder may name one. `guest-book`, `report-out` and
 * `serve` are kinds of steps too, and `upload-bid` is a purpose of a visit: those words cannot be told apart by the linter.
 */
export const stepIds: ReadonlySet<string> = new Set([
  'arrive',
  'ask-training',
  'advise-training',
  'call-provider',
  'ask-qualification',
  'explain-qualification',
  'upload-qualification',
  'handle-problem',
  'escalate',
  'explain-encryption',
]);
