import { Component, type ReactNode } from 'react';
import { kioskText } from '../../../shared/text/kiosk.ts';
import { OfficeMark } from '../../ui/office-mark.tsx';
import styles from './plain-screen.module.css';

const reloadAfterMs = 8_000;

/** When a screen fails: says where to go in both languages, and starts anew. */
export class ErrorScreen extends Component<
  { readonly children: ReactNode },
  { readonly failed: boolean }
> {
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
      <main className={`${styles['screen']} ${styles['whole']}`} role="alert">
        <OfficeMark logo={null} size={120} />
        <h1>{kioskText.id.broken}</h1>
        <p lang="en">{kioskText.en.broken}</p>
      </main>
    );
  }
}
