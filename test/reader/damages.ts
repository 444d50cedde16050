import type { Damage } from './damage.ts';
import { bytesDamages } from './damaged-bytes.ts';
import { linesDamages } from './damaged-lines.ts';
import { otherDamages } from './damaged-others.ts';
import { segmentsDamages } from './damaged-segments.ts';
import { forgedFacts } from './forged-facts.ts';
import { forgedHeaders } from './forged-headers.ts';

/** All that a disk, a person or a program can do, kind by kind. */
export const damageKinds: readonly (readonly Damage[])[] = [
  bytesDamages,
  linesDamages,
  segmentsDamages,
  forgedFacts,
  forgedHeaders,
  otherDamages,
];
