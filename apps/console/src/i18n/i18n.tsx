/** The chosen language for the screens: sentences, dates, durations and money. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { formatDuration } from '../values/duration.js';
import { formatDay, formatInstant, formatTime } from '../values/instant.js';
import { formatTenge } from '../values/money.js';
import {
  type CodeList,
  codeText,
  DICTIONARIES,
  fieldText,
  fill,
  isLanguage,
  type Language,
  LOCALES,
  optionText,
  preferredLanguage,
  type TextKey,
} from './language.js';

const KEPT_AS = 'shekara.language';

export interface I18n {
  readonly language: Language;
  choose(language: Language): void;
  t(key: TextKey, parameters?: Readonly<Record<string, string>>): string;
  code(list: CodeList, code: string): string;
  /** The words of a code of any list: those of the dictionary, else the code itself read as words. */
  option(code: string): string;
  /** The label of a field by its name, in the same way. */
  field(name: string): string;
  instant(at: string | Date): string;
  time(at: string | Date): string;
  day(at: string | Date): string;
  duration(milliseconds: number): string;
  tenge(amount: string | bigint): string;
}

const I18nContext = createContext<I18n | undefined>(undefined);

export function I18nProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => {
    const kept = localStorage.getItem(KEPT_AS);
    return isLanguage(kept) ? kept : preferredLanguage(navigator.languages);
  });
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEPT_AS, language);
  }, [language]);
  const i18n = useMemo<I18n>(() => {
    const dictionary = DICTIONARIES[language];
    const locale = LOCALES[language];
    return {
      language,
      choose: setLanguage,
      t: (key, parameters) => fill(dictionary[key], parameters),
      code: (list, code) => codeText(dictionary, list, code),
      option: (code) => optionText(dictionary, code),
      field: (name) => fieldText(dictionary, name),
      instant: (at) => formatInstant(new Date(at), locale),
      time: (at) => formatTime(new Date(at), locale),
      day: (at) => formatDay(new Date(at), locale),
      duration: (milliseconds) => formatDuration(milliseconds, locale),
      tenge: (amount) => formatTenge(amount, locale),
    };
  }, [language]);
  return <I18nContext value={i18n}>{children}</I18nContext>;
}

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('useI18n outside of I18nProvider');
  return i18n;
}
