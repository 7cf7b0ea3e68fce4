import { FxRatePublishedSchema, RefinancingRateChangedSchema } from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { loadReferenceData } from '@shekara/reference-data';
import { OfficialRates } from '@shekara/service-kit';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';

interface Preview {
  rateDate: string;
  customsValue: string;
}

describe('official rates in payments', () => {
  const clock = new VirtualClock('2026-03-12T06:20:00Z');
  let place: ServicesUnderTest;
  let declarant: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    declarant = await place.token({
      subject: 'declarant-1',
      roles: ['DECLARANT'],
      organisation: '980540000397',
    });
  });

  afterAll(() => place.stop());

  const valueIn = async (currency: string, registeredOn: string) => {
    const item = {
      number: 1,
      commodityCode: '8483402100',
      customsValue: { amount: '1000', currency },
      netWeightKg: '5',
      quantities: [],
    };
    const body = { procedure: '40', registeredOn, items: [item] };
    return (await place.post<Preview>('payments', '/v1/calculations', body, declarant)).body.customsValue;
  };
  const rate = (currency: string, date: string, kztPerUnit: string) =>
    place.send(FxRatePublishedSchema, {
      rate: `${currency} ${date}`,
      currency,
      date,
      kztPerUnit,
      source: 'National Bank',
    });

  it('calculates with a rate as soon as it is published, for its day and no earlier one (art. 127, R-PAY-040)', async () => {
    const before = await valueIn('EUR', '2026-03-12');
    await rate('EUR', '2026-03-13', '777.77');
    await eventually(async () => expect(await valueIn('EUR', '2026-03-13')).toBe('777770'));
    expect(await valueIn('EUR', '2026-03-12')).toBe(before);
  });

  it('knows it after a restart and in a second process, and takes a corrected one in its place', async () => {
    await rate('USD', '2026-03-13', '555.5');
    await rate('USD', '2026-03-13', '556.5');
    await place.send(RefinancingRateChangedSchema, {
      rate: 'REFINANCING 2026-04-01',
      percent: '15.25',
      validFrom: '2026-04-01',
      source: 'National Bank',
    });
    await eventually(async () => expect(await valueIn('USD', '2026-03-13')).toBe('556500'));
    const elsewhere = loadReferenceData();
    await eventually(async () => {
      await OfficialRates.open(place.service('payments').app.get(DataSource), elsewhere);
      expect(elsewhere.currencyRates.find('USD', '2026-03-13')?.kztPerUnit.toFixed()).toBe('556.5');
      expect(elsewhere.parameters.get('REFINANCING_RATE_PERCENT', '2026-04-01').toFixed()).toBe('15.25');
    });
    expect(elsewhere.parameters.get('REFINANCING_RATE_PERCENT', '2026-03-31').toFixed()).toBe('16');
  });
});
