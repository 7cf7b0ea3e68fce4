import {
  AmendmentDemandedSchema,
  AmendmentPermittedSchema,
  AmendmentRejectedSchema,
  AmendmentRequestedSchema,
  DeclarationAdjustedAfterReleaseSchema,
  GoodsReleasedSchema,
  GoodsReleaseRefusedSchema,
  StatusNotifiedSchema,
  WorkItemChangedSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { registrationService } from '../src/index.js';
import { codesOf, DeclarationChanges } from './declaration-changes.fixture.js';
import { type DeclarationView, Khorgos, THURSDAY_2000, WEDNESDAY_1020 } from './road-declaration.fixture.js';

const VEHICLE = [{ field: '/transportArrival/number', newValue: '777AAA02' }];
const VALUE = [
  { field: '/items/0/customsValue', newValue: '6000000.00' },
  { field: '/totalCustomsValue', newValue: '6000000.00' },
];
/** Portable computers instead of gear boxes. */
const CODE = [{ field: '/items/0/commodityCode', newValue: '8471300000' }];
const reason = 'The plate was misread at loading.';

describe('changes of a declaration at Khorgos', () => {
  const clock = new VirtualClock(WEDNESDAY_1020);
  let place: ServicesUnderTest;
  let khorgos: Khorgos;
  let changes: DeclarationChanges;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [registrationService], clock });
    khorgos = await Khorgos.open(place, clock);
    changes = new DeclarationChanges(place, clock, () => khorgos);
  });

  afterAll(() => place.stop());

  function releasesOf({ number }: DeclarationView) {
    return place.messages(GoodsReleasedSchema).filter((event) => event.number === number);
  }

  async function released(): Promise<DeclarationView> {
    const declaration = await khorgos.register();
    await khorgos.covered(declaration);
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    await eventually(() => {
      expect(releasesOf(declaration)).toHaveLength(1);
    });
    return declaration;
  }

  it('holds release back for a change that is asked for, makes a version when it is permitted, then releases (R-DEC-109, R-DEC-195, worked case 13)', async () => {
    const declaration = await khorgos.register();
    const asked = await changes.post(declaration, 'amendments', { reason, changes: VEHICLE });
    expect(asked).toMatchObject({
      status: 201,
      body: { status: 'REQUESTED', controlState: { controlDecided: false } },
    });
    const { id } = asked.body;
    await khorgos.covered(declaration);
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    await changes.heard(declaration, 'RiskEvaluated');
    await changes.heard(declaration, 'LiabilityCovered');
    expect(releasesOf(declaration)).toEqual([]);
    const early = await khorgos.decide(declaration.number, 'releases', {});
    expect(early.body.reasons.map(({ code }) => code)).toEqual(['REQUEST_STILL_OPEN']);
    const grounds = [{ code: 'GOODS_NOT_SHOWN', facts: 'The truck did not come.' }];
    const refused = await khorgos.decide(declaration.number, 'refusals', { grounds });
    expect(refused.body.reasons.map(({ code }) => code)).toEqual(['REQUEST_STILL_OPEN']);
    const again = await changes.post(declaration, 'amendments', { reason, changes: VEHICLE });
    expect(codesOf(again)).toEqual(['REQUEST_ALREADY_OPEN']);

    expect(await changes.itemOn(id)).toMatchObject({ kind: 'AMENDMENT_REQUEST', dueAt: THURSDAY_2000 });
    const unclaimed = await changes.post(
      declaration,
      `amendments/${id}/decisions`,
      { decision: 'PERMIT' },
      khorgos.officer,
    );
    expect(unclaimed.status).toBe(409);
    const permitted = await changes.decide(declaration, 'amendments', id, { decision: 'PERMIT' });
    expect(permitted).toMatchObject({ status: 201, body: { status: 'PERMITTED', contentVersion: 2 } });
    await changes.covered(declaration, 2);
    await eventually(() => {
      expect(releasesOf(declaration)).toMatchObject([{ mode: 'AUTOMATIC' }]);
    });
    expect(
      place.messages(AmendmentPermittedSchema).filter((event) => event.amendmentId === id),
    ).toMatchObject([
      {
        number: declaration.number,
        version: 2,
        demanded: false,
        decidedBy: 'officer-1',
        changes: [{ field: '/transportArrival/number', oldValue: '"123ABC02"', newValue: '"777AAA02"' }],
        declaration: { number: declaration.number, registeredOn: '2026-03-11', items: [{ number: 1 }] },
      },
    ]);
    expect(place.messages(AmendmentRequestedSchema).some((event) => event.amendmentId === id)).toBe(true);
    expect(await changes.list(declaration, 'versions')).toMatchObject([
      { version: 1, ground: 'REGISTRATION', author: 'declarant-1', changes: [] },
      {
        version: 2,
        ground: 'AMENDMENT',
        author: 'declarant-1',
        documentId: id,
        changes: [{ field: '/transportArrival/number', oldValue: '123ABC02', newValue: '777AAA02' }],
      },
    ]);
    const versionOf = (version: number) =>
      place.get<{ declaration: { transportArrival: { number: string } } }>(
        'registration',
        `/v1/goods-declarations/${declaration.number}/versions/${version}`,
        khorgos.declarant,
      );
    expect((await versionOf(1)).body.declaration.transportArrival.number).toBe('123ABC02');
    expect((await versionOf(2)).body.declaration.transportArrival.number).toBe('777AAA02');
    expect((await versionOf(3)).status).toBe(404);
    expect(await khorgos.read(declaration.number)).toMatchObject({
      status: 'RELEASED',
      contentVersion: 2,
      declaration: { transportArrival: { number: '777AAA02' } },
    });
    const twice = await changes.post(
      declaration,
      `amendments/${id}/decisions`,
      { decision: 'PERMIT' },
      khorgos.officer,
    );
    expect(codesOf(twice)).toEqual(['REQUEST_NOT_OPEN']);
  });

  it('rejects at once, with every reason, what comes after the notice of the examination; nothing is changed (R-DEC-094, R-DEC-102, R-DEC-278, worked case 14)', async () => {
    const declaration = await khorgos.register();
    await changes.examinationAnnounced(declaration, 'i-14');
    await changes.heard(declaration, 'ControlMeasureInformed');
    const asked = await changes.post(declaration, 'amendments', { reason: ' ', changes: CODE });
    expect(asked.status).toBe(422);
    expect(codesOf(asked)).toEqual([
      'NO_REASONED_REQUEST',
      'AFFECTS_DUTY',
      'AFFECTS_RESTRICTIONS',
      'EXAMINATION_ANNOUNCED',
      'CONTROL_DECIDED',
    ]);
    await eventually(() => {
      const rejected = place
        .messages(AmendmentRejectedSchema)
        .find(({ amendmentId }) => amendmentId === asked.body.amendmentId);
      expect(rejected?.reasons.map(({ code }) => code)).toEqual(codesOf(asked));
    });
    expect(await changes.list(declaration, 'amendments')).toMatchObject([{ status: 'REJECTED' }]);
    expect(await changes.list(declaration, 'versions')).toMatchObject([{ version: 1 }]);
    expect(await khorgos.read(declaration.number)).toMatchObject({ contentVersion: 1 });
  });

  it('judges a request by the moment of the notice, whenever it was heard of (R-DEC-012, R-DEC-103)', async () => {
    const receivedAt = clock.now();
    for (const [instruction, moment, codes] of [
      ['i-before', receivedAt.getTime() - 1000, ['EXAMINATION_ANNOUNCED', 'CONTROL_DECIDED']],
      ['i-after', receivedAt.getTime() + 1000, []],
    ] as const) {
      const declaration = await khorgos.register();
      const { body } = await changes.post(declaration, 'amendments', { reason, changes: VEHICLE });
      await changes.examinationAnnounced(declaration, instruction, new Date(moment));
      await changes.heard(declaration, 'ControlMeasureInformed');
      const decided = await changes.decide(declaration, 'amendments', body.id, { decision: 'PERMIT' });
      expect(decided.status === 201 ? [] : codesOf(decided)).toEqual(codes);
    }
  });

  it('rejects with the grounds of the officer, and release goes on', async () => {
    const declaration = await khorgos.register();
    await khorgos.covered(declaration);
    const { body } = await changes.post(declaration, 'amendments', { reason, changes: VEHICLE });
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    await changes.heard(declaration, 'RiskEvaluated');
    const bare = await changes.decide(declaration, 'amendments', body.id, { decision: 'REJECT' });
    expect(codesOf(bare)).toEqual(['NO_GROUND_OF_REFUSAL']);
    const grounds = [{ code: 'OTHER_GOODS', facts: 'That truck carries the goods of another.' }];
    const rejected = await changes.decide(declaration, 'amendments', body.id, {
      decision: 'REJECT',
      grounds,
    });
    expect(rejected).toMatchObject({
      status: 201,
      body: { status: 'REJECTED', reasons: [{ code: 'OTHER_GOODS', article: 'art. 289.1' }] },
    });
    await eventually(() => {
      expect(releasesOf(declaration)).toHaveLength(1);
    });
  });

  it('waits for payments of the new version: the cover of the old one releases nothing (R-DEC-191)', async () => {
    const declaration = await khorgos.register();
    await khorgos.covered(declaration);
    const { body } = await changes.post(declaration, 'amendments', { reason, changes: VALUE });
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    await changes.heard(declaration, 'RiskEvaluated');
    await changes.decide(declaration, 'amendments', body.id, { decision: 'PERMIT' });
    await changes.covered(declaration, 1);
    await changes.heard(declaration, 'LiabilityCovered', 2);
    expect(releasesOf(declaration)).toEqual([]);
    expect(await khorgos.read(declaration.number)).toMatchObject({ check: { payments: 'WAITING' } });
    await changes.covered(declaration, 2);
    await eventually(() => {
      expect(releasesOf(declaration)).toMatchObject([{ mode: 'AUTOMATIC' }]);
    });
    const told = place.messages(AmendmentPermittedSchema).find(({ amendmentId }) => amendmentId === body.id);
    expect(told?.declaration?.customsValue?.tiyn).toBe(600_000_000n);
  });

  it('lets a demanded change pass although it touches duty; an officer releases once it is paid (R-DEC-106, R-DEC-107, worked case 15)', async () => {
    const declaration = await khorgos.register();
    await khorgos.covered(declaration);
    await changes.examinationAnnounced(declaration, 'i-15');
    await changes.heard(declaration, 'ControlMeasureInformed');
    await changes.examinationEnded(declaration, 'i-15', 'CONFORMS');
    await khorgos.evaluated(declaration, 'EXAMINATION', ['i-15']);
    await changes.heard(declaration, 'RiskEvaluated');
    const demand = { fields: ['/items/0/commodityCode'], reason: 'These are portable computers.' };
    const late = { ...demand, dueAt: '2026-03-12T15:00:00.001Z' };
    const outside = await changes.post(declaration, 'amendment-demands', late, khorgos.officer);
    expect(codesOf(outside)).toEqual(['DEMAND_OUTSIDE_TERM']);
    const inside = { ...demand, dueAt: THURSDAY_2000 };
    const demanded = await changes.post(declaration, 'amendment-demands', inside, khorgos.officer);
    expect(demanded).toMatchObject({ status: 201, body: { status: 'DEMANDED' } });
    await eventually(() => {
      const told = place
        .messages(AmendmentDemandedSchema)
        .filter((event) => event.number === declaration.number);
      expect(told).toMatchObject([{ fields: demand.fields, reason: demand.reason, demandedBy: 'officer-1' }]);
    });
    const demandId = demanded.body.id;
    const other = await changes.post(declaration, 'amendments', { reason, changes: VEHICLE, demandId });
    expect(codesOf(other)).toEqual(['DEMAND_NOT_ANSWERED', 'EXAMINATION_ANNOUNCED', 'CONTROL_DECIDED']);
    const answered = await changes.post(declaration, 'amendments', { reason, changes: CODE, demandId });
    expect(answered).toMatchObject({ status: 201, body: { status: 'PERMITTED', contentVersion: 2 } });
    const terms = await changes.query(`SELECT 1 FROM deadlines WHERE subject_id = $1 AND status = 'OPEN'`, [
      demandId,
    ]);
    expect(terms).toEqual([]);
    expect(await changes.list(declaration, 'versions')).toMatchObject([
      { ground: 'REGISTRATION' },
      { ground: 'DEMAND', author: 'declarant-1' },
    ]);

    const item = await changes.itemOn(declaration.declarationId);
    await khorgos.claim(item.id, khorgos.officer);
    const unpaid = await khorgos.decide(declaration.number, 'releases', {});
    expect(unpaid.body.reasons.map(({ parameters }) => parameters.condition)).toEqual(['PAID_OR_SECURED']);
    await changes.covered(declaration, 2);
    await changes.heard(declaration, 'LiabilityCovered', 2);
    expect(releasesOf(declaration)).toEqual([]);
    expect((await khorgos.decide(declaration.number, 'releases', {})).status).toBe(201);
  });

  it('changes a released declaration by an adjustment only, which the officer accepts (R-DEC-110)', async () => {
    const declaration = await released();
    const asked = await changes.post(declaration, 'amendments', { reason, changes: VEHICLE });
    expect(codesOf(asked)).toEqual(['ALREADY_RELEASED']);
    const unreleased = await khorgos.register();
    const early = await changes.post(unreleased, 'adjustments', { reason, changes: CODE });
    expect(codesOf(early)).toEqual(['NOT_RELEASED']);

    const submitted = await changes.post(declaration, 'adjustments', { reason, changes: CODE });
    expect(submitted).toMatchObject({ status: 201, body: { status: 'SUBMITTED', openedBy: 'DECLARANT' } });
    const { id } = submitted.body;
    expect(await changes.itemOn(id)).toMatchObject({ kind: 'ADJUSTMENT' });
    const second = await changes.post(declaration, 'adjustments', { reason, changes: VALUE });
    expect(codesOf(second)).toEqual(['REQUEST_ALREADY_OPEN']);
    const accepted = await changes.decide(declaration, 'adjustments', id, { decision: 'ACCEPT' });
    expect(accepted).toMatchObject({ status: 201, body: { status: 'ACCEPTED', contentVersion: 2 } });
    await eventually(() => {
      const told = place
        .messages(DeclarationAdjustedAfterReleaseSchema)
        .filter(({ adjustmentId }) => adjustmentId === id);
      expect(told).toMatchObject([
        {
          version: 2,
          openedBy: 'DECLARANT',
          declaration: { number: declaration.number, items: [{ commodityCode: '8471300000' }] },
        },
      ]);
    });
    expect(await khorgos.read(declaration.number)).toMatchObject({ status: 'RELEASED', contentVersion: 2 });
  });

  it('lets customs adjust value and duty, not what is the declarant’s; rejects what is not proven (R-DEC-108)', async () => {
    const declaration = await released();
    const vehicle = await changes.post(
      declaration,
      'adjustments',
      { reason, changes: VEHICLE },
      khorgos.officer,
    );
    expect(codesOf(vehicle)).toEqual(['FIELD_NOT_FOR_CUSTOMS']);
    const opened = await changes.post(
      declaration,
      'adjustments',
      { reason, changes: VALUE },
      khorgos.officer,
    );
    expect(opened).toMatchObject({ status: 201, body: { openedBy: 'CUSTOMS' } });
    const { id } = opened.body;
    const grounds = [{ code: 'NOT_PROVEN', facts: 'The contract price is confirmed.' }];
    const rejected = await changes.decide(declaration, 'adjustments', id, { decision: 'REJECT', grounds });
    expect(rejected).toMatchObject({
      status: 201,
      body: { status: 'REJECTED', reasons: [{ code: 'NOT_PROVEN' }] },
    });
    expect(await changes.list(declaration, 'versions')).toHaveLength(1);
    const repeated = await changes.post(
      declaration,
      `adjustments/${id}/decisions`,
      { decision: 'ACCEPT' },
      khorgos.officer,
    );
    expect(codesOf(repeated)).toEqual(['REQUEST_NOT_OPEN']);
  });

  it('keeps to the form and the checks of a filing (R-DEC-094)', async () => {
    const declaration = await khorgos.register();
    const ask = (field: string, newValue?: unknown) =>
      changes.post(declaration, 'amendments', { reason, changes: [{ field, newValue }] });
    for (const [field, newValue] of [
      ['/nowhere/at/all', '1'],
      ['/surprise', '1'],
      ['/transportArrival/number', 7],
      ['/items/0/netKg', { much: 1 }],
    ] as const) {
      expect((await ask(field, newValue)).status).toBe(400);
    }
    const country = await ask('/transportArrival/nationality', 'ZZ');
    expect(country).toMatchObject({ status: 422 });
    expect(country.body.reasons).toMatchObject([
      { code: 'UNSIGNED_OR_BAD_FORM', pointer: '/transportArrival/nationality' },
    ]);
    expect(codesOf(await ask('/transportArrival/number', '123ABC02'))).toEqual(['NOTHING_CHANGED']);
    expect(codesOf(await ask('/officeCode', '55302'))).toContain('FIELD_IS_FIXED');
  });

  it('is for the parties of the declaration and the officers of its body', async () => {
    const declaration = await khorgos.register();
    const stranger = await place.token({
      subject: 'declarant-9',
      roles: ['DECLARANT'],
      organisation: '191040012345',
    });
    const elsewhere = await place.token({
      subject: 'officer-9',
      roles: ['RELEASE_OFFICER'],
      posts: ['55001'],
    });
    const wanted = { reason, changes: VEHICLE };
    expect((await changes.post(declaration, 'amendments', wanted, stranger)).status).toBe(403);
    expect((await changes.post(declaration, 'adjustments', wanted, stranger)).status).toBe(403);
    expect((await changes.post(declaration, 'adjustments', wanted, elsewhere)).status).toBe(403);
    expect((await changes.post(declaration, 'amendments', wanted, khorgos.officer)).status).toBe(403);
    const demand = { fields: ['/place'], reason, dueAt: THURSDAY_2000 };
    expect((await changes.post(declaration, 'amendment-demands', demand, elsewhere)).status).toBe(403);
    const { body } = await changes.post(declaration, 'amendments', wanted);
    const decision = `amendments/${body.id}/decisions` as const;
    expect((await changes.post(declaration, decision, { decision: 'PERMIT' }, elsewhere)).status).toBe(403);
    const another = await khorgos.register();
    expect((await changes.post(another, decision, { decision: 'PERMIT' }, khorgos.officer)).status).toBe(404);
    for (const what of ['amendments', 'adjustments', 'versions', 'versions/1']) {
      const path = `/v1/goods-declarations/${declaration.number}/${what}`;
      expect((await place.get('registration', path, stranger)).status).toBe(404);
      expect((await place.get('registration', path, khorgos.officer)).status).toBe(200);
    }
  });

  it('brings an ignored demand before an officer, who refuses release for it (worked case 15)', async () => {
    const declaration = await khorgos.register();
    await khorgos.covered(declaration);
    await khorgos.evaluated(await khorgos.register(), 'NO_MEASURE');
    const dueAt = '2026-03-12T10:00:00.000Z';
    const fields = ['/items/0/commodityCode'];
    const demand = { fields, reason: 'These are portable computers.', dueAt };
    const { body } = await changes.post(declaration, 'amendment-demands', demand, khorgos.officer);
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    await changes.heard(declaration, 'RiskEvaluated');
    expect(releasesOf(declaration)).toEqual([]);
    clock.moveTo('2026-03-12T10:00:00.000Z');
    khorgos = await Khorgos.open(place, clock);
    expect(await changes.list(declaration, 'amendments')).toMatchObject([{ status: 'DEMANDED' }]);
    clock.moveTo('2026-03-12T10:00:00.001Z');
    khorgos = await Khorgos.open(place, clock);
    const answered = { reason, changes: CODE, demandId: body.id };
    await eventually(async () => {
      expect(await changes.list(declaration, 'amendments')).toMatchObject([
        { status: 'REJECTED', reasons: [{ code: 'AMENDMENT_DEMAND_IGNORED' }] },
      ]);
      const items = await khorgos.workItems(khorgos.officer, declaration);
      expect(items.map(({ kind }) => kind).sort()).toEqual(['AMENDMENT_DEMAND_UNANSWERED', 'RELEASE']);
    });
    expect(codesOf(await changes.post(declaration, 'amendments', answered))).toEqual(['REQUEST_NOT_OPEN']);
    expect(releasesOf(declaration)).toEqual([]);
    const items = await khorgos.workItems(khorgos.officer, declaration);
    const release = items.find(({ kind }) => kind === 'RELEASE');
    await khorgos.claim(release?.id ?? '', khorgos.officer);
    const grounds = [{ code: 'AMENDMENT_DEMAND_IGNORED', facts: 'The code was not changed by 15:00.' }];
    expect((await khorgos.decide(declaration.number, 'refusals', { grounds })).status).toBe(201);
    await eventually(() => {
      const refused = place
        .messages(GoodsReleaseRefusedSchema)
        .find((event) => event.number === declaration.number);
      expect(refused?.reasons.map(({ article }) => article)).toEqual(['Code 2017 art. 201.2']);
      const unanswered = place
        .messages(WorkItemChangedSchema)
        .filter(
          (item) =>
            item.subjectId === declaration.declarationId && item.kind === 'AMENDMENT_DEMAND_UNANSWERED',
        );
      expect(unanswered.map(({ status }) => status)).toEqual(['OPEN', 'CANCELLED']);
      const told = place
        .messages(StatusNotifiedSchema)
        .filter((event) => event.documentNumber === declaration.number);
      expect(
        told.some(({ reasons }) => reasons.some(({ code }) => code === 'AMENDMENT_DEMAND_IGNORED')),
      ).toBe(true);
    });
  });
});
