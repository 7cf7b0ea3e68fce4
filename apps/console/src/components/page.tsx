import { type ReactNode, useEffect } from 'react';
import { useI18n } from '../i18n/i18n.js';

/** A screen: its title in the window and as the first heading, what it is for, and its content. */
export function Page(props: {
  readonly title: string;
  readonly intro?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useI18n();
  const { title } = props;
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`;
  }, [title, t]);
  return (
    <>
      <header className="page-header">
        <div>
          <h1>{title}</h1>
          {props.intro ? <p className="intro">{props.intro}</p> : null}
        </div>
        {props.aside}
      </header>
      {props.children}
    </>
  );
}

export function Loading() {
  const { t } = useI18n();
  return (
    <p className="loading" role="status">
      {t('loading')}
    </p>
  );
}

/** A list of facts: name and value. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
