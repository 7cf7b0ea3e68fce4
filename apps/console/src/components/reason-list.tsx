import { useReasons } from '../api/queries.js';
import type { Reason } from '../api/contract.js';
import { useI18n } from '../i18n/i18n.js';

/** Every reason with its sentence, article and cure in the chosen language. */
export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t, language } = useI18n();
  const catalogue = useReasons().data;
  return (
    <ol className="reasons">
      {reasons.map((reason, index) => {
        const known = catalogue?.get(reason.code);
        const text = reason.text ?? known?.text;
        const cure = reason.cure ?? known?.cure;
        const facts = Object.entries(reason.parameters ?? {});
        return (
          <li key={`${reason.code}-${index}`}>
            <p className="reason-text">{text?.[language] ?? t('reasonUnknown')}</p>
            <p className="reason-meta">
              <span className="article">{reason.article}</span> <code>{reason.code}</code>
              {reason.pointer ? (
                <span>
                  {t('reasonField')}: <code>{reason.pointer}</code>
                </span>
              ) : null}
            </p>
            {facts.length > 0 ? (
              <p className="reason-facts">{facts.map(([name, value]) => `${name}: ${value}`).join(' · ')}</p>
            ) : null}
            {cure ? (
              <p className="reason-cure">
                <strong>{t('reasonCure')}:</strong> {cure[language]}
              </p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
