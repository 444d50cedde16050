import type { Role } from '../../../shared/base/roles.ts';
import type { ConsoleView, DeviationView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import layout from '../parts/layout.module.css';
import { DeviationItem } from './deviation-item.tsx';
import styles from './deviations-panel.module.css';

type DeviationsPanelProps = {
  readonly view: ConsoleView;
  readonly functions: readonly Role[];
  readonly openVisit: (code: string, number: string) => void;
};

/** All that is owed or waits for the coordinator, of every visit. */
export function DeviationsPanel({ view, functions, openVisit }: DeviationsPanelProps) {
  const text = useText().deviation;
  const groups: readonly (readonly [string, readonly DeviationView[]])[] = [
    [
      text.groups.owed,
      view.deviations.filter(({ status }) => status === 'owed' || status === 'returned'),
    ],
    [text.groups.noted, view.deviations.filter(({ status }) => status === 'noted')],
  ];
  return (
    <div className={layout['panel']}>
      <div className={layout['head']}>
        <h1 className={layout['title']}>{text.title}</h1>
        <p className={layout['lead']}>{text.lead}</p>
      </div>
      <div className={styles['groups']}>
        {view.deviations.length === 0 && <p className={layout['lead']}>{text.allSettled}</p>}
        {groups
          .filter(([, deviations]) => deviations.length > 0)
          .map(([name, deviations]) => (
            <section key={name} className={styles['group']} aria-label={name}>
              <h2 className={layout['heading']}>{`${name} · ${deviations.length}`}</h2>
              <ul className={styles['items']}>
                {deviations.map((deviation) => (
                  <li key={`${deviation.visit} ${deviation.id}`} className={layout['card']}>
                    <DeviationItem
                      deviation={deviation}
                      functions={functions}
                      heading={text.of(deviation.number, deviation.company)}
                    />
                    {view.visits.some(({ code }) => code === deviation.visit) && (
                      <Button
                        look="quiet"
                        onPress={() => openVisit(deviation.visit, deviation.number)}
                      >
                        {text.openVisit(deviation.number)}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </div>
  );
}
