/** The console has words for everything that the services may tell of. */
import { routedMessages } from '@shekara/contracts';
import { WORK_ITEM_KINDS } from '@shekara/work-items';
import { codesOf } from '../src/i18n/language.js';
import { stepTitle } from '../src/i18n/step-titles.js';

describe('words of the console', () => {
  it.each(['ru', 'kk'] as const)('%s has a title for every message that travels', (language) => {
    const untitled = routedMessages.filter(({ typeName }) => !stepTitle(typeName, language)?.trim());
    expect(untitled.map(({ typeName }) => typeName)).toEqual([]);
  });

  it('are there for every kind of work item, and for no other', () => {
    expect([...codesOf('kind')].sort()).toEqual([...WORK_ITEM_KINDS].sort());
  });
});
