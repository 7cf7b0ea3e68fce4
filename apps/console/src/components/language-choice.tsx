import { useId } from 'react';
import { useI18n } from '../i18n/i18n.js';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../i18n/language.js';

export function LanguageChoice() {
  const { t, language, choose } = useI18n();
  const id = useId();
  return (
    <div className="language">
      <label htmlFor={id}>{t('language')}</label>
      <select
        id={id}
        value={language}
        onChange={({ target }) => {
          if (isLanguage(target.value)) choose(target.value);
        }}
      >
        {LANGUAGES.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {LANGUAGE_NAMES[tag]}
          </option>
        ))}
      </select>
    </div>
  );
}
