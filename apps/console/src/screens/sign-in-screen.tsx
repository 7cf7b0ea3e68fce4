import { type FormEvent, useEffect, useState } from 'react';
import { useConsoleConfig } from '../api/queries.js';
import { Field } from '../components/field.js';
import { LanguageChoice } from '../components/language-choice.js';
import { useI18n } from '../i18n/i18n.js';
import type { SignIn } from '../session/session.js';

export function SignInScreen({ ended, signIn }: SignIn) {
  const { t } = useI18n();
  const users = useConsoleConfig().data?.developmentTokens ?? [];
  const [token, setToken] = useState('');
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    document.title = `${t('signIn')} · ${t('appName')}`;
  }, [t]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUnreadable(!signIn(token));
  };
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="brand">
          <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="40" height="40" />
          <span>
            <strong>{t('appName')}</strong>
            <small>{t('appTagline')}</small>
          </span>
        </p>
        <h1>{t('signIn')}</h1>
        {ended ? (
          <p className="notice notice-soon" role="alert">
            {t('signInEnded')}
          </p>
        ) : null}
        <p className="intro">{t('signInIntro')}</p>
        <form onSubmit={submit} noValidate>
          <Field
            label={t('signInToken')}
            hint={t('signInTokenHint')}
            wrong={unreadable ? t('signInTokenUnreadable') : undefined}
          >
            {(ids) => (
              <textarea
                {...ids}
                rows={3}
                value={token}
                onChange={({ target }) => setToken(target.value)}
                spellCheck={false}
                autoComplete="off"
                className="number"
                required
              />
            )}
          </Field>
          <button type="submit">{t('signIn')}</button>
        </form>
        {users.length > 0 ? (
          <section className="development-users" aria-labelledby="development-users">
            <h2 id="development-users">{t('signInDevelopment')}</h2>
            <p className="hint">{t('signInDevelopmentHint')}</p>
            <ul>
              {users.map((user) => (
                <li key={user.label}>
                  <button
                    type="button"
                    className="quiet"
                    aria-label={t('signInAs', { name: user.label })}
                    onClick={() => setUnreadable(!signIn(user.token))}
                  >
                    {user.label}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <LanguageChoice />
      </div>
    </main>
  );
}
