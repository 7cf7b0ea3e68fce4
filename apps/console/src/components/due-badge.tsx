import { useI18n } from '../i18n/i18n.js';
import { dueState } from '../values/due-state.js';

/** The end of a term in words; the colour only repeats them. */
export function DueBadge(props: { readonly dueAt: string | null; readonly at: Date }) {
  const { t, duration, instant } = useI18n();
  const due = props.dueAt === null ? undefined : new Date(props.dueAt);
  const state = dueState(due, props.at);
  const left = due ? Math.abs(due.getTime() - props.at.getTime()) : 0;
  return (
    <div className="due">
      <span className={`badge badge-${state.toLowerCase().replace('_', '-')}`}>
        {t(`due_${state}`, { duration: duration(left) })}
      </span>
      {due ? <span className="due-at">{t('dueAt', { instant: instant(due) })}</span> : null}
    </div>
  );
}
