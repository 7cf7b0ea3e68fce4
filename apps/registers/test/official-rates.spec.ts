import { FxRatePublishedSchema, RefinancingRateChangedSchema } from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { registersService } from '../src/index.js';

interface Refusal {
  reasons: { code: string; pointer: string }[];
}

interface RatesOfDay {
  rates: { currency: string; kztPerUnit: string; date: string; source: string }[];
  refinancingPercent: string;
  publishedForThatDay: { currency: string }[];
}

describe('official rates', () => {
  /** Thursday 12 March 2026, 11:20 in Almaty. */
  const clock = new VirtualClock('2026-03-12T06:20:00Z');
  let place: ServicesUnderTest;
  let nationalBank: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [registersService], clock });
    nationalBank = await place.token({ subject: 'national-bank', roles: ['SYSTEM'] });
  });

  afterAll(() => place.stop());

  const publish = <Body>(rates: [string, string][], date: string, token = nationalBank) =>
    place.post<Body>(
      'registers',
      '/v1/currency-rates',
      {
        date,
        source: 'National Bank',
        rates: rates.map(([currency, kztPerUnit]) => ({ currency, kztPerUnit })),
      },
      token,
    );
  const inForce = async (on: string) =>
    (await place.get<RatesOfDay>('registers', `/v1/currency-rates?on=${on}`)).body;

  it('publishes the rates of a day to every service, and computes with them itself', async () => {
    const { status, body } = await publish(
      [
        ['EUR', '612.35'],
        ['USD', '524.10'],
      ],
      '2026-03-13',
    );
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        published: [
          { currency: 'EUR', day: '2026-03-13', figure: '612.35' },
          { currency: 'USD', day: '2026-03-13', figure: '524.10' },
        ],
      },
    });
    await eventually(() => {
      expect(place.messages(FxRatePublishedSchema).map(({ rate, kztPerUnit }) => [rate, kztPerUnit])).toEqual(
        expect.arrayContaining([
          ['EUR 2026-03-13', '612.35'],
          ['USD 2026-03-13', '524.10'],
        ]),
      );
    });
    await eventually(async () => {
      const { rates } = await inForce('2026-03-14');
      expect(rates.find(({ currency }) => currency === 'EUR')).toEqual({
        currency: 'EUR',
        kztPerUnit: '612.35',
        date: '2026-03-13',
        source: 'National Bank',
      });
    });
    expect((await inForce('2026-03-13')).publishedForThatDay.map(({ currency }) => currency)).toEqual([
      'EUR',
      'USD',
    ]);
  });

  it('refuses a past day, an unknown currency and another figure for the day that has begun; nothing of it is published', async () => {
    expect((await publish([['EUR', '610']], '2026-03-12')).status).toBe(201);
    const other = await publish<Refusal>(
      [
        ['EUR', '611'],
        ['XQX', '1'],
      ],
      '2026-03-12',
    );
    expect(other.status).toBe(422);
    expect(other.body.reasons.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['RATE_IN_FORCE', '/rates/0'],
      ['RATE_CURRENCY_UNKNOWN', '/rates/1/currency'],
    ]);
    const past = await publish<Refusal>([['EUR', '611']], '2026-03-11');
    expect(past.body.reasons.map(({ code }) => code)).toEqual(['RATE_OF_A_PAST_DAY']);
    expect((await publish([['EUR', '0.00']], '2026-03-13')).status).toBe(400);
    expect((await publish([['EUR', '612']], '2026-02-30')).status).toBe(400);
    const carrier = await place.token({
      subject: 'carrier-1',
      roles: ['CARRIER'],
      organisation: '050640001236',
    });
    expect((await publish([['EUR', '612']], '2026-03-13', carrier)).status).toBe(403);
  });

  it('lets two publish for the same day at once: one figure holds, and the other is told', async () => {
    const answers = await Promise.all(
      ['700', '701', '702', '703'].map((figure) => publish([['CNY', figure]], '2026-03-12')),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 422, 422, 422]);
  });

  it('publishes a change of the official rate from its day on (art. 158.2)', async () => {
    const body = { validFrom: '2026-04-01', percent: '15.25', source: 'Decision of 6 March' };
    expect((await place.post('registers', '/v1/refinancing-rates', body, nationalBank)).status).toBe(201);
    await eventually(() => {
      expect(
        place.messages(RefinancingRateChangedSchema).map(({ percent, validFrom }) => [percent, validFrom]),
      ).toEqual([['15.25', '2026-04-01']]);
    });
    await eventually(async () => {
      expect((await inForce('2026-04-01')).refinancingPercent).toBe('15.25');
    });
    expect((await inForce('2026-03-31')).refinancingPercent).toBe('16');
  });
});
