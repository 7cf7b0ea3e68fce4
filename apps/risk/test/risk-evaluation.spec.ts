import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  ArrearsStatusChangedSchema,
  ArrivalNoticeAcceptedSchema,
  ControlCompletedSchema,
  ControlOrderedSchema,
  DeclarationRegisteredSchema,
  instantOf,
  RegisterEntryChangedSchema,
  RiskEvaluatedSchema,
  timestampOf,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { riskService } from '../src/index.js';
import {
  arrivalNotice,
  declaration,
  gearBoxes,
  REGISTERED_AT,
  RELEASE_DUE_AT,
} from './declaration.fixture.js';

interface Profile {
  number: string;
  version: number;
  status: string;
  controlsExecuted: number;
  hitsConfirmed: number;
}

interface Profiles {
  profiles: Profile[];
}

interface Refusal {
  reasons: { code: string; pointer?: string }[];
}

const EXAMPLES = JSON.parse(
  readFileSync(new URL('../data/example-profiles.json', import.meta.url), 'utf8'),
) as { number: string; content: Record<string, unknown> & { indicator: Record<string, unknown> } }[];

/** The first example as a draft that finds one trader's copper wire. */
function copperWire(expression: string) {
  const [example] = EXAMPLES;
  return {
    ...example?.content,
    name: 'Copper wire',
    riskGoods: [{ codePrefix: '7408' }],
    indicator: { ...example?.content.indicator, code: 'IND-0900', expression },
    guidance: 'Compare the certificate of quality with the goods.',
  };
}

const cigarettes = gearBoxes({ number: 2, commodityCode: '2402209000', description: 'cigarettes' });

