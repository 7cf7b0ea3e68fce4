import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HashRouter } from 'react-router';
import { App } from './app.js';
import { Refused } from './api/failure.js';
import { I18nProvider } from './i18n/i18n.js';
import { SignInScreen } from './screens/sign-in-screen.js';
import { SessionProvider } from './session/session.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/content.css';
import './styles/forms.css';

const RETRIES = 2;

/** A refusal stays a refusal however often it is asked; only a silent server is asked again. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (failed, failure) => failed < RETRIES && !(failure instanceof Refused) },
    mutations: { retry: false },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <I18nProvider>
      <QueryClientProvider client={queries}>
        <SessionProvider signInScreen={(signIn) => <SignInScreen {...signIn} />}>
          <HashRouter>
            <App />
          </HashRouter>
        </SessionProvider>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
