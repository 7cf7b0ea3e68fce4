/** The three languages of the screens, and the sentence of a key in one of them. */
import { type Dictionary, en } from './en.js';
import { kk } from './kk.js';
import { ru } from './ru.js';

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type TextKey = keyof Dictionary;

export const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { en, ru, kk };
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  kk: 'Қазақша',
  ru: 'Русский',
  en: 'English',
};
export const LOCALES: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The first language of the browser that the console speaks, else Russian. */
export function preferredLanguage(languages: readonly string[]): Language {
  return languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'ru';
}

/** Puts parameters into a sentence: `fill('Case {number}', { number: '7' })`. An unnamed one stays visible. */
export function fill(sentence: string, parameters: Readonly<Record<string, string>> = {}): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => parameters[name] ?? placeholder);
}

/** The code lists that have words in every language. */
export type CodeList = 'kind' | 'status' | 'direction' | 'account' | 'field' | 'option';

/** The sentence of a code list ("status_" + "RELEASED"); a code that the console does not know is shown as it is. */
export function codeText(dictionary: Dictionary, list: CodeList, code: string): string {
  const key = `${list}_${code}`;
  return key in dictionary ? dictionary[key as TextKey] : code;
}

/** The label of a field by its name, e.g. "payerName". */
export function fieldText(dictionary: Dictionary, name: string): string {
  return name === '' ? '' : knownOr(dictionary, 'field', name, inWords(name));
}

/** The words of a code of whatever list, e.g. "IMPORT_VAT". */
export function optionText(dictionary: Dictionary, code: string): string {
  const [, kind] = /^PENALTY_INTEREST_(.+)$/.exec(code) ?? [];
  return kind === undefined
    ? knownOr(dictionary, 'option', code, inWords(code))
    : fill(dictionary.penaltyInterestOn, { kind: optionText(dictionary, kind) });
}

function knownOr(dictionary: Dictionary, list: CodeList, code: string, otherwise: string): string {
  return `${list}_${code}` in dictionary ? codeText(dictionary, list, code) : otherwise;
}

/** "payerName" and "IMPORT_DUTY" as words: "Payer name", "Import duty". Anything else stays as it is. */
export function inWords(name: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return name;
  const words = /^[A-Z0-9_]+$/.test(name)
    ? name.replaceAll('_', ' ')
    : name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** The codes of a list that have words. */
export function codesOf(list: CodeList): readonly string[] {
  const prefix = `${list}_`;
  return Object.keys(en)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}
