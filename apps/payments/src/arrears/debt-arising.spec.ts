import { Exact, Money } from '@shekara/kernel';
import { debtsArisen, noticesAsked, noticesToAsk, type SumOnAccount } from './debt-arising.js';

const tenge = (text: string) => Money.ofTenge(text);
const sum = (changes: Partial<SumOnAccount> = {}): SumOnAccount => ({
  id: '0199-1',
  kind: 'IMPORT_VAT',
  document: 'ACT/1',
  amount: tenge('5000'),
  unpaid: tenge('5000'),
  lowered: [],
  dueOn: '2026-03-10',
  arisenOn: '2026-03-01',
  origin: 'CUSTOMS',
  trigger: null,
  caseId: 'case-1',
  sinceEntry: '0198',
  aroseOn: null,
  notice: null,
  ...changes,
});
/** EUR 5 at 590 tenge. */
const limit = () => new Exact(2950);
const arisen = (sums: SumOnAccount[], today = '2026-03-11') =>
  debtsArisen(sums, today, limit).map(({ id }) => id);

describe('a sum becomes a debt', () => {
  it('when its due day has passed unpaid, and once', () => {
    expect(arisen([sum()], '2026-03-10')).toEqual([]);
    expect(arisen([sum()])).toEqual(['0199-1']);
    expect(arisen([sum({ unpaid: Money.ZERO })])).toEqual([]);
    expect(arisen([sum({ aroseOn: '2026-03-11' })], '2026-03-12')).toEqual([]);
  });

  it('above EUR 5 of duties and taxes of one document together; charges always (R-PAY-069)', () => {
    const small = sum({ id: 'vat', unpaid: tenge('2950') });
    expect(arisen([small])).toEqual([]);
    expect(arisen([sum({ ...small, unpaid: tenge('2950.01') })])).toEqual(['vat']);
    const duty = sum({ id: 'duty', kind: 'IMPORT_DUTY', unpaid: tenge('1') });
    expect(arisen([small, duty])).toEqual(['vat', 'duty']);
    expect(arisen([small, { ...duty, document: 'ACT/2' }])).toEqual([]);
    const charge = sum({ id: 'charge', kind: 'CHARGE_ESCORT', unpaid: tenge('0.01') });
    expect(arisen([small, charge])).toEqual(['charge']);
  });

  it('at the rate of the day on which the obligation arose', () => {
    const days: string[] = [];
    debtsArisen([sum()], '2026-03-11', (day) => {
      days.push(day);
      return new Exact(2950);
    });
    expect(days).toEqual(['2026-03-01']);
  });
});

describe('a notice is asked for', () => {
  const late = (changes: Partial<SumOnAccount> = {}) => sum({ aroseOn: '2026-03-11', ...changes });
  const asked = (sums: SumOnAccount[]) =>
    noticesToAsk(sums).map(({ subjectId, document, sums: of }) => [subjectId, document, of.length]);

  it('once for a document, under its first sum', () => {
    const duty = late({ id: '0199-2', kind: 'IMPORT_DUTY', dueOn: '2026-03-01' });
    expect(asked([duty, late()])).toEqual([['0199-1', 'ACT/1', 2]]);
    expect(asked([duty, late({ notice: 'ASKED' })])).toEqual([['0199-1', 'ACT/1', 1]]);
    expect(noticesAsked([duty, late({ notice: 'ASKED' })])).toMatchObject([{ subjectId: '0199-1' }]);
  });

  it('not for what is no debt yet, is paid, has a notice, or waits for the cover of its declaration', () => {
    expect(asked([sum()])).toEqual([]);
    expect(asked([late({ unpaid: Money.ZERO })])).toEqual([]);
    expect(asked([late({ notice: 'CLOSED' })])).toEqual([]);
    expect(asked([late({ origin: 'DECLARATION' })])).toEqual([]);
  });
});
