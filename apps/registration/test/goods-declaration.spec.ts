import {
  ConsignmentOutcomeRecordedSchema,
  DeclarationRegisteredSchema,
  DeclarationRegistrationRefusedSchema,
  instantOf,
  RegisterEntryChangedSchema,
  StatusNotifiedSchema,
  timestampOf,
} from '@shekara/contracts';
import { identificationCheckDigit, VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { GEARS, importItem, IMPORTER } from '@shekara/testing/documents';
import { ServicesUnderTest } from '@shekara/testing/services';
import { registrationService } from '../src/index.js';
import {
  type DeclarationView,
  Khorgos,
  type Refusal,
  roadDeclaration,
  THURSDAY_2000,
  WEDNESDAY_1020,
} from './road-declaration.fixture.js';

const REPRESENTATIVE = `06024000034${identificationCheckDigit('06024000034')}`;

describe('goods declaration at Khorgos', () => {
  const clock = new VirtualClock(WEDNESDAY_1020);
  let place: ServicesUnderTest;
  let khorgos: Khorgos;
  let stranger: string;
  let representative: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [registrationService], clock });
    khorgos = await Khorgos.open(place, clock);
    stranger = await place.token({
      subject: 'declarant-2',
      roles: ['DECLARANT'],
      organisation: '191040012345',
    });
    representative = await place.token({
      subject: 'representative-1',
      roles: ['CUSTOMS_REPRESENTATIVE'],
      organisation: REPRESENTATIVE,
    });
  });

  afterAll(() => place.stop());

  function details({ reasons }: Refusal): string[] {
    return reasons.map(({ code, parameters }) => `${code} ${parameters.detail}`).sort();
  }

  it('registers in the same request, with a number of body, day and serial, the moment and the term (R-DEC-011, R-DEC-088, R-DEC-095)', async () => {
    const noticeNumber = await khorgos.present();
    const { status, body } = await khorgos.post(roadDeclaration(noticeNumber));
    expect(status).toBe(201);
    expect(body.number).toMatch(/^55311\/110326\/\d{7}$/);
    expect(body).toMatchObject({
      status: 'REGISTERED',
      registeredAt: '2026-03-11T05:20:00.000Z',
      releaseDueAt: THURSDAY_2000,
    });
    const next = await khorgos.register();
    expect(Number(next.number.slice(-7))).toBe(Number(body.number.slice(-7)) + 1);
    await eventually(() => {
      const event = place.messages(DeclarationRegisteredSchema).find(({ number }) => number === body.number);
      expect(event).toMatchObject({
        caseId: body.caseId,
        registeredOn: '2026-03-11',
        regime: 'CODE_2017',
        procedure: '40',
        arrivalNoticeNumber: noticeNumber,
        customsValue: { tiyn: 505_000_000n },
      });
      expect(event?.items).toHaveLength(1);
      expect(event?.items[0]).toMatchObject({ commodityCode: GEARS, customsValue: { tiyn: 505_000_000n } });
      expect(instantOf(event?.releaseDueAt).toISOString()).toBe(THURSDAY_2000);
    });
  });

  it('counts the goods as declared at the place of arrival, in the same case, and ends the placement term (R-ARR-077)', async () => {
    const noticeNumber = await khorgos.present();
    const { body } = await khorgos.post(roadDeclaration(noticeNumber));
    await eventually(() => {
      const outcome = place
        .messages(ConsignmentOutcomeRecordedSchema)
        .find((event) => event.noticeNumber === noticeNumber);
      expect(outcome).toMatchObject({ outcome: 'DECLARED', caseId: body.caseId });
    });
    const terms = await place
      .service('registration')
      .app.get(DataSource)
      .query(`SELECT kind, status FROM deadlines WHERE case_id = $1 ORDER BY kind`, [body.caseId]);
    expect(terms).toEqual([
      { kind: 'PLACEMENT', status: 'CANCELLED' },
      { kind: 'RELEASE_TERM', status: 'OPEN' },
      { kind: 'RELEASE_TERM_NEAR', status: 'OPEN' },
    ]);
  });

  it('refuses with every reason at once, records the refusal and gives no number (R-DEC-090)', async () => {
    const { status, body } = await khorgos.post<Refusal>(
      roadDeclaration('55302/110326/A999999', {
        items: [importItem(1, { commodityCode: '9999999999', description: undefined, netKg: '900.000' })],
        changes: { officeCode: '99999', tradingCountry: undefined, signature: undefined },
      }),
    );
    expect(status).toBe(422);
    expect(details(body)).toEqual([
      'MISSING_DATA FIELD_MISSING',
      'MISSING_DATA FIELD_MISSING',
      'PRIOR_ACTION_MISSING GOODS_NOT_PRESENTED',
      'UNSIGNED_OR_BAD_FORM COMMODITY_CODE_UNKNOWN',
      'UNSIGNED_OR_BAD_FORM NET_ABOVE_GROSS',
      'UNSIGNED_OR_BAD_FORM SIGNATURE_MISSING',
      'WRONG_OFFICE OFFICE_UNKNOWN',
    ]);
    await eventually(() => {
      const event = place
        .messages(DeclarationRegistrationRefusedSchema)
        .find(({ declarationId }) => declarationId === body.declarationId);
      expect(event?.reasons).toHaveLength(7);
      const told = place
        .messages(StatusNotifiedSchema)
        .find(({ documentId }) => documentId === body.declarationId);
      expect(told).toMatchObject({ recipient: IMPORTER, status: 'REGISTRATION_REFUSED', documentNumber: '' });
    });
    const list = await place.get<{ items: DeclarationView[] }>(
      'registration',
      '/v1/goods-declarations?status=REGISTRATION_REFUSED',
      khorgos.declarant,
    );
    expect(list.body.items.find((item) => item.declarationId === body.declarationId)).toMatchObject({
      number: null,
    });
  });

  it('refuses 0 and 1,000 items by law, not as an unreadable request (R-DEC-041)', async () => {
    const noticeNumber = await khorgos.present();
    const none = await khorgos.post<Refusal>(roadDeclaration(noticeNumber, { items: 0 }));
    expect(none.status).toBe(422);
    expect(details(none.body)).toContain('UNSIGNED_OR_BAD_FORM NO_ITEMS');
    const many = await khorgos.post<Refusal>(roadDeclaration(noticeNumber, { items: 1_000 }));
    expect(many.status).toBe(422);
    expect(details(many.body)).toEqual(['UNSIGNED_OR_BAD_FORM TOO_MANY_ITEMS']);
  });

  it('registers 999 items and tells others of each (R-DEC-041)', async () => {
    const noticeNumber = await khorgos.present();
    const declaration = roadDeclaration(noticeNumber, { items: 999 });
    const took: number[] = [];
    const file = async () => {
      const started = performance.now();
      const answer = await khorgos.post(declaration);
      took.push(Math.round(performance.now() - started));
      return answer;
    };
    await file();
    await file();
    const { status, body } = await file();
    console.info(`999 items filed in ${took.join(', ')} ms`);
    expect(status).toBe(201);
    await eventually(() => {
      const event = place.messages(DeclarationRegisteredSchema).find(({ number }) => number === body.number);
      expect(event?.items).toHaveLength(999);
      expect(event?.customsValue?.tiyn).toBe(999n * 505_000_000n);
    });
  });

  it('refuses unknown fields and wrong types before the law is asked, each with a pointer', async () => {
    const { status, body } = await khorgos.post<Refusal>({
      ...roadDeclaration('55302/110326/A000001', {
        items: [importItem(1, { colour: 'blue', packages: [[]] })],
      }),
      place: null,
    });
    expect(status).toBe(400);
    expect(body.reasons.map(({ code, pointer }) => `${code} ${pointer}`).sort()).toEqual([
      'FIELD_INVALID /items/0/packages/0',
      'FIELD_INVALID /place',
      'FIELD_UNKNOWN /items/0/colour',
    ]);
  });

  it('turns away a feature that is not served, without a ground of the law and without a record', async () => {
    const before = place.messages(DeclarationRegistrationRefusedSchema).length;
    const { status, body } = await khorgos.post<Refusal>(
      roadDeclaration(await khorgos.present(), { changes: { feature: 'PRELIMINARY' } }),
    );
    expect(status).toBe(422);
    expect(body.reasons.map(({ code }) => code)).toEqual(['FEATURE_NOT_SERVED']);
    expect(body.declarationId).toBeUndefined();
    expect(place.messages(DeclarationRegistrationRefusedSchema)).toHaveLength(before);
  });

  describe('a customs representative', () => {
    const registerNumber = 'REP-0001';

    function declared(noticeNumber: string) {
      return roadDeclaration(noticeNumber, {
        changes: {
          representative: {
            name: 'Broker TOO',
            address: 'Almaty',
            country: 'KZ',
            identification: REPRESENTATIVE,
            registerNumber,
            contractNumber: 'C-1',
            contractDate: '2026-01-10',
          },
          filledBy: { name: 'S. Specialist', position: 'specialist', phone: '1', certificateNumber: 'S-1' },
        },
      });
    }

    async function entry(status: string, version: bigint): Promise<void> {
      await place.send(RegisterEntryChangedSchema, {
        registrationNumber: registerNumber,
        register: 'REP',
        status,
        person: {
          name: 'Broker TOO',
          address: 'Almaty',
          country: 'KZ',
          identificationNumber: REPRESENTATIVE,
        },
        statusFrom: '2026-01-01',
        version,
        changedAt: timestampOf(clock.now()),
      });
    }

    it('may not file while the register does not know it (R-DEC-079)', async () => {
      const { status, body } = await khorgos.post<Refusal>(declared(await khorgos.present()), representative);
      expect(status).toBe(422);
      expect(details(body)).toEqual(['UNAUTHORIZED_PERSON REPRESENTATIVE_NOT_IN_REGISTER']);
      expect(body.reasons[0]?.article).toBe('art. 288.4.2');
    });

    it('files while it is included, and no more once it is excluded; an older message changes nothing (R-DEC-079)', async () => {
      const noticeNumber = await khorgos.present();
      await entry('INCLUDED', 1n);
      await eventually(async () => {
        expect((await khorgos.post(declared(noticeNumber), representative)).status).toBe(201);
      });
      await entry('EXCLUDED', 3n);
      await entry('SUSPENDED', 2n);
      const refused = async (): Promise<string[]> =>
        details((await khorgos.post<Refusal>(declared(noticeNumber), representative)).body);
      await eventually(async () => {
        expect(await refused()).toEqual(['UNAUTHORIZED_PERSON REPRESENTATIVE_EXCLUDED']);
      });
    });
  });

  describe('whose declaration it is', () => {
    it('lets nobody file in the name of others', async () => {
      const { status } = await khorgos.post(roadDeclaration(await khorgos.present()), stranger);
      expect(status).toBe(403);
    });

    it("does not take goods of another's notice", async () => {
      const declarant = { name: 'Other TOO', address: 'Astana', identification: '191040012345' };
      const { status, body } = await khorgos.post<Refusal>(
        roadDeclaration(await khorgos.present(), { declarant }),
        stranger,
      );
      expect(status).toBe(422);
      expect(details(body)).toContain('PRIOR_ACTION_MISSING GOODS_NOT_PRESENTED');
    });

    it('shows a declaration to its declarant and to officers of its body; to anybody else it does not exist', async () => {
      const { number } = await khorgos.register();
      const address = `/v1/goods-declarations/${number}`;
      const elsewhere = await place.token({
        subject: 'officer-9',
        roles: ['RELEASE_OFFICER'],
        posts: ['55001'],
      });
      const statuses = await Promise.all(
        [khorgos.declarant, khorgos.officer, stranger, elsewhere, undefined].map(
          async (token) => (await place.get('registration', address, token)).status,
        ),
      );
      expect(statuses).toEqual([200, 200, 404, 404, 401]);
    });

    it('lists own declarations, and those of the own posts, page by page without a repetition', async () => {
      interface Page {
        items: DeclarationView[];
        next: string | null;
      }
      const page = async (token: string, query: string): Promise<Page> =>
        (await place.get<Page>('registration', `/v1/goods-declarations?${query}`, token)).body;
      expect((await page(stranger, 'status=REGISTERED')).items).toEqual([]);
      const all = await page(khorgos.officer, 'status=REGISTERED&limit=200');
      const seen: string[] = [];
      for (let after = ''; ;) {
        const { items, next } = await page(khorgos.officer, `status=REGISTERED&limit=2${after}`);
        seen.push(...items.map((item) => item.number));
        if (next === null) break;
        after = `&after=${next}`;
      }
      expect(seen).toEqual(all.items.map((item) => item.number));
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThan(3);
    });
  });

  it('answers a repeated filing as the first time, and refuses the key for another declaration', async () => {
    const declaration = roadDeclaration(await khorgos.present());
    const first = await khorgos.post(declaration, khorgos.declarant, 'filing-0001');
    const again = await khorgos.post(declaration, khorgos.declarant, 'filing-0001');
    expect(again).toEqual(first);
    const other = await khorgos.post<Refusal>(
      { ...declaration, place: 'Astana' },
      khorgos.declarant,
      'filing-0001',
    );
    expect(other.status).toBe(409);
    expect(other.body.reasons.map(({ code }) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });
});
