import { useContext, useState } from 'react';
import { officeDate, officeTime } from '../../../shared/base/office-time.ts';
import { ClockContext } from '../../ui/use-now.ts';

/** A field of date and time, filled with the office's present minute when it is first shown: most things are recorded as they happen. */
export function useOfficeNow(): readonly [string, (value: string) => void] {
  const { at, zone, running, receivedAt } = useContext(ClockContext);
  return useState(() => {
    const now = at + (running ? performance.now() - receivedAt : 0);
    return `${officeDate(now, zone)}T${officeTime(now, zone)}`;
  });
}
