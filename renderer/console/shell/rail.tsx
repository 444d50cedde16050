import { IconColumns2, IconHeadset, IconScale, IconSettings, IconTable } from '@tabler/icons-react';
import { useText } from '../parts/language.ts';
import styles from './rail.module.css';
import { sections, type Section } from './section.ts';

const icons = {
  board: IconColumns2,
  escalations: IconHeadset,
  deviations: IconScale,
  register: IconTable,
  settings: IconSettings,
};

type RailProps = {
  readonly section: Section;
  readonly onChoose: (section: Section) => void;
  /** How much of a section waits for somebody. */
  readonly todo: Partial<Readonly<Record<Section, number>>>;
};

/** The console's sections, each with a word, and how much in it waits for somebody. */
export function Rail({ section, onChoose, todo }: RailProps) {
  const text = useText().rail;
  return (
    <nav className={styles['rail']} aria-label={text.label}>
      {sections.map((each) => {
        const Icon = icons[each];
        const waiting = todo[each] ?? 0;
        return (
          <button
            key={each}
            type="button"
            className={styles['entry']}
            aria-current={each === section ? 'page' : undefined}
            onClick={() => onChoose(each)}
          >
            <Icon size={25} stroke={1.9} aria-hidden="true" />
            <span>{text[each]}</span>
            {waiting > 0 && (
              <span className={`${styles['badge']} num`}>
                <span aria-hidden="true">{waiting}</span>
                <span className="aloud">{text.todo(waiting)}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
