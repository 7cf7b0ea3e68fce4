/** The forms of every queue: made of what the services publish of the operations that decide its items. */
import { lazy, Suspense, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { WorkItem } from '../api/contract.js';
import { Refused } from '../api/failure.js';
import { useApiDocument, useCommand, useReasons, useTimeline } from '../api/queries.js';
import { FailureNotice } from '../components/failure-notice.js';
import { FormDefects, TextField } from '../components/field.js';
import { Loading } from '../components/page.js';
import { useI18n } from '../i18n/i18n.js';
import {
  type ApiDocument,
  askedOf,
  decidingOperations,
  type DecidingOperation,
  knownOf,
  pathOf,
  subjectPath,
} from './deciding-operations.js';
import { fieldReasons } from './field-reasons.js';
import { wholeSchema } from './form-schema.js';
import { SubjectFacts } from './subject-facts.js';

const BodyForm = lazy(async () => ({ default: (await import('./body-form.js')).BodyForm }));

/** The operations that decide the item; the officer chooses one where there are several. */
export function GeneratedDecision({ item }: { readonly item: WorkItem }) {
  const { t } = useI18n();
  const { data, error } = useApiDocument();
  const [chosen, setChosen] = useState<string>();
  const operations = data ? decidingOperations(data.body, item.kind) : [];
  const number = useDocumentNumber(
    item,
    operations.some((one) => askedOf(one).includes('document')),
  );
  if (error) return <FailureNotice failure={error} />;
  if (!data) return <Loading />;
  const [first] = operations;
  if (!first) return <p className="notice">{t('noFormForKind', { service: item.service })}</p>;
  const operation = operations.length === 1 ? first : operations.find(({ id }) => id === chosen);
  const subject = subjectPath(data.body, first, item, number === undefined ? {} : { document: number });
  return (
    <>
      {subject === undefined ? null : <SubjectFacts path={subject} />}
      {operations.length > 1 ? (
        <div className="panel">
          <fieldset>
            <legend>{t('decisionKind')}</legend>
            {operations.map(({ id, summary }) => (
              <label key={id} className="choice">
                <input type="radio" name="operation" checked={chosen === id} onChange={() => setChosen(id)} />
                <span lang="en">{summary}</span>
              </label>
            ))}
          </fieldset>
        </div>
      ) : null}
      {operation ? (
        <OperationForm
          key={operation.id}
          operation={operation}
          document={data.body}
          item={item}
          number={number}
          isChosen={operations.length > 1}
        />
      ) : null}
    </>
  );
}

function OperationForm(props: {
  readonly operation: DecidingOperation;
  readonly document: ApiDocument;
  readonly item: WorkItem;
  /** Of the declaration or notice, where the operation is about one. */
  readonly number: string | undefined;
  /** Its summary stands above already, chosen among others. */
  readonly isChosen: boolean;
}) {
  const { operation, document, item, number } = props;
  const { t, field, language } = useI18n();
  const navigate = useNavigate();
  const catalogue = useReasons().data;
  const asked = askedOf(operation);
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { mutate, error, isPending } = useCommand<unknown>();

  const all: Readonly<Record<string, string>> = {
    ...(number === undefined ? {} : { document: number }),
    ...given,
  };
  const schema = useMemo(
    () => operation.body && wholeSchema(operation.body, document.components?.schemas ?? {}),
    [operation, document],
  );
  const known = useMemo(() => knownOf({ ...operation, body: schema }, item), [operation, schema, item]);
  const refused = useMemo(() => {
    const reasons = error instanceof Refused ? error.problem.reasons : [];
    return fieldReasons(
      reasons,
      ({ code, text }) => (text ?? catalogue?.get(code)?.text)?.[language] ?? t('reasonUnknown'),
    );
  }, [error, catalogue, language, t]);

  const send = (body?: unknown) => {
    const lacking = asked.filter((name) => !all[name]?.trim());
    setMissing(lacking);
    if (lacking.length > 0) return;
    mutate(
      { path: pathOf(operation, item, all), body },
      {
        onSuccess: () => navigate('/work', { state: { said: t('decisionSent', { title: item.title }) } }),
      },
    );
  };

  const actions = (
    <>
      <FormDefects
        title={t('correctForm')}
        defects={missing.map((name) => t('formGive', { field: labelOf(name) }))}
      />
      <FailureNotice failure={error} focus />
      <button
        type={schema ? 'submit' : 'button'}
        disabled={isPending}
        onClick={schema ? undefined : () => send()}
      >
        {isPending ? t('sending') : t('formSend')}
      </button>
    </>
  );
  return (
    <section aria-labelledby="operation-title">
      <h2 id="operation-title" className={props.isChosen ? 'visually-hidden' : 'section-title'} lang="en">
        {operation.summary}
      </h2>
      {asked.length > 0 ? (
        <div className="panel">
          {asked.map((name) => (
            <TextField
              key={name}
              label={labelOf(name)}
              value={all[name] ?? ''}
              onChange={(value) => setGiven({ ...given, [name]: value })}
            />
          ))}
        </div>
      ) : null}
      {schema ? (
        <Suspense fallback={<Loading />}>
          <BodyForm schema={schema} known={known} refused={refused} onSubmit={send}>
            {actions}
          </BodyForm>
        </Suspense>
      ) : (
        <div className="panel">{actions}</div>
      )}
    </section>
  );

  function labelOf(name: string): string {
    return name === 'document' ? t('formDocumentNumber') : field(name);
  }
}

/** The number of the document that the item is about, where its case has one. */
function useDocumentNumber(item: WorkItem, wanted: boolean): string | undefined {
  const timeline = useTimeline(wanted ? item.caseId : undefined);
  const documents = timeline.data?.body.case.documents ?? [];
  const kind = item.subject === 'ArrivalNotice' ? 'ARRIVAL_NOTICE' : 'GOODS_DECLARATION';
  return documents.find((document) => document.kind === kind)?.number;
}
