import { useEffect, useRef } from 'react';
import { Refused, Unreachable } from '../api/failure.js';
import { useI18n } from '../i18n/i18n.js';
import { ReasonList } from './reason-list.js';

/** Why a request failed, announced to screen readers; after a sent form it takes the focus. */
export function FailureNotice(props: { readonly failure: unknown; readonly focus?: boolean }) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const { failure, focus = false } = props;
  useEffect(() => {
    if (failure && focus) box.current?.focus();
  }, [failure, focus]);
  if (!failure) return null;
  const problem = failure instanceof Refused ? failure.problem : undefined;
  return (
    <div className="notice notice-refused" role="alert" tabIndex={-1} ref={box}>
      {problem && problem.reasons.length > 0 ? (
        <>
          <h2>{t('problemTitle')}</h2>
          <ReasonList reasons={problem.reasons} />
        </>
      ) : (
        <p>{messageOf()}</p>
      )}
    </div>
  );

  function messageOf(): string {
    if (failure instanceof Unreachable) return t('problemUnreachable');
    if (problem?.status === 403) return t('problemForbidden');
    return problem && problem.status < 500 ? (problem.detail ?? problem.title) : t('problemFailed');
  }
}
