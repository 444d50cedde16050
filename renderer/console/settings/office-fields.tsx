import { zones } from '../../../shared/base/office-time.ts';
import { useText } from '../parts/language.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { LogoField } from './logo-field.tsx';
import type { FieldsProps } from './settings-fields.tsx';
import styles from '../parts/settings.module.css';

/** Name, room, time zone and logo. */
export function OfficeFields({ draft, problems, change, readOnly = false }: FieldsProps) {
  const text = useText().setUp;
  return (
    <>
      <div className={styles['two']}>
        <TextField
          label={text.officeName}
          value={draft.name}
          onChange={(name) => change({ name })}
          error={problems['office-name'] ?? null}
          readOnly={readOnly}
        />
        <TextField
          label={text.room}
          value={draft.room}
          onChange={(room) => change({ room })}
          error={problems['office-room'] ?? null}
          readOnly={readOnly}
        />
        <ChoiceField
          label={text.zone}
          value={draft.zone}
          choices={zones.map((value) => ({ value, label: text.zones[value] }))}
          onChange={(zone) => change({ zone })}
          readOnly={readOnly}
        />
      </div>
      <LogoField logo={draft.logo} onChange={(logo) => change({ logo })} readOnly={readOnly} />
    </>
  );
}
