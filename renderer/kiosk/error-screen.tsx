import { Component, type ReactNode } from 'react';
import { kioskText } from '../../shared/text/kiosk.ts';
import styles from './kiosk.module.css';

const reloadAfterMs = 8_000;

/** When a screen fails: says where to go in both languages, and starts anew. */
export class ErrorScreen extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    setTimeout(() => location.reload(), reloadAfterMs);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className={styles['middle']} role="alert">
        <h1 className={styles['title']}>{kioskText.id.broken}</h1>
        <p className={styles['lead']} lang="en">{kioskText.en.broken}</p>
      </main>
    );
  }
}
