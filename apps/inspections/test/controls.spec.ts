import { randomUUID } from 'node:crypto';
import {
  ControlCompletedSchema,
  ControlMeasureInformedSchema,
  ControlOpenedSchema,
  ControlOrderedSchema,
  DeclarationWithdrawnSchema,
  GoodsReleasedSchema,
  GoodsReleaseRefusedSchema,
  instantOf,
  timestampOf,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { inspectionsService } from '../src/index.js';

/** Tuesday 3 February 2026, 10:00 in Almaty (UTC+5). */
const AT_TEN = '2026-02-03T05:00:00Z';
const DUE = '2026-02-04T13:00:00Z';

interface ControlView {
  id: string;
  status: string;
  overdue: boolean;
  actNumber: string | null;
  outcome: string | null;
}

interface Queue {
  items: { id: string; kind: string; subjectId: string; dueAt: string; status: string }[];
}

interface Refusal {
  reasons: { code: string }[];
}

describe('control at Khorgos', () => {
  const clock = new VirtualClock(AT_TEN);
  let place: ServicesUnderTest;
  let officer: string;
  let head: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [inspectionsService], clock });
    await signIn();
  });

  afterAll(() => place.stop());

  /** Tokens live for minutes: after a day of the clock everybody signs in again. */
  async function signIn() {
    officer = await place.token({ subject: 'officer-1', roles: ['INSPECTION_OFFICER'], posts: ['55302'] });
    head = await place.token({ subject: 'head-1', roles: ['HEAD_OF_POST'], posts: ['55302'] });
  }

  /** Orders a control as risk does, and answers the control that was opened for it. */
  async function ordered(
    measure: string,
    changes: { subjectId?: string; continuesAfterRelease?: boolean } = {},
  ) {
    const instructionId = randomUUID();
    await place.send(ControlOrderedSchema, {
      instructionId,
      stage: 'DECLARATION',
      subjectId: randomUUID(),
      caseId: randomUUID(),
      documentNumber: '55302/030226/0000001',
      customsBody: '55302',
      measure,
      itemNumbers: [1],
      task: 'Open packages of every row.',
      orderedAt: timestampOf(clock.now()),
      dueAt: timestampOf(new Date(DUE)),
      ...changes,
    });
    return eventually(() => {
      const opened = place
        .messages(ControlOpenedSchema)
        .find((event) => event.instructionId === instructionId);
      if (!opened) throw new Error('the control is not open yet');
      return opened;
    });
  }

  async function itemOf(controlId: string, token: string = officer) {
    const { body } = await place.get<Queue>('inspections', '/v1/work-items?limit=200', token);
    return body.items.find((item) => item.subjectId === controlId);
  }

  async function claim(controlId: string) {
    const item = await itemOf(controlId);
    return place.post('inspections', `/v1/work-items/${item?.id}/claim`, {}, officer);
  }

  const act = (changes: object = {}) => ({
    officers: [{ name: 'A. Serikov', position: 'Chief specialist' }],
    place: 'Examination hall 2',
    startedAt: clock.now(),
    endedAt: clock.now(),
    presentPersons: [{ name: 'B. Omarova', role: 'REPRESENTATIVE' }],
    copyHandedTo: 'B. Omarova',
    items: [{ itemNumber: 1, outcome: 'CONFORMS', evidence: [], grossWeightKg: '520.5' }],
    evidence: [{ kind: 'PHOTO', reference: 'photo-1', sha256: 'a3'.repeat(32) }],
    ...changes,
  });

  it('opens an examination in the queue of the post, due with its legal term (R-CTL-002)', async () => {
    const opened = await ordered('EXAMINATION');
    expect(instantOf(opened.dueAt).toISOString()).toBe(new Date(DUE).toISOString());
    expect(await itemOf(opened.controlId)).toMatchObject({
      kind: 'EXAMINATION',
      status: 'OPEN',
      dueAt: new Date(DUE).toISOString(),
    });
  });

  it('opens one control for an order that comes twice', async () => {
    const opened = await ordered('DOCUMENT_CHECK');
    await place.send(ControlOrderedSchema, {
      instructionId: opened.instructionId,
      subjectId: opened.subjectId,
      caseId: opened.caseId,
      documentNumber: '55302/030226/0000001',
      customsBody: '55302',
      measure: 'DOCUMENT_CHECK',
      dueAt: timestampOf(new Date(DUE)),
    });
    await ordered('DOCUMENT_CHECK', { subjectId: opened.subjectId });
    const path = `/v1/controls?subjectId=${opened.subjectId}`;
    const { body } = await place.get<{ controls: ControlView[] }>('inspections', path, officer);
    expect(body.controls).toHaveLength(2);
  });

  it('completes with an act, an outcome for all, and no work left (R-CTL-005, R-CTL-114)', async () => {
    const { controlId, subjectId } = await ordered('EXAMINATION');
    const path = `/v1/controls/${controlId}/results`;
    expect((await place.post<Refusal>('inspections', path, act(), officer)).status).toBe(409);
    expect((await claim(controlId)).status).toBe(200);
    const differs = {
      items: [
        { itemNumber: 1, outcome: 'DISCREPANCY', kind: 'QUANTITY', text: '12 for 10', evidence: ['photo-1'] },
      ],
    };
    const recorded = await place.post<ControlView>('inspections', path, act(differs), officer);
    expect(recorded.status).toBe(201);
    expect(recorded.body).toMatchObject({ status: 'COMPLETED', outcome: 'DISCREPANCY' });
    expect(recorded.body.actNumber).toMatch(/^55302\/2026\/\d{6}$/);
    await eventually(() => {
      const completed = place.messages(ControlCompletedSchema).find((event) => event.controlId === controlId);
      expect(completed).toMatchObject({
        subjectId,
        actNumber: recorded.body.actNumber,
        outcome: 'DISCREPANCY',
        officer: 'officer-1',
        findings: [{ itemNumber: 1, kind: 'QUANTITY', text: '12 for 10' }],
      });
    });
    expect(await itemOf(controlId)).toBeUndefined();
    const seen = await place.get<ControlView>('inspections', `/v1/controls/${controlId}`, officer);
    expect(seen.body.actNumber).toBe(recorded.body.actNumber);
  });

  it('refuses an act without the declarant, a ground and witnesses, and keeps the work open (R-CTL-113)', async () => {
    const { controlId } = await ordered('EXAMINATION');
    await claim(controlId);
    const alone = act({ presentPersons: [], copyHandedTo: undefined });
    const refused = await place.post<Refusal>(
      'inspections',
      `/v1/controls/${controlId}/results`,
      alone,
      officer,
    );
    expect(refused.status).toBe(422);
    expect(refused.body.reasons.map(({ code }) => code)).toEqual([
      'CTL_ABSENCE_NO_GROUND',
      'CTL_WITNESSES_MISSING',
    ]);
    expect(await itemOf(controlId)).toMatchObject({ status: 'CLAIMED' });
  });

  it('stores when the declarant was told, and awaits it two hours by the clock here (R-CTL-110, R-CTL-111)', async () => {
    const { controlId } = await ordered('EXAMINATION');
    const notice = { person: 'B. Omarova', place: 'Hall 2', startsAt: clock.now() };
    const told = await place.post('inspections', `/v1/controls/${controlId}/notices`, notice, officer);
    expect(told.status).toBe(201);
    expect(told.body).toMatchObject({
      personInformedAt: '2026-02-03T05:00:00.000Z',
      awaitPersonUntil: '2026-02-03T07:00:00.000Z',
    });
    await eventually(() => {
      const informed = place.messages(ControlMeasureInformedSchema);
      expect(informed.map((event) => [event.controlId, event.place])).toEqual([[controlId, 'Hall 2']]);
      expect(instantOf(informed[0]?.personInformedAt).toISOString()).toBe('2026-02-03T05:00:00.000Z');
    });
  });

  it('hides a control from officers of other posts, and results from those who do not examine', async () => {
    const { controlId } = await ordered('DOCUMENT_CHECK');
    const elsewhere = await place.token({
      subject: 'officer-2',
      roles: ['INSPECTION_OFFICER'],
      posts: ['55001'],
    });
    expect((await place.get('inspections', `/v1/controls/${controlId}`, elsewhere)).status).toBe(404);
    const foreign = await place.post('inspections', `/v1/controls/${controlId}/results`, act(), elsewhere);
    expect(foreign.status).toBe(403);
    expect((await place.post('inspections', `/v1/controls/${controlId}/results`, act(), head)).status).toBe(
      403,
    );
    const { body } = await place.get<{ controls: unknown[] }>('inspections', '/v1/controls', elsewhere);
    expect(body.controls).toEqual([]);
  });

  it('puts an order that nobody here can carry out before the head of the post (R-CTL-003)', async () => {
    await place.send(ControlOrderedSchema, {
      instructionId: randomUUID(),
      subjectId: randomUUID(),
      caseId: randomUUID(),
      documentNumber: '55302/030226/0000002',
      customsBody: '55302',
      measure: 'SNIFFING',
      dueAt: timestampOf(new Date(DUE)),
    });
    await eventually(async () => {
      const { body } = await place.get<Queue>('inspections', '/v1/work-items', head);
      expect(body.items.map(({ kind }) => kind)).toContain('CONTROL_ORDER_REFUSED');
    });
  });

  it('cancels open controls when the goods are released, but not what goes on after release (worked case 7)', async () => {
    const subjectId = randomUUID();
    const held = await ordered('DOCUMENT_CHECK', { subjectId });
    const after = await ordered('DOCUMENT_CHECK', { subjectId, continuesAfterRelease: true });
    await place.send(GoodsReleasedSchema, { declarationId: subjectId, caseId: held.caseId });
    await eventually(async () => {
      const { body } = await place.get<ControlView>('inspections', `/v1/controls/${held.controlId}`, officer);
      expect(body.status).toBe('CANCELLED');
    });
    expect(await itemOf(held.controlId)).toBeUndefined();
    const { body } = await place.get<ControlView>('inspections', `/v1/controls/${after.controlId}`, officer);
    expect(body.status).toBe('OPEN');
  });

  it.each([
    ['the release of its goods was refused', GoodsReleaseRefusedSchema],
    ['its declaration was withdrawn', DeclarationWithdrawnSchema],
  ] as const)('opens no control for an order that comes after %s', async (_what, ended) => {
    const subjectId = randomUUID();
    const before = await ordered('EXAMINATION', { subjectId });
    await place.send(ended, { declarationId: subjectId, caseId: before.caseId });
    await eventually(async () => expect(await itemOf(before.controlId)).toBeUndefined());
    const instructionId = randomUUID();
    await place.send(ControlOrderedSchema, {
      ...{ instructionId, subjectId, caseId: before.caseId, documentNumber: '55302/030226/0000001' },
      ...{
        customsBody: '55302',
        measure: 'EXAMINATION',
        itemNumbers: [1],
        dueAt: timestampOf(new Date(DUE)),
      },
    });
    await eventually(async () => {
      const late = await place
        .service('inspections')
        .app.get(DataSource)
        .query<unknown[]>(`SELECT 1 FROM history WHERE stream_id = $1 AND type = 'ControlOrderCameTooLate'`, [
          instructionId,
        ]);
      expect(late).toHaveLength(1);
    });
    const path = `/v1/controls?subjectId=${subjectId}`;
    const { body } = await place.get<{ controls: ControlView[] }>('inspections', path, officer);
    expect(body.controls.map(({ id, status }) => [id, status])).toEqual([[before.controlId, 'CANCELLED']]);
  });

  it('brings a control whose term is over before the head, and leaves it open', async () => {
    const { controlId } = await ordered('EXAMINATION');
    clock.moveTo('2026-02-04T13:00:00.001Z');
    await signIn();
    await eventually(async () => {
      expect(await itemOf(controlId, head)).toMatchObject({ kind: 'CONTROL_OVERDUE' });
    });
    const { body } = await place.get<ControlView>('inspections', `/v1/controls/${controlId}`, officer);
    expect(body).toMatchObject({ status: 'OPEN', overdue: true });
    await claim(controlId);
    const recorded = await place.post('inspections', `/v1/controls/${controlId}/results`, act(), officer);
    expect(recorded.status).toBe(201);
    expect(await itemOf(controlId, head)).toBeUndefined();
  });
});
