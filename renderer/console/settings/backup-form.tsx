import { useState } from 'react';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { formatMoment } from '../../../shared/text/format.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useAsk } from '../parts/use-ask.ts';
import styles from '../parts/settings.module.css';

type BackupFormProps = {
  readonly backup: NonNullable<ConsoleView['backup']>;
  readonly zone: ConsoleView['clock']['zone'];
};

/** Where the daily backup goes, how long it is kept, and how the last ones went. */
export function BackupForm({ backup, zone }: BackupFormProps) {
  const text = useText().backup;
  const { language } = useLanguage();
  const [folder, setFolder] = useState(backup.folder ?? '');
  const [keepDays, setKeepDays] = useState(String(backup.keepDays));
  // Kept as what happened, not as a sentence: the language may be changed.
  const [happened, tell] = useState<'arranged' | 'ended' | { readonly made: string } | null>(null);
  const [isLacking, lack] = useState(false);
  const said =
    happened === null
      ? ''
      : typeof happened === 'string'
        ? text[happened]
        : text.made(happened.made);
  const choosing = useAsk('records.choose-folder');
  const arranging = useAsk('records.arrange-backup');
  const making = useAsk('records.make-backup');
  const at = (ms: number): string => formatMoment(ms, zone, language);
  const change = (set: () => void): void => {
    set();
    tell(null);
    lack(false);
    arranging.forget();
    making.forget();
  };
  const arrange = (where: string | null): void => {
    if (where === '') return lack(true);
    tell(null);
    arranging.ask(
      { folder: where, keepDays: /^\d+$/.test(keepDays.trim()) ? Number(keepDays) : 0 },
      () => {
        if (where === null) setFolder('');
        tell(where === null ? 'ended' : 'arranged');
      },
    );
  };
  const isChanged =
    folder.trim() !== (backup.folder ?? '') || keepDays.trim() !== String(backup.keepDays);
  return (
    <section className={styles['part']} aria-label={text.title}>
      <h2 className={styles['heading']}>{text.title}</h2>
      <p className={styles['hint']}>
        {backup.folder === null
          ? text.none
          : backup.lastMade === null
            ? text.neverMade
            : text.lastMade(at(backup.lastMade))}
      </p>
      {backup.folder !== null && backup.lastFailed !== null && (
        <p className={styles['problem']} role="alert">
          {text.failed(at(backup.lastFailed))}
        </p>
      )}
      <form
        className={styles['days']}
        aria-label={text.title}
        onSubmit={(event) => {
          event.preventDefault();
          arrange(folder.trim());
        }}
      >
        <div className={styles['row']}>
          <TextField
            label={text.folder}
            hint={text.folderHint}
            error={isLacking ? text.noFolder : null}
            value={folder}
            onChange={(typed) => change(() => setFolder(typed))}
          />
          <div className={styles['beside']}>
            <Button
              busy={choosing.busy}
              onPress={() =>
                choosing.ask(
                  {},
                  ({ folder: chosen }) => chosen !== null && change(() => setFolder(chosen)),
                )
              }
            >
              {text.choose}
            </Button>
          </div>
        </div>
        <TextField
          digits
          label={text.keepDays}
          value={keepDays}
          onChange={(typed) => change(() => setKeepDays(typed))}
        />
        <div className={styles['actions']}>
          <Button look="primary" submits busy={arranging.busy}>
            {text.save}
          </Button>
          {backup.folder !== null && (
            <>
              <Button
                busy={making.busy}
                blocked={isChanged ? text.saveFirst : null}
                onPress={() => making.ask({}, ({ file }) => tell({ made: file }))}
              >
                {making.busy ? text.making : text.makeNow}
              </Button>
              <Button busy={arranging.busy} onPress={() => arrange(null)}>
                {text.end}
              </Button>
            </>
          )}
        </div>
        {backup.folder !== null && (
          <p className={styles['hint']}>{text.goesWithDaily(backup.keepDays)}</p>
        )}
        <RefusalLine
          refused={arranging.refused ?? making.refused ?? choosing.refused}
          otherwise={said}
        />
      </form>
    </section>
  );
}
