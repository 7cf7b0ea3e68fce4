import { LiabilityCoveredSchema, ReleaseTermExceededSchema } from '@shekara/contracts';
import { Border, inTheEnd, type Refusal, type WorkItem } from './border.fixture.js';
import { CHARGE, type Declaration, importer, TOTAL, type Truck, Trucks } from './truck.fixture.js';

/** Thursday 12 March 2026, 20:00 in Almaty: Khorgos clearance post closes, one working day after registration. */
const RELEASE_DUE = '2026-03-12T15:00:00.000Z';
/** Midnight in Almaty at the end of 12 May 2026, two months after the storage documents were registered. */
const STORAGE_OVER = '2026-05-12T19:00:00.000Z';

describe('terms that run out across the services', () => {
  let border: Border;
  let trucks: Trucks;

  beforeAll(async () => {
    border = await Border.open();
    trucks = await Trucks.at(border);
  });

  afterAll(() => border.place.stop());

  function exceeded({ declarationId }: Declaration) {
    return border.place
      .messages(ReleaseTermExceededSchema)
      .filter((event) => event.declarationId === declarationId);
  }

  describe('the term of release', () => {
    let truck: Truck;
    let declaration: Declaration;
    let overdue: WorkItem;

    beforeAll(async () => {
      const payer = importer(21);
      await trucks.pay(payer, CHARGE);
      truck = await trucks.arrive(payer);
      declaration = await trucks.file(truck);
      await trucks.short(declaration);
    });

    it('puts the declaration before an officer while a refusal can still come in time', async () => {
      expect(declaration.releaseDueAt).toBe(RELEASE_DUE);
      border.clock.moveTo('2026-03-12T14:00:00.001Z');
      await inTheEnd(async () => {
        expect(await border.releaseOfficer.items(truck.caseId)).toMatchObject([
          { kind: 'RELEASE', dueAt: RELEASE_DUE },
        ]);
      });
    });

    it('alerts the head one instant after its end, and not before; nothing is decided by silence (R-DEC-190)', async () => {
      border.clock.moveTo(RELEASE_DUE);
      await border.quiet();
      expect(exceeded(declaration)).toEqual([]);
      border.clock.moveTo('2026-03-12T15:00:00.001Z');
      overdue = await border.head.claim(truck.caseId, 'RELEASE_OVERDUE');
      expect(overdue.subjectId).toBe(declaration.declarationId);
      await inTheEnd(() => expect(exceeded(declaration)).toHaveLength(1));
      expect(await trucks.read(truck, declaration)).toMatchObject({
        status: 'UNDER_CHECK',
        decidedBy: null,
      });
      const steps = await border.timeline(truck.caseId);
      expect(steps.map(({ type }) => type)).toContain('ReleaseTermExceeded');
    });

    it('leaves the release to the head, whatever the bank confirms afterwards; a refusal comes too late (R-DEC-190, R-DEC-235)', async () => {
      await border.confirm(truck.importer, TOTAL);
      await inTheEnd(() => {
        const covered = border.place
          .messages(LiabilityCoveredSchema)
          .filter((event) => event.declarationId === declaration.declarationId);
        expect(covered).toHaveLength(1);
      });
      await border.quiet();
      expect(trucks.releasesOf(declaration)).toEqual([]);
      const path = `/v1/goods-declarations/${declaration.number}`;
      const refusal = await border.head.post<Refusal>(`${path}/refusals`, {
        grounds: [{ code: 'GOODS_NOT_SHOWN', facts: 'The truck did not come.' }],
      });
      expect(refusal.status).toBe(422);
      expect(refusal.body.reasons.map(({ code }) => code)).toEqual(['RELEASE_TERM_OVER']);
      await border.head.must(`${path}/releases`, {});
      expect(await trucks.released(declaration)).toMatchObject({ mode: 'OFFICIAL', decidedBy: 'head-1' });
    });
  });

  it('lets storage expire after two months to the queue of the checkpoint, and only what is not released (R-TST-060)', async () => {
    const forgotten = await trucks.arrive(importer(22));
    const kept = await trucks.store(forgotten);
    const payer = importer(23);
    await trucks.pay(payer, TOTAL);
    const cleared = await trucks.arrive(payer);
    const gone = await trucks.store(cleared);
    await trucks.released(await trucks.file(cleared));
    const { lastDay } = await trucks.lot(kept);
    expect(lastDay).toBe('2026-05-12');

    border.clock.moveTo(new Date(new Date(STORAGE_OVER).getTime() - 1));
    await border.quiet();
    expect((await trucks.lot(kept)).status).toBe('PLACED');
    border.clock.moveTo(STORAGE_OVER);
    await inTheEnd(() => {
      expect(trucks.expiriesOf(kept)).toMatchObject([{ caseId: forgotten.caseId, lastDay }]);
    });
    expect((await trucks.lot(kept)).status).toBe('EXPIRED');
    const item = await border.checkpointOfficer.claim(forgotten.caseId, 'STORAGE_TERM_EXPIRED');
    expect(item.subjectId).toBe(kept);
    expect((await trucks.lot(gone)).status).toBe('ISSUED');
    expect(trucks.expiriesOf(gone)).toEqual([]);
  });

  it('leaves every history unbroken and the books in balance', async () => {
    await border.quiet();
    await border.histories();
    expect(await border.trialBalance()).toMatchObject({ balanced: true, balancesAgree: true });
  });
});
