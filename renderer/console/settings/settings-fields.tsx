import { Fragment } from 'react';
import { useText } from '../parts/language.ts';
import { HolidayFields } from './holiday-fields.tsx';
import { HoursFields } from './hours-fields.tsx';
import { OfficeFields } from './office-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import type { Problems, SettingsDraft } from './settings-draft.ts';
import { SpecialHoursFields } from './special-hours-fields.tsx';
import styles from '../parts/settings.module.css';
import { TargetFields } from './target-fields.tsx';

export type FieldsProps = {
  readonly draft: SettingsDraft;
  readonly problems: Problems;
  readonly change: (part: Partial<SettingsDraft>) => void;
  readonly readOnly?: boolean;
};

/** All that an office sets for itself; the same at first start and later. */
export function SettingsFields(props: FieldsProps) {
  const text = useText().setUp;
  const parts = [
    [text.office, <OfficeFields key="office" {...props} />],
    [text.hours, <HoursFields key="hours" {...props} />],
    [
      text.calendar.title,
      <Fragment key="calendar">
        <HolidayFields {...props} />
        <SpecialHoursFields {...props} />
      </Fragment>,
    ],
    [text.place, <PlaceFields key="place" {...props} />],
    [text.targets, <TargetFields key="targets" {...props} />],
  ] as const;
  return parts.map(([title, fields]) => (
    <section key={title} className={styles['part']} aria-label={title}>
      <h2 className={styles['heading']}>{title}</h2>
      {fields}
    </section>
  ));
}
