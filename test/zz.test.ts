import { test } from 'vitest';
import { play } from './faults/damage/play.ts';
import { planOf } from './faults/damage/plan.ts';
import { kindOf } from './faults/damage/shrink.ts';
test('x', async () => {
  const kinds = new Map<string, number[]>();
  const seen = new Map<string, string>();
  for (let s = 50; s < 500; s += 1) {
    const p = await play(planOf(s));
    for (const problem of p.problems) { const k = kindOf(problem); kinds.set(k, [...(kinds.get(k) ?? []), s]); if (!seen.has(k)) seen.set(k, p.steps.join('\n') + '\n' + problem); }
  }
  for (const [k, s] of kinds) console.log(`### ${k}: ${s.length} ${s.slice(0, 8)}\n${seen.get(k)}`);
}, 1_000_000);
