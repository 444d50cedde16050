import { z } from 'zod';
import { definitionForm, type Procedure } from '../sop/definition.ts';

/**
 * A definition as it was adopted: checked then, and its line's hash says that it is still that. It is not checked again at each
 * reading, which would cost every start more than all other facts.
 */
export const adoptedDefinition = z.custom<Procedure>((value) => {
  const { form, document } = (value ?? {}) as Partial<Procedure>;
  return (
    form === definitionForm &&
    typeof document?.no === 'string' &&
    typeof document.revision === 'string'
  );
});
