import { useEffect, useState } from 'react';
import type { RegisterRow } from '../../../shared/contract/reports.ts';
import type { Refused } from '../../../shared/base/result.ts';
import { refused as refusedWith } from '../../../shared/base/result.ts';
import { bridge } from '../parts/bridge.ts';

const pauseMs = 150;

export type Found = {
  readonly month: string;
  readonly text: string;
  readonly seen: string;
  readonly rows: readonly RegisterRow[];
};

/**
 * The register's rows for a month and a text, asked for a moment after the last key.
 * @param seen changes when there may be more to read
 */
export function useRegister(
  month: string,
  text: string,
  seen: string,
): { readonly found: Found | null; readonly refused: Refused | null } {
  const [found, setFound] = useState<Found | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void bridge
        .call('reports.search-register', { month, text: text.slice(0, 200) })
        .catch(() => refusedWith('out-of-service'))
        .then((result) => {
          if (!isWanted) return;
          setRefused(result.ok ? null : result);
          if (result.ok) setFound({ month, text, seen, rows: result.value });
        });
    }, pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [month, text, seen]);
  return { found, refused };
}
