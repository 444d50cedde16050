import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from './language.ts';
import styles from './dialog.module.css';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: number;
};

/** Something asked before an action outside the everyday way. */
export function Dialog({ title, onClose, children, size = 560 }: DialogProps) {
  const text = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      size={size}
      radius={20}
      padding={24}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': text.close }}
      classNames={{ title: styles['title'] ?? '', content: styles['content'] ?? '' }}
    >
      {children}
    </Modal>
  );
}
