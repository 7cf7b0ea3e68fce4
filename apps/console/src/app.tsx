import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, Navigate, NavLink, Route, Routes, useLocation } from 'react-router';
import { ErrorBoundary } from './components/error-boundary.js';
import { LanguageChoice } from './components/language-choice.js';
import { Loading, Page } from './components/page.js';
import { useI18n } from './i18n/i18n.js';
import { CaseScreen } from './screens/case-screen.js';
import { CaseSearchScreen } from './screens/case-search-screen.js';
import { DeclarationScreen } from './screens/declaration-screen.js';
import { DeclarationsScreen } from './screens/declarations-screen.js';
import { NotificationsScreen } from './screens/notifications-screen.js';
import { WorkItemScreen } from './screens/work-item-screen.js';
import { WorkQueueScreen } from './screens/work-queue-screen.js';
import { hasAccount, hasQueue, mayCalculate } from './session/person.js';
import { useSession } from './session/session.js';

const AccountScreen = lazy(async () => ({
  default: (await import('./screens/payer/account-screen.js')).AccountScreen,
}));
const DebtsScreen = lazy(async () => ({
  default: (await import('./screens/payer/debts-screen.js')).DebtsScreen,
}));
const PapersScreen = lazy(async () => ({
  default: (await import('./screens/payer/papers-screen.js')).PapersScreen,
}));
const CalculationScreen = lazy(async () => ({
  default: (await import('./screens/calculation/calculation-screen.js')).CalculationScreen,
}));

export function App() {
  const { t } = useI18n();
  const { person } = useSession();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus();
  }, [pathname]);
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('skipToContent')}
      </button>
      <Sidebar />
      <main id="content" tabIndex={-1} ref={main}>
        <ErrorBoundary key={pathname} fallback={<BrokenPage />}>
          <Suspense fallback={<Loading />}>
            <Routes>
              <Route index element={<Navigate replace to={hasQueue(person) ? '/work' : '/declarations'} />} />
              <Route path="work" element={<WorkQueueScreen />} />
              <Route path="work/:id" element={<WorkItemScreen />} />
              <Route path="cases" element={<CaseSearchScreen />} />
              <Route path="cases/:id" element={<CaseScreen />} />
              <Route path="declarations" element={<DeclarationsScreen />} />
              <Route path="declarations/*" element={<DeclarationScreen />} />
              <Route path="account" element={<AccountScreen />} />
              <Route path="account/debts" element={<DebtsScreen />} />
              <Route path="account/papers" element={<PapersScreen />} />
              <Route path="calculation" element={<CalculationScreen />} />
              <Route path="notifications" element={<NotificationsScreen />} />
              <Route
                path="*"
                element={
                  <Page title={t('notFoundPage')}>
                    <Link to="/">{t('backToWork')}</Link>
                  </Page>
                }
              />
            </Routes>
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  );
}

function Sidebar() {
  const { t } = useI18n();
  const { person, signOut } = useSession();
  return (
    <header className="sidebar">
      <p className="brand">
        <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="32" height="32" />
        <span>
          <strong>{t('appName')}</strong>
          <small>{t('appTagline')}</small>
        </span>
      </p>
      <nav aria-label={t('navigation')}>
        <ul>
          {hasQueue(person) ? (
            <li>
              <NavLink to="/work">{t('navWork')}</NavLink>
            </li>
          ) : null}
          <li>
            <NavLink to="/declarations">{t('navDeclarations')}</NavLink>
          </li>
          <li>
            <NavLink to="/cases">{t('navCases')}</NavLink>
          </li>
          {hasAccount(person) ? (
            <li>
              <NavLink to="/account">{t('navAccount')}</NavLink>
            </li>
          ) : null}
          {mayCalculate(person) ? (
            <li>
              <NavLink to="/calculation">{t('navCalculation')}</NavLink>
            </li>
          ) : null}
          {person.organisation ? (
            <li>
              <NavLink to="/notifications">{t('navNotifications')}</NavLink>
            </li>
          ) : null}
        </ul>
      </nav>
      <section className="whoami" aria-label={t('signedInAs')}>
        <p className="whoami-label">{t('signedInAs')}</p>
        <p className="whoami-name">{person.name}</p>
        {person.organisation ? (
          <p>
            {t('organisation')}: <span className="number">{person.organisation}</span>
          </p>
        ) : null}
        {person.posts.length > 0 ? (
          <p>
            {t('posts')}: <span className="number">{person.posts.join(', ')}</span>
          </p>
        ) : null}
        <LanguageChoice />
        <button type="button" className="quiet" onClick={signOut}>
          {t('signOut')}
        </button>
      </section>
    </header>
  );
}

function BrokenPage() {
  const { t } = useI18n();
  return (
    <div className="notice notice-refused" role="alert">
      <p>{t('pageFailed')}</p>
      <button type="button" onClick={() => location.reload()}>
        {t('reload')}
      </button>
    </div>
  );
}
