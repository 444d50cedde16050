import './kiosk.css';
import { startPage } from '../ui/start-page.tsx';
import { App } from './app.tsx';
import { ErrorScreen } from './parts/error-screen.tsx';

startPage(
  <ErrorScreen>
    <App />
  </ErrorScreen>,
);
