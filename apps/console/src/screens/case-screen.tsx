import { Link, useParams } from 'react-router';
import type { CaseSummary, TimelineStep } from '../api/contract.js';
import { useTimeline } from '../api/queries.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Facts, Loading, Page } from '../components/page.js';
import { StatusBadge } from '../components/status-badge.js';
import { useI18n } from '../i18n/i18n.js';
import { stepTitle } from '../i18n/step-titles.js';
import { longestWaitOf, weightOf } from '../values/duration.js';

/** The way of a consignment: each step with its time, its actor and ground, and the wait before it. */
export function CaseScreen() {
  const { id = '' } = useParams();
  const { t, time, duration } = useI18n();
  const { data, error, isPending } = useTimeline(id);
  if (isPending) return <Loading />;
  if (!data) {
    return (
      <Page title={t('navCases')}>
        <FailureNotice failure={error} />
      </Page>
    );
  }
  const { case: summary, steps } = data.body;
  const number = numberOf(summary);
  return (
    <Page
      title={t('caseOf', { number: number ?? summary.caseId })}
      aside={<p className="read-at">{t('readAt', { time: time(data.at) })}</p>}
    >
      <FailureNotice failure={error} />
      <section className="panel" aria-label={t('caseFacts')}>
        <Facts
          facts={[
            [t('columnState'), summary.state ? <StatusBadge status={summary.state} /> : '—'],
            [t('columnBody'), summary.customsBodies.join(', ')],
            [t('wholeTime'), duration(summary.tookMs)],
            [t('longestWait'), duration(longestWaitOf(steps))],
            [t('numberOfSteps'), String(steps.length)],
          ]}
        />
        {declarationOf(summary) ? (
          <p>
            <Link to={`/declarations/${declarationOf(summary)}`}>{t('openDeclaration')}</Link>
          </p>
        ) : null}
      </section>
      <h2 className="section-title">{t('steps')}</h2>
      {steps.length === 0 ? <p className="empty">{t('noSteps')}</p> : <Steps steps={steps} />}
    </Page>
  );
}

function Steps({ steps }: { readonly steps: readonly TimelineStep[] }) {
  const { t, time, day, duration, language } = useI18n();
  return (
    <ol className="timeline">
      {steps.map((step, index) => {
        const before = steps[index - 1];
        const newDay = before === undefined || day(before.at) !== day(step.at);
        const waited = step.sincePreviousMs;
        const title = language === 'en' ? undefined : stepTitle(step.type, language);
        return (
          <li key={`${step.at}-${step.type}-${index}`} className={`step wait-${weightOf(waited)}`}>
            <div className="step-when">
              {newDay ? <span className="step-day">{day(step.at)}</span> : null}
              <time dateTime={step.at}>{time(step.at)}</time>
              <span className="step-wait">
                {before === undefined ? t('start') : t('afterPrevious', { duration: duration(waited) })}
              </span>
            </div>
            <div className="step-what">
              {title ? <p className="step-title">{title}</p> : null}
              <p className={title ? 'step-detail' : 'step-sentence'} lang="en">
                {step.sentence}
              </p>
              <p className="step-meta">
                <span className="service">{step.service}</span>
                <span>
                  {t('actor')}: {step.actor}
                </span>
                <span className="article">{step.ground}</span>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The number of the declaration of a case, when it has one. */
export function declarationOf(summary: CaseSummary): string | undefined {
  return summary.documents.find(({ kind }) => kind === 'GOODS_DECLARATION')?.number;
}

function numberOf(summary: CaseSummary): string | undefined {
  return declarationOf(summary) ?? summary.documents[0]?.number;
}
