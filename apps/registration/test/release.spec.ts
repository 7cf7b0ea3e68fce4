import { randomUUID } from 'node:crypto';
import {
  ConsignmentOutcomeRecordedSchema,
  ControlCompletedSchema,
  GoodsReleasedSchema,
  GoodsReleaseRefusedSchema,
  LiabilityNotAssessedSchema,
  LiabilityShortSchema,
  ReleaseTermExceededSchema,
  StatusNotifiedSchema,
  timestampOf,
  WorkItemChangedSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { registrationService } from '../src/index.js';
import {
  type DeclarationView,
  Khorgos,
  type Refusal,
  THURSDAY_2000,
  WEDNESDAY_1020,
} from './road-declaration.fixture.js';

describe('release of goods at Khorgos', () => {
  const clock = new VirtualClock(WEDNESDAY_1020);
  let place: ServicesUnderTest;
  let khorgos: Khorgos;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [registrationService], clock });
    khorgos = await Khorgos.open(place, clock);
  });

  afterAll(() => place.stop());

  function releasesOf({ number }: DeclarationView) {
    return place.messages(GoodsReleasedSchema).filter((event) => event.number === number);
  }

  function openTermsOf({ declarationId }: DeclarationView): Promise<{ kind: string }[]> {
    return place
      .service('registration')
      .app.get(DataSource)
      .query(`SELECT kind FROM deadlines WHERE subject_id = $1 AND status = 'OPEN'`, [declarationId]);
  }

  function controlled({ declarationId, caseId }: DeclarationView, instructionId: string, outcome: string) {
    return place.send(ControlCompletedSchema, {
      controlId: randomUUID(),
      instructionId,
      subjectId: declarationId,
      caseId,
      outcome,
      completedAt: timestampOf(clock.now()),
    });
  }

  /** The case as the service has heard it. */
  async function checkOf({ number }: DeclarationView) {
    const view = await khorgos.read(number);
    return (view as unknown as { check: { payments: string; risk: string; controls: unknown[] } }).check;
  }

  async function itemOf(declaration: DeclarationView, token = khorgos.officer) {
    let found: Awaited<ReturnType<Khorgos['workItems']>>[number] | undefined;
    await eventually(async () => {
      [found] = await khorgos.workItems(token, declaration);
      expect(found).toBeDefined();
    });
    if (!found) throw new Error('no work item');
    return found;
  }

  describe.each([
    ['payments answer first', true],
    ['risk answers first', false],
  ])('when %s', (_title, paymentsFirst) => {
    it('releases without an official once all is covered and nothing is to be controlled, never before (R-DEC-193, R-DEC-196)', async () => {
      const declaration = await khorgos.register();
      if (paymentsFirst) await khorgos.covered(declaration);
      else await khorgos.evaluated(declaration, 'NO_MEASURE');
      await eventually(async () => {
        const { payments, risk } = await checkOf(declaration);
        expect([payments, risk]).toEqual(paymentsFirst ? ['COVERED', 'WAITING'] : ['WAITING', 'NO_MEASURE']);
      });
      expect(await khorgos.read(declaration.number)).toMatchObject({
        status: 'UNDER_CHECK',
        decidedBy: null,
      });
      expect(releasesOf(declaration)).toEqual([]);
      if (paymentsFirst) await khorgos.evaluated(declaration, 'NO_MEASURE');
      else await khorgos.covered(declaration);
      await eventually(() => {
        expect(releasesOf(declaration)).toMatchObject([
          {
            mode: 'AUTOMATIC',
            kind: 'FULL',
            decidedBy: expect.stringMatching(/^Shekara release-/) as string,
          },
        ]);
        const told = place
          .messages(StatusNotifiedSchema)
          .filter((event) => event.documentId === declaration.declarationId);
        expect(told.map(({ status }) => status)).toEqual(['REGISTERED', 'RELEASED']);
        const outcomes = place
          .messages(ConsignmentOutcomeRecordedSchema)
          .filter((e) => e.caseId === declaration.caseId);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(['DECLARED', 'RELEASED']);
      });
      expect(await khorgos.read(declaration.number)).toMatchObject({ status: 'RELEASED' });
      expect(await openTermsOf(declaration)).toEqual([]);
      expect(await khorgos.workItems(khorgos.officer, declaration)).toEqual([]);
    });
  });

  it('releases each declaration once, however the answers come together and again', async () => {
    const declarations: DeclarationView[] = [];
    for (let count = 0; count < 8; count += 1) declarations.push(await khorgos.register());
    await Promise.all(
      declarations.flatMap((declaration) => [
        khorgos.evaluated(declaration, 'NO_MEASURE'),
        khorgos.covered(declaration),
        khorgos.covered(declaration),
        khorgos.evaluated(declaration, 'NO_MEASURE'),
      ]),
    );
    await eventually(() => {
      for (const declaration of declarations) expect(releasesOf(declaration)).toHaveLength(1);
    });
    const rows: { status: string; releases: number }[] = await place
      .service('registration')
      .app.get(DataSource)
      .query(
        `SELECT d.status, (SELECT count(*)::int FROM history h WHERE h.stream_id = d.id::text AND h.type = 'GoodsReleased')
                AS releases FROM goods_declarations d WHERE d.id = ANY($1)`,
        [declarations.map(({ declarationId }) => declarationId)],
      );
    expect(rows).toEqual(declarations.map(() => ({ status: 'RELEASED', releases: 1 })));
  });

  it('does not release while money is short, and releases when it comes (R-DEC-191)', async () => {
    const declaration = await khorgos.register();
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    await place.send(LiabilityShortSchema, {
      declarationId: declaration.declarationId,
      declarationNumber: declaration.number,
      caseId: declaration.caseId,
      checkedAt: timestampOf(clock.now()),
    });
    await eventually(async () => {
      expect(await checkOf(declaration)).toMatchObject({ payments: 'SHORT', risk: 'NO_MEASURE' });
    });
    expect(releasesOf(declaration)).toEqual([]);
    await khorgos.covered(declaration);
    await eventually(() => {
      expect(releasesOf(declaration)).toHaveLength(1);
    });
  });

  it('asks an officer where payments cannot assess the liability', async () => {
    const declaration = await khorgos.register();
    await place.send(LiabilityNotAssessedSchema, {
      declarationId: declaration.declarationId,
      declarationNumber: declaration.number,
      caseId: declaration.caseId,
      checkedAt: timestampOf(clock.now()),
    });
    expect(await itemOf(declaration)).toMatchObject({ kind: 'RELEASE', dueAt: THURSDAY_2000 });
  });

  it('leaves release to an officer where risk set a measure, although the control conforms and was heard of before risk', async () => {
    const declaration = await khorgos.register();
    await controlled(declaration, 'i-1', 'CONFORMS');
    await eventually(async () => {
      expect((await checkOf(declaration)).controls).toHaveLength(1);
    });
    await khorgos.covered(declaration);
    await khorgos.evaluated(declaration, 'EXAMINATION', ['i-1']);
    const item = await itemOf(declaration);
    expect(item).toMatchObject({ kind: 'RELEASE', dueAt: THURSDAY_2000 });
    expect(releasesOf(declaration)).toEqual([]);

    const unclaimed = await khorgos.decide(declaration.number, 'releases', {});
    expect(unclaimed.status).toBe(409);
    expect(unclaimed.body.reasons.map(({ code }) => code)).toEqual(['WORK_ITEM_NOT_CLAIMED']);
    await khorgos.claim(item.id, khorgos.officer);
    const { status, body } = await khorgos.decide(declaration.number, 'releases', {});
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'RELEASED', decidedBy: 'officer-1' });
    await eventually(() => {
      expect(releasesOf(declaration)).toMatchObject([{ mode: 'OFFICIAL', decidedBy: 'officer-1' }]);
      const states = place.messages(WorkItemChangedSchema).filter(({ itemId }) => itemId === item.id);
      expect(states.map((state) => state.status)).toEqual(['OPEN', 'CLAIMED', 'COMPLETED']);
    });
    expect(await openTermsOf(declaration)).toEqual([]);

    const again = await khorgos.decide(declaration.number, 'releases', {});
    expect(again.status).toBe(422);
    expect(again.body.reasons.map(({ code }) => code)).toContain('RELEASE_ALREADY_DECIDED');
  });

  it('tells the officer every condition that is not met instead of releasing', async () => {
    const declaration = await khorgos.register();
    const { status, body } = await khorgos.decide(declaration.number, 'releases', {});
    expect(status).toBe(422);
    expect(body.reasons.map(({ code, parameters }) => parameters.condition ?? code)).toEqual([
      'CONTROL_NOT_FINISHED',
      'PAID_OR_SECURED',
    ]);
  });

  it('lets the officer refuse with every ground, its facts and recommendations, before anybody was asked (R-DEC-233, R-DEC-234, R-DEC-269)', async () => {
    const declaration = await khorgos.register();
    const foreign = await khorgos.decide(declaration.number, 'refusals', {
      grounds: [
        { code: 'VALUE_NOT_CORRECTED', facts: 'The value is too low.' },
        { code: 'GOODS_NOT_SHOWN', facts: ' ' },
      ],
    });
    expect(foreign.status).toBe(422);
    expect(foreign.body.reasons.map(({ code }) => code)).toContain('NO_GROUND_OF_REFUSAL');
    const { status, body } = await khorgos.decide(declaration.number, 'refusals', {
      grounds: [
        {
          code: 'GOODS_NOT_SHOWN',
          facts: 'The truck did not come to the place of examination.',
          recommendation: 'Bring the truck to the examination place.',
        },
      ],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'RELEASE_REFUSED', decidedBy: 'officer-1' });
    await eventually(() => {
      const refusal = place
        .messages(GoodsReleaseRefusedSchema)
        .find(({ declarationId }) => declarationId === declaration.declarationId);
      expect(refusal?.recommendations).toEqual([
        'Bring the truck to the examination place.',
        expect.any(String),
      ]);
      expect(refusal?.reasons.map(({ code, article }) => [code, article])).toEqual([
        ['GOODS_NOT_SHOWN', 'Code 2017 art. 201.5'],
        ['RELEASE_CONDITIONS_NOT_MET', 'Code 2017 art. 201.1'],
      ]);
      const items = place
        .messages(WorkItemChangedSchema)
        .filter((item) => item.subjectId === declaration.declarationId);
      expect(items.at(-1)).toMatchObject({
        kind: 'RELEASE',
        status: 'COMPLETED',
        outcome: 'RELEASE_REFUSED',
      });
    });
    await khorgos.covered(declaration);
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    const later = await khorgos.register();
    await khorgos.covered(later);
    await khorgos.evaluated(later, 'NO_MEASURE');
    await eventually(() => {
      expect(releasesOf(later)).toHaveLength(1);
    });
    expect(releasesOf(declaration)).toEqual([]);
  });

  it('lets officers of other bodies and traders decide nothing', async () => {
    const { number } = await khorgos.register();
    const elsewhere = await place.token({
      subject: 'officer-9',
      roles: ['RELEASE_OFFICER'],
      posts: ['55001'],
    });
    expect((await khorgos.decide(number, 'releases', {}, elsewhere)).status).toBe(403);
    expect((await khorgos.decide(number, 'releases', {}, khorgos.declarant)).status).toBe(403);
    expect((await khorgos.decide('55311/110326/0009999', 'releases', {})).status).toBe(404);
    expect((await khorgos.decide('55311/110326/99', 'refusals', { grounds: [] })).status).toBe(404);
  });

  it('asks an officer an hour before the term ends, the head when it is over, and decides nothing by silence (R-DEC-190, R-DEC-235)', async () => {
    const declaration = await khorgos.register();
    const late = await khorgos.register();
    clock.moveTo('2026-03-12T14:00:00.001Z');
    khorgos = await Khorgos.open(place, clock);
    const first = await itemOf(declaration);
    expect(first).toMatchObject({ kind: 'RELEASE', dueAt: THURSDAY_2000 });
    clock.moveTo('2026-03-12T15:00:00.000Z');
    expect(place.messages(ReleaseTermExceededSchema)).toEqual([]);
    clock.moveTo('2026-03-12T15:00:00.001Z');
    khorgos = await Khorgos.open(place, clock);
    const second = await itemOf(declaration, khorgos.head);
    expect(second).toMatchObject({ kind: 'RELEASE_OVERDUE' });
    await eventually(async () => {
      const exceeded = place.messages(ReleaseTermExceededSchema).map(({ number }) => number);
      expect(exceeded).toEqual(expect.arrayContaining([declaration.number, late.number]));
      expect(await khorgos.workItems(khorgos.officer, declaration)).toEqual([]);
    });
    expect(await khorgos.read(declaration.number)).toMatchObject({ status: 'REGISTERED', decidedBy: null });

    await khorgos.covered(declaration);
    await khorgos.evaluated(declaration, 'NO_MEASURE');
    await eventually(async () => {
      expect(await checkOf(declaration)).toMatchObject({ payments: 'COVERED', risk: 'NO_MEASURE' });
    });
    expect(releasesOf(declaration)).toEqual([]);
    const officer = await khorgos.decide(declaration.number, 'releases', {});
    expect(officer.body.reasons.map(({ code }) => code)).toEqual(['RELEASE_TERM_OVER']);
    const tooLate = await khorgos.decide(
      late.number,
      'refusals',
      { grounds: [{ code: 'GOODS_NOT_SHOWN', facts: 'The truck did not come.' }] },
      khorgos.head,
    );
    expect(tooLate.body.reasons.map(({ code }) => code)).toEqual(['RELEASE_TERM_OVER']);
    await khorgos.claim(second.id, khorgos.head);
    const head = await khorgos.decide<Refusal & DeclarationView>(
      declaration.number,
      'releases',
      {},
      khorgos.head,
    );
    expect(head.status).toBe(201);
    await eventually(() => {
      expect(releasesOf(declaration)).toMatchObject([{ mode: 'OFFICIAL', decidedBy: 'head-1' }]);
    });
  });
});
