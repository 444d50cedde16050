import { useRef, useState } from 'react';
import type { AnswerOf } from '../../../shared/contract/contract.ts';
import type { Language } from '../../../shared/base/closed-lists.ts';
import { refused as refusedWith, type Refused } from '../../../shared/base/result.ts';
import { bridge } from '../parts/bridge.ts';

export type Exporting = {
  readonly busy: boolean;
  readonly refused: Refused | null;
  readonly saved: AnswerOf<'reports.export-register'> | null;
  readonly save: (month: string, language: Language) => void;
};

/** Saves a month of the register as CSV, and knows where it went. */
export function useExport(): Exporting {
  const [state, setState] = useState<Omit<Exporting, 'save'>>({
    busy: false,
    refused: null,
    saved: null,
  });
  const underWay = useRef(false);
  const save = (month: string, language: Language): void => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ busy: true, refused: null, saved: null });
    void bridge
      .call('reports.export-register', { month, language })
      .catch(() => refusedWith('out-of-service'))
      .then((result) => {
        underWay.current = false;
        setState({
          busy: false,
          refused: result.ok ? null : result,
          saved: result.ok ? result.value : null,
        });
      });
  };
  return { ...state, save };
}
