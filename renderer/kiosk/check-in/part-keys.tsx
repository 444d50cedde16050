import { useEffect } from 'react';

export const partHeadingId = 'part-heading';

/**
 * Where the keys go in a part of the guest book; mounted anew with each part. It begins where typing begins, or at its
 * heading when nothing is typed. Enter goes on from there as well; held down it runs through no parts.
 */
export function PartKeys({ enterGoesOn }: { readonly enterGoesOn: boolean }): null {
  useEffect(() => {
    const heading = document.getElementById(partHeadingId);
    const form = heading?.closest('form');
    const fields = form?.querySelectorAll<HTMLInputElement>('input:enabled') ?? [];
    const first = [...fields].find(({ type, checked }) => type !== 'radio' || checked);
    (first ?? heading)?.focus();

    const enter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return;
      if (event.repeat) event.preventDefault();
      else if (event.target === heading && enterGoesOn) form?.requestSubmit();
    };
    addEventListener('keydown', enter);
    return () => removeEventListener('keydown', enter);
  }, [enterGoesOn]);
  return null;
}
