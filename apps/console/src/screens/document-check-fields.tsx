import { TextField } from '../components/field.js';
import { useI18n } from '../i18n/i18n.js';
import type { ControlResultDraft } from './control-result.js';

const QUESTIONS = ['genuine', 'dataTrue', 'filledProperly'] as const;

/** The three questions of a document check and what the data were compared with (art. 200). */
export function DocumentCheckFields(props: {
  readonly draft: ControlResultDraft;
  readonly onChange: (draft: ControlResultDraft) => void;
}) {
  const { t } = useI18n();
  const { draft, onChange } = props;
  return (
    <>
      {QUESTIONS.map((question) => (
        <fieldset key={question}>
          <legend>{t(question)}</legend>
          <div className="choices">
            {(['YES', 'NO'] as const).map((answer) => (
              <label key={answer} className="choice">
                <input
                  type="radio"
                  name={question}
                  checked={draft[question] === answer}
                  onChange={() => onChange({ ...draft, [question]: answer })}
                />
                <span>{t(answer === 'YES' ? 'yes' : 'no')}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <TextField
        label={t('comparedWith')}
        hint={t('comparedWithHint')}
        rows={3}
        value={draft.comparedWith}
        onChange={(comparedWith) => onChange({ ...draft, comparedWith })}
      />
    </>
  );
}
