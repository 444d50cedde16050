import { useEffect, useState } from 'react';
import type { AnswerOf } from '../../../shared/contract/contract.ts';
import type { Language } from '../../../shared/base/closed-lists.ts';
import { refused as refusedWith, type Refused } from '../../../shared/base/result.ts';
import { bridge } from '../parts/bridge.ts';

export type ListedErasures = AnswerOf<'records.list-erasures'> & { readonly seen: string };

/** The destruction records, asked for anew when there is something else to read. @param seen changes then */
export function useErasures(
  seen: string,
  language: Language,
): { readonly found: ListedErasures | null; readonly refused: Refused | null } {
  const [found, setFound] = useState<ListedErasures | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  useEffect(() => {
    let isWanted = true;
    void bridge
      .call('records.list-erasures', { language })
      .catch(() => refusedWith('out-of-service'))
      .then((result) => {
        if (!isWanted) return;
        setRefused(result.ok ? null : result);
        if (result.ok) setFound({ ...result.value, seen });
      });
    return () => {
      isWanted = false;
    };
  }, [seen, language]);
  return { found, refused };
}
