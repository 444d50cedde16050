import { IconTrash } from '@tabler/icons-react';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { FieldsProps } from './settings-fields.tsx';
import styles from '../parts/settings.module.css';

const most = 40;

/** An id that no workstation has had in this list; records refer to it for ever, names may change. */
const freshId = (taken: readonly string[]): string => {
  for (let n = taken.length + 1; ; n += 1) {
    if (!taken.includes(`ws-${n}`)) return `ws-${n}`;
  }
};

/** The service desk's name and the room's computers. */
export function PlaceFields({ draft, problems, change, readOnly = false }: FieldsProps) {
  const text = useText().setUp;
  const { workstations } = draft;
  return (
    <>
      <div className={styles['two']}>
        <TextField
          label={text.desk}
          value={draft.desk}
          onChange={(desk) => change({ desk })}
          error={problems['desk'] ?? null}
          readOnly={readOnly}
        />
      </div>
      <div className={styles['two']}>
        {workstations.map(({ id, name }, at) => (
          <div key={id} className={styles['row']}>
            <TextField
              label={text.workstation(at + 1)}
              value={name}
              onChange={(value) =>
                change({
                  workstations: workstations.map((each) =>
                    each.id === id ? { id, name: value } : each,
                  ),
                })
              }
              error={problems[`workstation-${at}`] ?? null}
              readOnly={readOnly}
            />
            {!readOnly && workstations.length > 1 && (
              <button
                type="button"
                className={styles['remove']}
                aria-label={text.removeWorkstation(name)}
                onClick={() =>
                  change({ workstations: workstations.filter((each) => each.id !== id) })
                }
              >
                <IconTrash size={19} stroke={1.8} aria-hidden="true" />
              </button>
            )}
          </div>
        ))}
      </div>
      {!readOnly && workstations.length < most && (
        <div>
          <Button
            onPress={() =>
              change({
                workstations: [
                  ...workstations,
                  { id: freshId(workstations.map(({ id }) => id)), name: '' },
                ],
              })
            }
          >
            {text.addWorkstation}
          </Button>
        </div>
      )}
    </>
  );
}
