import { Component, type ReactNode } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { Button } from './button.tsx';
import styles from './layout.module.css';

/** When a screen fails: says so, and offers to start anew. What was acknowledged is on disk. */
export class ErrorPage extends Component<
  { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { id, en } = consoleText;
    return (
      <main className={styles['stack']} role="alert" style={{ padding: 48, maxWidth: 720 }}>
        <h1 className={styles['title']}>{id.service.failed}</h1>
        <p className={styles['lead']} lang="en">
          {en.service.failed}
        </p>
        <div>
          <Button
            look="primary"
            onPress={() => location.reload()}
          >{`${id.service.reload} / ${en.service.reload}`}</Button>
        </div>
      </main>
    );
  }
}
