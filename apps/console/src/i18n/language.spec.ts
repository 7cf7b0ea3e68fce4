import { codeText, DICTIONARIES, fill, LANGUAGES, preferredLanguage, type TextKey } from './language.js';

const placeholders = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();

describe('languages', () => {
  it.each(LANGUAGES)('%s fills the same placeholders as English and leaves no sentence empty', (language) => {
    for (const key of Object.keys(DICTIONARIES.en) as TextKey[]) {
      expect(DICTIONARIES[language][key].trim()).not.toBe('');
      expect([key, placeholders(DICTIONARIES[language][key])]).toEqual([
        key,
        placeholders(DICTIONARIES.en[key]),
      ]);
    }
  });

  it('takes the first language of the browser that it speaks, else Russian', () => {
    expect(preferredLanguage(['de-DE', 'kk-KZ', 'ru'])).toBe('kk');
    expect(preferredLanguage(['de'])).toBe('ru');
  });

  it('fills placeholders and keeps an unnamed one visible', () => {
    expect(fill('{a} of {b}', { a: '1' })).toBe('1 of {b}');
  });

  it('shows an unknown code as it is', () => {
    expect(codeText(DICTIONARIES.en, 'status', 'RELEASED')).toBe('Released');
    expect(codeText(DICTIONARIES.en, 'status', 'NEW_ONE')).toBe('NEW_ONE');
  });
});
