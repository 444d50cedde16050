import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useContext, useRef, useState } from 'react';
import { officeMonth } from '../../../shared/base/office-time.ts';
import { formatMonth } from '../../../shared/text/format.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import layout from '../parts/layout.module.css';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useKey } from '../parts/use-key.ts';
import { monthAfter } from './month.ts';
import styles from './register-panel.module.css';
import { RegisterTable } from './register-table.tsx';
import { useExport } from './use-export.ts';
import { useRegister } from './use-register.ts';

/** The guest book by month: searched, read, and saved as CSV. */
export function RegisterPanel({ seen }: { readonly seen: string }) {
  const text = useText().register;
  const { language } = useLanguage();
  const { at, zone } = useContext(ClockContext);
  const present = officeMonth(at, zone);
  const [month, setMonth] = useState(present);
  const [typed, setTyped] = useState('');
  const { found, refused } = useRegister(month, typed, seen);
  const saving = useExport();
  const field = useRef<HTMLInputElement>(null);
  useKey(text.key, () => field.current?.focus());
  const rows = found?.month === month ? found.rows : null;
  const says =
    saving.saved !== null
      ? text.exported(saving.saved.rows, saving.saved.file)
      : rows === null
        ? text.reading
        : text.count(rows.length);
  return (
    <div className={styles['panel']}>
      <div className={layout['head']}>
        <h1 className={layout['title']}>{text.title}</h1>
        <div className={styles['months']}>
          <button
            type="button"
            className={styles['arrow']}
            aria-label={text.previous}
            onClick={() => setMonth(monthAfter(month, -1))}
          >
            <IconChevronLeft size={22} stroke={2} aria-hidden="true" />
          </button>
          <span className={styles['month']} role="status">
            {formatMonth(month, language)}
          </span>
          <button
            type="button"
            className={styles['arrow']}
            aria-label={text.next}
            aria-disabled={month >= present}
            onClick={() => {
              if (month < present) setMonth(monthAfter(month, 1));
            }}
          >
            <IconChevronRight size={22} stroke={2} aria-hidden="true" />
          </button>
        </div>
        <input
          ref={field}
          type="search"
          className={styles['search']}
          aria-label={text.search}
          placeholder={text.search}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          busy={saving.busy}
          onPress={() => saving.save(month, language)}
          icon={<IconDownload size={19} stroke={2} aria-hidden="true" />}
        >
          {text.exportCsv}
        </Button>
      </div>
      <div className={styles['said']}>
        {refused === null && saving.refused === null ? (
          <p role="status" className={styles['count']}>
            {says}
          </p>
        ) : (
          <RefusalLine refused={refused ?? saving.refused} />
        )}
      </div>
      <RegisterTable
        rows={rows ?? []}
        caption={text.caption(formatMonth(month, language))}
        empty={rows === null ? '' : typed.trim() === '' ? text.none : text.noMatch(typed.trim())}
      />
    </div>
  );
}
