import {
  ControlCompletedSchema,
  GoodsReleaseRefusedSchema,
  GoodsTakenOutSchema,
  LiabilityCoveredSchema,
  LiabilityEndedSchema,
  MoneyReceivedSchema,
  ReservationReleasedSchema,
  StatusNotifiedSchema,
} from '@shekara/contracts';
import { identificationCheckDigit } from '@shekara/kernel';
import { Border, inTheEnd, type Refusal, type WorkItem } from './border.fixture.js';
import {
  bankGuarantee,
  documentsWith,
  examinationAct,
  LOUDSPEAKERS,
  representativeInclusion,
  representedBy,
} from './papers.fixture.js';
import {
  CHARGE,
  type Declaration,
  DUTY_AND_VAT,
  importer,
  TOTAL,
  type Truck,
  Trucks,
} from './truck.fixture.js';

const REPRESENTATIVE = `06024000034${identificationCheckDigit('06024000034')}`;

interface SecurityView {
  number: string;
  status: string;
  balance: { amount: string; reserved: string; available: string };
  reservations: { declarationNumber: string; amount: string; status: string }[];
}

describe('the main job, from the lane to the release', () => {
  let border: Border;
  let trucks: Trucks;

  beforeAll(async () => {
    border = await Border.open();
    trucks = await Trucks.at(border);
  });

  afterAll(() => border.place.stop());

  async function allIsInOrder(): Promise<void> {
    expect(await border.trialBalance()).toMatchObject({ balanced: true, balancesAgree: true });
    const histories = await border.histories();
    expect(histories.registration).toBeGreaterThan(0);
    expect(histories.payments).toBeGreaterThan(0);
  }

  describe('a green truck', () => {
    let truck: Truck;
    let declaration: Declaration;
    let lotId: string;

    beforeAll(async () => {
      const payer = importer(1);
      await trucks.pay(payer, TOTAL);
      truck = await trucks.arrive(payer);
      lotId = await trucks.store(truck);
      declaration = await trucks.file(truck);
    });

    it('is released by the machine, with no official in the record and none in a queue (R-DEC-088, R-DEC-193, R-DEC-196, R-PAY-068)', async () => {
      expect(declaration.status).toBe('REGISTERED');
      expect(await trucks.released(declaration)).toMatchObject({
        mode: 'AUTOMATIC',
        kind: 'FULL',
        decidedBy: expect.stringMatching(/^Shekara release-/) as string,
      });
      expect(await trucks.read(truck, declaration)).toMatchObject({ status: 'RELEASED' });
      await inTheEnd(() => {
        const told = border.place
          .messages(StatusNotifiedSchema)
          .filter(({ documentId }) => documentId === declaration.declarationId);
        expect(told.map(({ status }) => status)).toEqual(['REGISTERED', 'RELEASED']);
      });
      expect(border.itemsEverOf(truck.caseId)).toEqual([]);
    });

    it('leaves storage on the number of its declaration, all of it', async () => {
      await inTheEnd(() => {
        const taken = border.place.messages(GoodsTakenOutSchema).filter((event) => event.lotId === lotId);
        expect(taken).toMatchObject([
          { ground: 'PLACED_UNDER_PROCEDURE', groundDocument: declaration.number },
        ]);
      });
      const lot = await trucks.lot(lotId);
      expect(lot).toMatchObject({ status: 'ISSUED', stock: [{ line: 1, packages: 0, grossWeightKg: '0' }] });
      expect(lot.movements.map(({ kind }) => kind)).toEqual(['RECEIPT', 'ISSUE_RELEASED']);
    });

    it('leaves the books in balance, the money spent, and every history unbroken', async () => {
      await inTheEnd(() => {
        const ended = border.place
          .messages(LiabilityEndedSchema)
          .filter((event) => event.declarationId === declaration.declarationId);
        expect(ended.map(({ endReason }) => endReason)).toEqual(['PAID']);
      });
      expect(await border.balance(truck.importer.identification, 'ADVANCE_MONEY')).toBe('0.00');
      await allIsInOrder();
    });

    it('has a timeline of every step with its time, actor and legal ground', async () => {
      const types = [
        'ArrivalNoticeAccepted',
        'GoodsArrived',
        'StorageDocumentsRegistered',
        'GoodsPlacedInTemporaryStorage',
        'DeclarationRegistered',
        'LiabilityAssessed',
        'LiabilityCovered',
        'RiskEvaluated',
        'GoodsReleased',
        'LiabilityEnded',
        'GoodsTakenOut',
      ];
      const steps = await inTheEnd(async () => {
        const found = await border.timeline(truck.caseId);
        expect(found.map(({ type }) => type)).toEqual(expect.arrayContaining(types));
        return found;
      });
      const times = steps.map(({ at }) => new Date(at).getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      for (const step of steps) {
        expect({ step: step.type, actor: step.actor, ground: step.ground }).toEqual({
          step: step.type,
          actor: expect.stringMatching(/\S/) as string,
          ground: expect.stringMatching(/art/) as string,
        });
      }
      expect(steps.find(({ type }) => type === 'DeclarationRegistered')?.actor).toContain(
        truck.importer.identification,
      );
      const ofDeclarant = await truck.declarant.get<{ steps: { type: string }[] }>(
        `/v1/cases/${truck.caseId}/timeline`,
      );
      const shown = ofDeclarant.body.steps.map(({ type }) => type.split('.').at(-1));
      expect(shown).toEqual(
        expect.arrayContaining(['DeclarationRegistered', 'LiabilityCovered', 'GoodsReleased']),
      );
      expect(shown).not.toContain('RiskEvaluated');
    });
  });

  it('waits for the bank, counts its confirmation once, and is released by it (R-DEC-191, R-PAY-067, R-PAY-102, R-PAY-105)', async () => {
    const payer = importer(2);
    await trucks.pay(payer, CHARGE);
    const truck = await trucks.arrive(payer);
    const declaration = await trucks.file(truck);
    const short = await trucks.short(declaration);
    expect(short.reasons.map(({ code, parameters }) => `${code} ${parameters.kind}`).toSorted()).toEqual([
      'PAYMENT_SHORT IMPORT_DUTY',
      'PAYMENT_SHORT IMPORT_VAT',
    ]);
    await border.quiet();
    expect(trucks.releasesOf(declaration)).toEqual([]);

    const confirmation = await border.confirm(payer, '1500000.00');
    await trucks.released(declaration);
    await border.confirm(payer, '1500000.00', { bankReference: confirmation.bankReference });
    await border.quiet();
    const received = border.place
      .messages(MoneyReceivedSchema)
      .filter(({ bankReference }) => bankReference === confirmation.bankReference);
    expect(received).toHaveLength(1);
    expect(await border.balance(payer.identification, 'ADVANCE_MONEY')).toBe('516260.00');
    expect(trucks.releasesOf(declaration)).toHaveLength(1);
    await allIsInOrder();
  });

  it('keeps money of nobody known until an account officer gives it to its payer, whose truck then goes (R-PAY-106)', async () => {
    const payer = importer(3);
    const { bankReference } = await border.confirm(payer, TOTAL);
    const receipt = await inTheEnd(() => {
      const [found] = border.place
        .messages(MoneyReceivedSchema)
        .filter((money) => money.bankReference === bankReference);
      if (!found) throw new Error('the money is not told of');
      return found;
    });
    expect(receipt.state).toBe('UNMATCHED');
    const truck = await trucks.arrive(payer);
    const declaration = await trucks.file(truck);
    await trucks.short(declaration);

    const item = await inTheEnd(async () => {
      const { body } = await border.accountOfficer.get<{ items: WorkItem[] }>(
        '/v1/work-items?kind=UNMATCHED_MONEY',
      );
      const found = body.items.find(({ subjectId }) => subjectId === receipt.receiptId);
      if (!found) throw new Error('no item for the money');
      return found;
    });
    await border.accountOfficer.must(`/v1/work-items/${item.id}/claim`, {});
    const allocated = await border.accountOfficer.must<{ state: string }>(
      `/v1/money-receipts/${receipt.receiptId}/allocations`,
      { payer: payer.identification, payerName: payer.name, customsBody: '55311', purpose: 'ADVANCE' },
    );
    expect(allocated.state).toBe('CONFIRMED_FOR_RELEASE');
    expect(await trucks.released(declaration)).toMatchObject({ mode: 'AUTOMATIC' });
    expect(await border.balance(payer.identification, 'ADVANCE_MONEY')).toBe('0.00');
    await border.quiet();
    await allIsInOrder();
  });

  it('reserves a security that the declaration names, releases on it, and frees it when a release is refused (R-GUA-026)', async () => {
    const payer = importer(4);
    const { number: security } = await border.accountOfficer.must<SecurityView>(
      '/v1/securities',
      bankGuarantee(payer.identification, 'BG-4'),
    );
    const card = async () => (await truck.declarant.get<SecurityView>(`/v1/securities/${security}`)).body;
    await trucks.pay(payer, CHARGE);
    const truck = await trucks.arrive(payer);
    const declaration = await trucks.file(truck, {}, { documents: documentsWith(security) });
    expect(await trucks.released(declaration)).toMatchObject({ mode: 'AUTOMATIC' });
    expect(await card()).toMatchObject({
      balance: { reserved: DUTY_AND_VAT, available: '1016260.00' },
      reservations: [{ declarationNumber: declaration.number, amount: DUTY_AND_VAT, status: 'RESERVED' }],
    });
    expect(await border.balance(payer.identification, 'ADVANCE_MONEY')).toBe('0.00');

    await trucks.pay(payer, CHARGE);
    const second = await trucks.arrive(payer);
    const examined = await trucks.file(second, LOUDSPEAKERS, { documents: documentsWith(security) });
    await inTheEnd(async () => {
      expect((await card()).reservations).toHaveLength(2);
      expect(await border.inspector.items(second.caseId, 'EXAMINATION')).toHaveLength(1);
    });
    const refused = await border.releaseOfficer.must<Declaration>(
      `/v1/goods-declarations/${examined.number}/refusals`,
      {
        grounds: [{ code: 'GOODS_NOT_SHOWN', facts: 'The truck did not come to the place of examination.' }],
      },
    );
    expect(refused.status).toBe('RELEASE_REFUSED');
    await inTheEnd(() => {
      const freed = border.place
        .messages(ReservationReleasedSchema)
        .filter(({ securityNumber }) => securityNumber === security);
      expect(freed).toHaveLength(1);
    });
    expect(await card()).toMatchObject({
      balance: { reserved: DUTY_AND_VAT, available: '1016260.00' },
      reservations: [{ status: 'RESERVED' }, { declarationNumber: examined.number, status: 'RELEASED' }],
    });
    await border.quiet();
    expect(await border.inspector.items(second.caseId)).toEqual([]);
    expect(await border.releaseOfficer.items(second.caseId)).toEqual([]);
    await allIsInOrder();
  });

  it("does not release on somebody else's security; guarantees say why, and money does it (R-PAY-067)", async () => {
    const owner = importer(8);
    const { number: security } = await border.accountOfficer.must<SecurityView>(
      '/v1/securities',
      bankGuarantee(owner.identification, 'BG-8'),
    );
    const payer = importer(9);
    await trucks.pay(payer, CHARGE);
    const truck = await trucks.arrive(payer);
    const declaration = await trucks.file(truck, {}, { documents: documentsWith(security) });
    const { reasons } = await trucks.short(declaration);
    expect(reasons.map(({ code }) => code)).toContain('SCOPE_MISMATCH');
    await border.quiet();
    expect(trucks.releasesOf(declaration)).toEqual([]);
    await border.confirm(payer, DUTY_AND_VAT);
    expect(await trucks.released(declaration)).toMatchObject({ mode: 'AUTOMATIC' });
    const other = await border
      .trader('DECLARANT', owner.identification)
      .get<SecurityView>(`/v1/securities/${security}`);
    expect(other.body).toMatchObject({ balance: { reserved: '0.00' }, reservations: [] });
  });

  describe('examination', () => {
    async function underExamination(n: number) {
      const payer = importer(n);
      await trucks.pay(payer, '2000000.00');
      const truck = await trucks.arrive(payer);
      const lotId = await trucks.store(truck);
      const declaration = await trucks.file(truck, LOUDSPEAKERS);
      const control = await border.inspector.claim(truck.caseId, 'EXAMINATION');
      return { payer, truck, lotId, declaration, controlPath: `/v1/controls/${control.subjectId}/results` };
    }

    it('is done by an inspector, and an officer releases what conforms (R-CTL-005)', async () => {
      const { truck, declaration, controlPath } = await underExamination(5);
      const act = examinationAct(border, { outcome: 'CONFORMS' });
      expect((await border.releaseOfficer.post(controlPath, act)).status).toBe(403);
      await border.inspector.must(controlPath, act);
      await inTheEnd(() => {
        const completed = border.place
          .messages(ControlCompletedSchema)
          .filter(({ caseId }) => caseId === truck.caseId);
        expect(completed).toMatchObject([{ officer: 'inspector-1', outcome: 'CONFORMS' }]);
      });
      const item = await border.releaseOfficer.claim(truck.caseId, 'RELEASE');
      expect(item.dueAt).toBe('2026-03-12T15:00:00.000Z');
      expect(trucks.releasesOf(declaration)).toEqual([]);
      await border.releaseOfficer.must(`/v1/goods-declarations/${declaration.number}/releases`, {});
      expect(await trucks.released(declaration)).toMatchObject({ mode: 'OFFICIAL', decidedBy: 'release-1' });
      await border.quiet();
      const last = new Map(border.itemsEverOf(truck.caseId).map(({ itemId, status }) => [itemId, status]));
      expect([...last.values()]).toEqual(['COMPLETED', 'COMPLETED']);
    });

    it('that finds a discrepancy ends in a refusal with every ground; money goes back but for the charge, goods stay (R-DEC-233, R-DEC-234, R-PAY-012, R-TST-079)', async () => {
      const { payer, truck, lotId, declaration, controlPath } = await underExamination(6);
      await inTheEnd(() => {
        const covered = border.place
          .messages(LiabilityCoveredSchema)
          .filter((event) => event.declarationId === declaration.declarationId);
        expect(covered).toHaveLength(1);
      });
      await border.inspector.must(
        controlPath,
        examinationAct(border, { outcome: 'DISCREPANCY', kind: 'UNDECLARED_GOODS', text: 'Two more boxes.' }),
      );
      await border.releaseOfficer.claim(truck.caseId, 'RELEASE');
      const path = `/v1/goods-declarations/${declaration.number}`;
      expect((await trucks.lot(lotId)).stock).toMatchObject([{ packages: 4 }]);
      const unanswered = await border.releaseOfficer.post<Refusal>(`${path}/releases`, {});
      expect(unanswered.status).toBe(422);
      const facts = 'Two boxes of loudspeakers are in the truck and not in the declaration.';
      await border.releaseOfficer.must(`${path}/refusals`, {
        grounds: [
          { code: 'VIOLATION_FOUND', facts, recommendation: 'Declare the two boxes.' },
          { code: 'RELEASE_CONDITIONS_NOT_MET', condition: 'PROCEDURE_CONDITIONS_MET', facts },
        ],
      });
      const refusal = await inTheEnd(() => {
        const found = border.place
          .messages(GoodsReleaseRefusedSchema)
          .find((event) => event.declarationId === declaration.declarationId);
        if (!found) throw new Error('no refusal yet');
        return found;
      });
      expect(refusal.reasons.map(({ code, article }) => [code, article])).toEqual([
        ['VIOLATION_FOUND', 'Code 2017 art. 201.9'],
        ['RELEASE_CONDITIONS_NOT_MET', 'Code 2017 art. 201.1'],
      ]);
      expect(refusal.recommendations).toContain('Declare the two boxes.');
      await inTheEnd(async () => {
        expect(await border.balance(payer.identification, 'ADVANCE_MONEY')).toBe('1980000.00');
      });
      await border.quiet();
      const lot = await trucks.lot(lotId);
      expect(lot.status).toBe('PLACED');
      expect(lot.stock).toMatchObject([{ packages: 4 }]);
      expect(trucks.releasesOf(declaration)).toEqual([]);
      await allIsInOrder();
    });
  });

  it('lets a representative file while it is in the register, and no more once it is excluded (R-DEC-079)', async () => {
    const { registrationNumber } = await border.registrar.must<{ registrationNumber: string }>(
      '/v1/register-entries',
      representativeInclusion(REPRESENTATIVE),
    );
    const payer = importer(7);
    await trucks.pay(payer, TOTAL);
    const representative = border.trader('CUSTOMS_REPRESENTATIVE', REPRESENTATIVE);
    const filedBy = async (truck: Truck) =>
      representative.post<Declaration & Refusal>(
        '/v1/goods-declarations',
        trucks.papers(truck, {}, representedBy(REPRESENTATIVE, registrationNumber)),
      );
    const truck = await trucks.arrive(payer);
    const declaration = await inTheEnd(async () => {
      const { status, body } = await filedBy(truck);
      expect(status).toBe(201);
      return body;
    });
    await trucks.released(declaration);

    await border.registrar.must(`/v1/register-entries/${registrationNumber}/exclusions`, {
      ground: 'EX_CONDITION_LOST',
      provision: '26.1',
      cause: 'one specialist left',
      order: { number: '20', signerRole: 'AUTHORIZED_BODY_HEAD' },
    });
    const next = await trucks.arrive(payer);
    await border.quiet();
    const { status, body } = await filedBy(next);
    expect(status).toBe(422);
    expect(body.reasons).toMatchObject([
      {
        code: 'UNAUTHORIZED_PERSON',
        article: 'art. 288.4.2',
        parameters: { detail: 'REPRESENTATIVE_EXCLUDED' },
      },
    ]);
  });
});
