import { type OfficialFigure, publishFigures } from './official-rate.js';

const TODAY = '2026-03-12';
const isCurrency = (code: string) => ['EUR', 'USD'].includes(code);

function rate(currency: string, figure: string, day = TODAY): OfficialFigure {
  return { kind: 'CURRENCY', currency, day, figure };
}

function decided(figures: readonly OfficialFigure[], published: readonly OfficialFigure[] = []) {
  const decision = publishFigures(figures, published, TODAY, isCurrency);
  return decision.accepted
    ? decision.events.map(({ currency, figure }) => `${currency} ${figure}`)
    : decision.reasons.map(({ code, pointer }) => `${code} ${pointer}`);
}

describe('Publication of official rates (art. 127, 158.2)', () => {
  it('publishes the rates of a day, of today and of the days off that follow', () => {
    expect(decided([rate('EUR', '610.50'), rate('USD', '520')])).toEqual(['EUR 610.50', 'USD 520']);
    expect(decided([rate('EUR', '611', '2026-03-19')])).toEqual(['EUR 611']);
  });

  it('passes over what is published already with the same figure, however it is written', () => {
    expect(decided([rate('EUR', '610.50'), rate('USD', '520')], [rate('EUR', '610.5000000000')])).toEqual([
      'USD 520',
    ]);
  });

  it('names every fault: a past day, a day too far, an unknown currency, one named twice', () => {
    expect(
      decided([
        rate('EUR', '610', '2026-03-11'),
        rate('USD', '520', '2026-03-20'),
        rate('KZT', '1'),
        rate('EUR', '610', '2026-03-13'),
        rate('EUR', '611', '2026-03-13'),
      ]),
    ).toEqual([
      'RATE_OF_A_PAST_DAY /rates/0',
      'RATE_TOO_EARLY /rates/1',
      'RATE_CURRENCY_UNKNOWN /rates/2/currency',
      'RATE_CURRENCY_TWICE /rates/4/currency',
    ]);
  });

  it('keeps the figure of today once it is published; the figure of a later day may be corrected', () => {
    const published = [rate('EUR', '610'), rate('EUR', '612', '2026-03-13')];
    expect(decided([rate('EUR', '611')], published)).toEqual(['RATE_IN_FORCE /rates/0']);
    expect(decided([rate('EUR', '613', '2026-03-13')], published)).toEqual(['EUR 613']);
  });

  it('takes a refinancing rate any time ahead, never for a day that is over', () => {
    const refinancing = (day: string): OfficialFigure => ({
      kind: 'REFINANCING',
      currency: '',
      day,
      figure: '15.25',
    });
    expect(decided([refinancing('2026-06-01')])).toEqual([' 15.25']);
    expect(decided([refinancing('2026-03-11')])).toEqual(['RATE_OF_A_PAST_DAY /validFrom']);
  });
});
