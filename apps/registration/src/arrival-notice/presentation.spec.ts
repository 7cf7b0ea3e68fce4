import { checkpointRoundTheClock, standardCalendar } from '@shekara/calendar';
import { roadNotice, waterNotice } from './complete-notices.fixture.js';
import { nonDeliveryTerm } from './non-delivery.js';
import { type AwaitedGoods, presentGoods, type Presentation } from './presentation.js';

const LODGED = new Date('2026-03-10T03:00:00Z');
const NOW = new Date('2026-03-10T05:00:00Z');

const AWAITED: AwaitedGoods = {
  notice: roadNotice({ seals: [{ number: 'DE-1', appliedBy: 'FOREIGN_CUSTOMS' }] }),
  lodgedAt: LODGED,
  placeKnown: true,
};
const AS_NOTIFIED: Presentation = {
  deliveredAt: new Date('2026-03-10T04:00:00Z'),
  condition: 'INTACT',
  sealsFound: [{ number: 'DE-1', intact: true }],
  packagesFound: 4,
};

function differences(found: Partial<Presentation>): string[] {
  const decision = presentGoods(AWAITED, { ...AS_NOTIFIED, ...found }, NOW);
  return decision.accepted
    ? decision.events.flatMap((event) =>
        event.differences.map(({ kind, notified, found }) => `${kind} ${notified}|${found}`),
      )
    : decision.reasons.map(({ code }) => code);
}

function refusals(awaited: Partial<AwaitedGoods>, found: Partial<Presentation> = {}): string[] {
  const decision = presentGoods({ ...AWAITED, ...awaited }, { ...AS_NOTIFIED, ...found }, NOW);
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('presentation of goods (art. 248.2)', () => {
  it('is the later of delivery and lodging', () => {
    expect(presentGoods(AWAITED, AS_NOTIFIED, NOW)).toMatchObject({
      events: [{ presentedAt: AS_NOTIFIED.deliveredAt, differences: [] }],
    });
    const before = { ...AS_NOTIFIED, deliveredAt: new Date('2026-03-10T01:00:00Z') };
    expect(presentGoods(AWAITED, before, NOW)).toMatchObject({ events: [{ presentedAt: LODGED }] });
  });

  it('finds each difference of seals, packages and state of the goods (R-ARR-063)', () => {
    expect(differences({})).toEqual([]);
    expect(differences({ sealsFound: [] })).toEqual(['SEAL_MISSING DE-1|']);
    expect(differences({ sealsFound: [{ number: 'DE-1', intact: false }] })).toEqual([
      'SEAL_BROKEN DE-1|DE-1',
    ]);
    expect(differences({ sealsFound: [{ number: 'KZ-9', intact: true }] })).toEqual([
      'SEAL_MISSING DE-1|',
      'SEAL_NOT_NOTIFIED |KZ-9',
    ]);
    expect(differences({ packagesFound: 3 })).toEqual(['PACKAGE_COUNT 4|3']);
    expect(differences({ packagesFound: undefined })).toEqual([]);
    expect(differences({ condition: 'DAMAGED_OTHER' })).toEqual(['GOODS_DAMAGED INTACT|DAMAGED_OTHER']);
  });

  it('records a presentation once, and only of goods that a notice here is for', () => {
    expect(refusals({ presentedAt: LODGED })).toEqual(['GOODS_ALREADY_PRESENTED']);
    expect(refusals({ placeKnown: false })).toEqual(['NOTHING_TO_PRESENT']);
    expect(refusals({ notice: waterNotice({ passage: 'FORCED_STOP' }) })).toEqual(['NOTHING_TO_PRESENT']);
  });

  it('refuses a delivery in the future or before the border was crossed', () => {
    expect(refusals({}, { deliveredAt: new Date(NOW.getTime() + 1) })).toEqual(['DELIVERY_IN_FUTURE']);
    expect(refusals({ crossedAt: new Date('2026-03-10T04:30:00Z') })).toEqual(['DELIVERED_BEFORE_CROSSING']);
  });
});

describe('goods that do not come (art. 248.2)', () => {
  const end = (crossedAt: Date | null) =>
    nonDeliveryTerm({ crossedAt, lodgedAt: LODGED }, 24, checkpointRoundTheClock('55302'), standardCalendar())
      .endsAt;

  it('are looked for the parameter hours after crossing, else after lodging (R-ARR-062)', () => {
    expect(end(null)).toEqual(new Date('2026-03-11T03:00:00Z'));
    expect(end(new Date('2026-03-10T01:00:00Z'))).toEqual(new Date('2026-03-11T01:00:00Z'));
  });
});
