import { IconTrash } from '@tabler/icons-react';
import styles from '../parts/settings.module.css';

/** Takes a row of a form away. @param props.name which one: rows are told apart by it */
export function RemoveButton({
  name,
  onPress,
}: {
  readonly name: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className={styles['remove']} aria-label={name} onClick={onPress}>
      <IconTrash size={19} stroke={1.8} aria-hidden="true" />
    </button>
  );
}
