/** The document that an item is about, as its service shows it: what the officer has to know before deciding. */
import type { ReactNode } from 'react';
import { reasonsIn, Refused } from '../api/failure.js';
import { useSubject } from '../api/queries.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Facts, Loading } from '../components/page.js';
import { ReasonList } from '../components/reason-list.js';
import { useI18n } from '../i18n/i18n.js';
import { type Fact, factsOf } from './facts-of.js';

/** Nothing where the officer may decide but not read, or where nothing is kept to read. */
export function SubjectFacts({ path }: { readonly path: string }) {
  const { t } = useI18n();
  const { data, error } = useSubject(path);
  if (error) return isHidden(error) ? null : <FailureNotice failure={error} />;
  return (
    <section className="panel" aria-labelledby="subject-title">
      <h2 id="subject-title">{t('subjectTitle')}</h2>
      {data ? <Subject body={data.body} /> : <Loading />}
    </section>
  );
}

/** Reasons that the document names are told in words, as those of a refusal are. */
function Subject({ body }: { readonly body: unknown }) {
  const reasons = reasonsIn(body);
  const facts = factsOf(body).filter(({ name }) => name !== 'reasons' || reasons.length === 0);
  return (
    <>
      <FactList facts={facts} />
      {reasons.length > 0 ? <ReasonList reasons={reasons} /> : null}
    </>
  );
}

function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const { field } = useI18n();
  const plain = facts.filter((fact) => fact.kind !== 'RECORDS');
  return (
    <>
      {plain.length > 0 ? (
        <Facts facts={plain.map((fact) => [field(fact.name), <FactValue key={fact.name} fact={fact} />])} />
      ) : null}
      {facts.map((fact) =>
        fact.kind === 'RECORDS' ? (
          <details key={fact.name} className="subject-part">
            <summary>{`${field(fact.name)} (${fact.records.length})`}</summary>
            <ol className="subject-records">
              {fact.records.map((record, index) => (
                <li key={index}>
                  <FactList facts={record} />
                </li>
              ))}
            </ol>
          </details>
        ) : null,
      )}
    </>
  );
}

function FactValue({ fact }: { readonly fact: Exclude<Fact, { kind: 'RECORDS' }> }): ReactNode {
  const { t, option, day, instant } = useI18n();
  switch (fact.kind) {
    case 'INSTANT':
      return instant(fact.value);
    case 'DAY':
      return day(fact.value);
    case 'CODES':
      return fact.values.map((value) => option(value)).join(', ');
    case 'ANSWER':
      return fact.value ? t('yes') : t('no');
    case 'TEXT':
      return fact.value;
  }
}

function isHidden(error: unknown): boolean {
  return error instanceof Refused && (error.problem.status === 403 || error.problem.status === 404);
}
