import { useEffect } from 'react';

/** Each part begins where typing begins; a part without a field begins at its heading. Mounted anew with each part. */
export const FocusFirst = (): null => {
  useEffect(() => {
    const first = document.querySelector<HTMLElement>('form input');
    (first ?? document.getElementById('part-heading'))?.focus();
  }, []);
  return null;
};