describe('risk at Khorgos', () => {
  const clock = new VirtualClock(REGISTERED_AT);
  let place: ServicesUnderTest;
  let analyst: string;
  let approver: string;

  const post = <Body = Profile>(path: string, body: unknown, token = analyst) =>
    place.post<Body>('risk', `/v1/risk-profiles${path}`, body, token);

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [riskService], clock });
    analyst = await place.token({ subject: 'analyst-1', roles: ['RISK_ANALYST'] });
    approver = await place.token({ subject: 'analyst-2', roles: ['RISK_ANALYST'] });
    const set = await post('/random-selection', { perMille: 0 });
    expect(set.body).toMatchObject({
      settings: [
        { area: 'NATIONAL', stage: 'ARRIVAL', sharePerMille: 0, alarm: true },
        { area: 'NATIONAL', stage: 'DECLARATION', sharePerMille: 0, alarm: true },
      ],
    });
  });

  afterAll(() => place.stop());

  const evaluated = (subjectId: string) =>
    eventually(() => {
      const found = place.messages(RiskEvaluatedSchema).find((event) => event.subjectId === subjectId);
      if (!found) throw new Error('not evaluated yet');
      return found;
    });
  const orders = (subjectId: string) =>
    place.messages(ControlOrderedSchema).filter((event) => event.subjectId === subjectId);

  async function register(registered: ReturnType<typeof declaration>) {
    await place.send(DeclarationRegisteredSchema, registered);
    return evaluated(registered.declarationId);
  }

  it('lets a plain import through without a measure', async () => {
    const plain = declaration([gearBoxes()]);
    expect(await register(plain)).toMatchObject({
      stage: 'DECLARATION',
      caseId: plain.caseId,
      measure: 'NO_MEASURE',
      instructionIds: [],
    });
  });

  it('orders an examination of the item that a profile hits, inside the term of release (R-RSK-040)', async () => {
    const smoke = declaration([gearBoxes(), cigarettes]);
    const { measure, instructionIds } = await register(smoke);
    expect(measure).toBe('EXAMINATION');
    await eventually(() => expect(orders(smoke.declarationId)).toHaveLength(2));
    const ordered = orders(smoke.declarationId);
    expect(ordered.map(({ instructionId }) => instructionId).sort()).toEqual([...instructionIds].sort());
    const examination = ordered.find((order) => order.measure === 'EXAMINATION');
    expect(examination).toMatchObject({
      documentNumber: smoke.number,
      customsBody: '55302',
      itemNumbers: [2],
      continuesAfterRelease: false,
    });
    expect(instantOf(examination?.dueAt)).toEqual(RELEASE_DUE_AT);
  });

  it('tells nobody outside a profile, an indicator or a level (R-RSK-071)', async () => {
    const smoke = declaration([cigarettes]);
    await register(smoke);
    await eventually(() => expect(orders(smoke.declarationId)).toHaveLength(2));
    const told = place
      .allMessages()
      .filter(({ topic }) => topic.startsWith('risk.'))
      .map(({ value, headers }) => value.toString('latin1') + JSON.stringify(headers));
    expect(told.length).toBeGreaterThanOrEqual(4);
    for (const message of told) expect(message).not.toMatch(/RP-\d|IND-\d|\bHIGH\b|PROFILE|RANDOM/);
  });

  it('keeps each evaluation with profile and version, and nobody can change it (R-RSK-021)', async () => {
    const smoke = declaration([cigarettes]);
    const { evaluationId } = await register(smoke);
    const database = place.service('risk').app.get(DataSource);
    const [kept] = await database.query<{ parts: unknown }[]>(
      'SELECT parts FROM risk_evaluations WHERE id = $1',
      [evaluationId],
    );
    expect(kept?.parts).toMatchObject([{ itemNumber: 2, hits: [{ profileNumber: 'RP-0004', version: 1 }] }]);
    await expect(
      database.query(`UPDATE risk_evaluations SET outcome = 'NO_MEASURE' WHERE id = $1`, [evaluationId]),
    ).rejects.toThrow('append-only');
  });

  it('asks for more documents without making release wait for them (R-RSK-045)', async () => {
    const preferred = declaration([gearBoxes({ preference: 'OOOO', originCountry: 'CN' })]);
    const { measure, instructionIds } = await register(preferred);
    await eventually(() => expect(orders(preferred.declarationId)).toHaveLength(2));
    const waits = orders(preferred.declarationId).find((order) => !order.continuesAfterRelease);
    const goesOn = orders(preferred.declarationId).find((order) => order.continuesAfterRelease);
    expect({ measure, instructionIds }).toEqual({
      measure: 'DOCUMENT_CHECK',
      instructionIds: [waits?.instructionId],
    });
    expect(instantOf(goesOn?.dueAt) > RELEASE_DUE_AT).toBe(true);
  });

  it('evaluates an arrival, and sets control at the place three hours', async () => {
    const plain = arrivalNotice('848340');
    const smoke = arrivalNotice('240220');
    await place.send(ArrivalNoticeAcceptedSchema, plain);
    await place.send(ArrivalNoticeAcceptedSchema, smoke);
    expect(await evaluated(plain.noticeId)).toMatchObject({ stage: 'ARRIVAL', measure: 'NO_MEASURE' });
    expect(await evaluated(smoke.noticeId)).toMatchObject({ stage: 'ARRIVAL', measure: 'DOCUMENT_CHECK' });
    await eventually(() => expect(orders(smoke.noticeId)).toHaveLength(2));
    for (const order of orders(smoke.noticeId)) {
      expect(order).toMatchObject({ documentNumber: smoke.noticeNumber, itemNumbers: [] });
      expect(instantOf(order.dueAt).toISOString()).toBe('2026-02-03T08:00:00.000Z');
    }
  });

  it('knows an authorised economic operator from the register', async () => {
    const wine = gearBoxes({ commodityCode: '2204219000', description: 'wine' });
    const declarant = { identificationNumber: '191040012345' };
    expect(await register(declaration([wine], { declarant }))).toMatchObject({ measure: 'EXAMINATION' });
    await place.send(RegisterEntryChangedSchema, {
      registrationNumber: 'AEO/1',
      register: 'AEO',
      status: 'INCLUDED',
      person: declarant,
      version: 1n,
      changedAt: timestampOf(clock.now()),
    });
    await eventually(async () => {
      expect(await register(declaration([wine], { declarant }))).toMatchObject({ measure: 'NO_MEASURE' });
    });
  });

  it('holds a debt of an operator against it until payments say that it closed, whatever state comes late', async () => {
    const wine = gearBoxes({ commodityCode: '2204219000', description: 'wine' });
    const declarant = { identificationNumber: '191040012345' };
    const arrears = (version: bigint, present: boolean) =>
      place.send(ArrearsStatusChangedSchema, { payer: declarant.identificationNumber, version, present });
    const measure = async () => (await register(declaration([wine], { declarant }))).measure;
    await arrears(1n, true);
    await eventually(async () => expect(await measure()).toBe('EXAMINATION'));
    await arrears(2n, false);
    await eventually(async () => expect(await measure()).toBe('NO_MEASURE'));
    await arrears(1n, true);
    await arrears(3n, true);
    await arrears(3n, false);
    await eventually(async () => expect(await measure()).toBe('EXAMINATION'));
    await arrears(4n, false);
    await eventually(async () => expect(await measure()).toBe('NO_MEASURE'));
  });

  it('learns from control whether the hit was confirmed, also when nothing was found (R-RSK-089)', async () => {
    const before = await place.get<Profiles>('risk', '/v1/risk-profiles/RP-0012', analyst);
    expect(before.body.profiles).toMatchObject([{ controlsExecuted: 0, hitsConfirmed: 0 }]);
    for (const outcome of ['DISCREPANCY', 'CONFORMS']) {
      const batteries = declaration([gearBoxes({ commodityCode: '8507600000', packageCount: 2 })]);
      const { instructionIds } = await register(batteries);
      expect(instructionIds).toHaveLength(1);
      await place.send(ControlCompletedSchema, {
        controlId: randomUUID(),
        instructionId: instructionIds[0],
        subjectId: batteries.declarationId,
        caseId: batteries.caseId,
        form: 'EXAMINATION',
        actNumber: '55302/2026/000001',
        outcome,
        officer: 'officer-1',
        completedAt: timestampOf(clock.now()),
      });
    }
    await eventually(async () => {
      const { body } = await place.get<Profiles>('risk', '/v1/risk-profiles/RP-0012', analyst);
      expect(body.profiles).toMatchObject([{ controlsExecuted: 2, hitsConfirmed: 1 }]);
    });
  });

  it('chooses at random what no profile hit, by the share of its area and stage (R-RSK-062)', async () => {
    const all = { area: '55300', stage: 'DECLARATION', perMille: 1000 };
    expect(await post('/random-selection', all)).toMatchObject({
      status: 200,
      body: { settings: [{ alarm: false }] },
    });
    const chosen = declaration([gearBoxes()]);
    expect(await register(chosen)).toMatchObject({ measure: 'DOCUMENT_CHECK' });
    expect(await register(declaration([gearBoxes()], { customsBody: '55001' }))).toMatchObject({
      measure: 'NO_MEASURE',
    });
    await post('/random-selection', { ...all, perMille: 0 });
  });

  describe('profiles', () => {
    it('start with the twelve examples in force', async () => {
      const { body } = await place.get<Profiles>('risk', '/v1/risk-profiles?status=ACTIVE', analyst);
      expect(body.profiles).toHaveLength(12);
    });

    it('are confidential for everybody else, whoever asks for what (R-RSK-070)', async () => {
      const head = await place.token({ subject: 'head-1', roles: ['HEAD_OF_POST'], posts: ['55302'] });
      const asked = [
        await place.get<Refusal>('risk', '/v1/risk-profiles', head),
        await place.get<Refusal>('risk', '/v1/risk-profiles/RP-0001', head),
        await place.get<Refusal>('risk', '/v1/risk-profiles/random-selection', head),
        await post<Refusal>('/RP-0001/suspension', { why: 'curiosity' }, head),
      ];
      for (const { status, body } of asked) {
        expect(status).toBe(403);
        expect(body.reasons.map(({ code }) => code)).toEqual(['RSK_CONFIDENTIAL']);
      }
    });

    it('are refused with what is wrong in the expression and what is missing', async () => {
      const content = { ...copperWire('item.colour == "red"'), guidance: ' ' };
      const { status, body } = await post<Refusal>('', { number: 'RP-0900', content });
      expect(status).toBe(422);
      expect(body.reasons.map(({ code, pointer }) => [code, pointer])).toEqual([
        ['RSK_PROFILE_INCOMPLETE', '/guidance'],
        ['RSK_EXPRESSION_UNKNOWN_FIELD', '/indicator/expression'],
      ]);
    });

    it('go from draft over another analyst into force, and are in force for the next declaration (R-RSK-019)', async () => {
      const wire = () =>
        declaration([gearBoxes({ commodityCode: '7408110000', description: 'copper wire' })]);
      expect(await register(wire())).toMatchObject({ measure: 'NO_MEASURE' });
      const content = copperWire('item.netKg > 100');
      expect(await post('', { number: 'RP-0901', content })).toMatchObject({
        status: 201,
        body: { version: 1, status: 'DRAFT' },
      });
      expect((await post('/RP-0901/activation', {})).status).toBe(422);
      await post('/RP-0901/submission', {});
      const own = await post<Refusal>('/RP-0901/approval', {});
      expect(own.body.reasons.map(({ code }) => code)).toEqual(['RSK_PROFILE_OWN_AUTHOR']);
      expect((await post('/RP-0901/approval', {}, approver)).body.status).toBe('APPROVED');
      expect((await post('/RP-0901/activation', {}, approver)).body.status).toBe('ACTIVE');
      expect(await register(wire())).toMatchObject({ measure: 'DOCUMENT_CHECK' });

      const wider = copperWire('item.netKg > 1000');
      expect((await post('/RP-0901/versions', { content: wider })).body).toMatchObject({
        version: 2,
        status: 'DRAFT',
      });
      expect(await register(wire())).toMatchObject({ measure: 'DOCUMENT_CHECK' });
      await post('/RP-0901/submission', {});
      await post('/RP-0901/approval', {}, approver);
      await post('/RP-0901/activation', {}, approver);
      const { body } = await place.get<Profiles>('risk', '/v1/risk-profiles/RP-0901', analyst);
      expect(body.profiles.map(({ version, status }) => [version, status])).toEqual([
        [2, 'ACTIVE'],
        [1, 'RETIRED'],
      ]);
      expect(await register(wire())).toMatchObject({ measure: 'NO_MEASURE' });
    });

    it('are suspended with a reason, and hit nothing from then on', async () => {
      const wine = () => declaration([gearBoxes({ commodityCode: '2204219000', description: 'wine' })]);
      expect(await register(wine())).toMatchObject({ measure: 'EXAMINATION' });
      const without = await post<Refusal>('/RP-0003/suspension', { why: ' ' });
      expect(without.body.reasons.map(({ code }) => code)).toEqual(['RSK_REASON_MISSING']);
      expect((await post('/RP-0003/suspension', { why: 'thresholds under review' })).body.status).toBe(
        'SUSPENDED',
      );
      expect(await register(wine())).toMatchObject({ measure: 'NO_MEASURE' });
      expect((await post('/RP-0003/activation', {})).body.status).toBe('ACTIVE');
    });

    it('of the country are not for an analyst of one area', async () => {
      const local = await place.token({
        subject: 'analyst-3',
        roles: ['RISK_ANALYST'],
        posts: ['55302', '55311'],
      });
      const refused = await post<Refusal>('/RP-0001/suspension', { why: 'too many hits' }, local);
      expect(refused.body.reasons.map(({ code }) => code)).toEqual(['RSK_PROFILE_SCOPE']);
      const retired = await post<Refusal>('/RP-0001/retirement', { why: 'too many hits' }, local);
      expect(retired.body.reasons.map(({ code }) => code)).toEqual(['RSK_PROFILE_SCOPE']);
      const share = { area: 'NATIONAL', stage: 'ARRIVAL', perMille: 5 };
      expect((await post<Refusal>('/random-selection', share, local)).body.reasons[0]?.code).toBe(
        'RSK_PROFILE_SCOPE',
      );
    });

    it('are read on the record (R-RSK-080)', async () => {
      await place.get('risk', '/v1/risk-profiles/RP-0002', approver);
      const reads = await place
        .service('risk')
        .app.get(DataSource)
        .query<unknown[]>(
          `SELECT FROM history WHERE stream = 'RiskProfileReads' AND actor = 'analyst-2' AND payload->>'number' = 'RP-0002'`,
        );
      expect(reads.length).toBeGreaterThan(0);
    });
  });
});
