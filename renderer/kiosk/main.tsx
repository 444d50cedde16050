import './kiosk.css';
import { startPage } from '../ui/mantine-root.tsx';
import { App } from './app.tsx';
import { ErrorScreen } from './error-screen.tsx';

startPage(
  <ErrorScreen>
    <App />
  </ErrorScreen>,
);
