import { type FormEvent, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useCaseSearch } from '../api/queries.js';
import { Refused } from '../api/failure.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Field } from '../components/field.js';
import { Loading, Page } from '../components/page.js';
import { useI18n } from '../i18n/i18n.js';

export function CaseSearchScreen() {
  const { t } = useI18n();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('number') ?? '';
  const [number, setNumber] = useState(asked);
  const { data, error, isFetching } = useCaseSearch(asked);
  const found = data?.body.cases ?? [];
  const unknown = error instanceof Refused && error.problem.status === 404;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setParameters(number.trim() === '' ? {} : { number: number.trim() });
  };
  const [only] = found;
  if (only && found.length === 1) return <Navigate replace to={`/cases/${only.caseId}`} />;
  return (
    <Page title={t('navCases')} intro={t('caseIntro')}>
      <form className="filters" role="search" onSubmit={submit}>
        <Field label={t('caseSearch')} hint={t('caseSearchHint')}>
          {(ids) => (
            <input
              {...ids}
              type="search"
              className="number"
              value={number}
              onChange={({ target }) => setNumber(target.value)}
              autoComplete="off"
            />
          )}
        </Field>
        <button type="submit">{t('search')}</button>
      </form>
      {isFetching ? <Loading /> : null}
      {unknown || (data && found.length === 0) ? (
        <p className="empty" role="status">
          {t('caseNotFound', { number: asked })}
        </p>
      ) : (
        <FailureNotice failure={error} />
      )}
      {found.length > 1 ? (
        <ul className="plain-list">
          {found.map(({ caseId: id }) => (
            <li key={id}>
              <Link to={`/cases/${id}`}>{t('caseOf', { number: id })}</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </Page>
  );
}
