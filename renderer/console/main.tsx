import './console.css';
import { MantineRoot } from './mantine-root.tsx';
import { startPage } from '../ui/start-page.tsx';
import { App } from './app.tsx';
import { ErrorPage } from './parts/error-page.tsx';

startPage(
  <MantineRoot>
    <ErrorPage>
      <App />
    </ErrorPage>
  </MantineRoot>,
);
