import './console.css';
import { startPage } from '../ui/mantine-root.tsx';
import { App } from './app.tsx';
import { ErrorPage } from './error-page.tsx';

startPage(
  <ErrorPage>
    <App />
  </ErrorPage>,
);
