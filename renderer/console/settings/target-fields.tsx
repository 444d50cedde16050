import { useText } from '../parts/language.ts';
import { TextField } from '../parts/text-field.tsx';
import type { FieldsProps } from './settings-fields.tsx';
import styles from '../parts/settings.module.css';

/** Targets, retention, and where escalations go. */
export function TargetFields({ draft, problems, change, readOnly = false }: FieldsProps) {
  const text = useText().setUp;
  return (
    <>
      <div className={styles['three']}>
        <TextField
          digits
          label={text.waitingTarget}
          value={draft.waitingTarget}
          onChange={(waitingTarget) => change({ waitingTarget })}
          error={problems['waitingTarget'] ?? null}
          readOnly={readOnly}
        />
        <TextField
          digits
          label={text.retention}
          value={draft.retention}
          onChange={(retention) => change({ retention })}
          error={problems['retention'] ?? null}
          readOnly={readOnly}
        />
        <TextField
          digits
          label={text.idle}
          value={draft.idle}
          onChange={(idle) => change({ idle })}
          error={problems['idle'] ?? null}
          readOnly={readOnly}
        />
      </div>
      <TextField
        digits
        label={text.clockDoubt}
        hint={text.clockDoubtHint}
        value={draft.clockDoubt}
        onChange={(clockDoubt) => change({ clockDoubt })}
        error={problems['clockDoubt'] ?? null}
        readOnly={readOnly}
      />
      <div className={styles['two']}>
        <TextField
          rows={3}
          label={text.channels}
          hint={text.channelsHint}
          value={draft.channels}
          onChange={(channels) => change({ channels })}
          error={problems['channels'] ?? null}
          readOnly={readOnly}
        />
        <TextField
          label={text.helpdesk}
          value={draft.helpdesk}
          onChange={(helpdesk) => change({ helpdesk })}
          error={problems['helpdesk'] ?? null}
          readOnly={readOnly}
        />
      </div>
    </>
  );
}
