import type { DeclarationDraft } from './declaration-draft.js';
import type { FilingFacts } from './filing-facts.js';
import { defectsOf, file } from './filing.fixture.js';
import { DECLARANT_BIN, facts, item, REPRESENTATIVE_BIN, roadImport } from './worked-cases.fixture.js';

describe('the person who files', () => {
  const represented = roadImport({
    representative: {
      name: 'Broker',
      identification: REPRESENTATIVE_BIN,
      registerNumber: 'KZ-0001',
      contractNumber: '1',
      contractDate: '2024-01-01',
    },
    filledBy: { name: 'S. Specialist', position: 'specialist', phone: '+7', certificateNumber: 'C-1' },
  });
  const entry = { registerNumber: 'KZ-0001', identification: REPRESENTATIVE_BIN, status: 'ACTIVE' } as const;
  const by = (representative: FilingFacts['representative']) =>
    facts({ filerIdentification: REPRESENTATIVE_BIN, representative });

  it('may be a representative who is active in the register, with a contract (R-DEC-032, R-DEC-079)', () => {
    expect(file(represented, by(entry)).accepted).toBe(true);
  });

  it('refuses a representative excluded from the register, suspended, unknown or another person (R-DEC-079)', () => {
    const details = [
      undefined,
      { ...entry, status: 'EXCLUDED' },
      { ...entry, status: 'SUSPENDED' },
      { ...entry, identification: DECLARANT_BIN },
    ] as const;
    expect(details.map((known) => defectsOf(file(represented, by(known)))[0])).toEqual([
      'UNAUTHORIZED_PERSON REPRESENTATIVE_NOT_IN_REGISTER /representative/registerNumber',
      'UNAUTHORIZED_PERSON REPRESENTATIVE_EXCLUDED /representative/registerNumber',
      'UNAUTHORIZED_PERSON REPRESENTATIVE_SUSPENDED /representative/registerNumber',
      'UNAUTHORIZED_PERSON REPRESENTATIVE_DIFFERS /representative/registerNumber',
    ]);
  });

  it('refuses a representative without a contract on file (R-DEC-079)', () => {
    const draft = { ...represented, representative: { ...represented.representative, contractNumber: '' } };
    expect(defectsOf(file(draft, by(entry)))).toEqual([
      'MISSING_DATA FIELD_MISSING /representative/contractNumber',
    ]);
  });

  it('refuses a specialist whose certificate has run out or who left the representative (R-DEC-275)', () => {
    const specialist = { certificateNumber: 'C-1', validTo: '2024-10-14', employed: true };
    const with1 = (fields: Partial<typeof specialist>) =>
      by({ ...entry, specialists: [{ ...specialist, ...fields }] });
    const refused = ['UNAUTHORIZED_PERSON SPECIALIST_NOT_VALID /filledBy/certificateNumber'];
    expect(file(represented, with1({})).accepted).toBe(true);
    expect(defectsOf(file(represented, with1({ validTo: '2024-10-13' })))).toEqual(refused);
    expect(defectsOf(file(represented, with1({ employed: false })))).toEqual(refused);
    expect(defectsOf(file(represented, by({ ...entry, specialists: [] })))).toEqual(refused);
  });

  it('refuses a stranger (R-DEC-032)', () => {
    expect(defectsOf(file(roadImport(), facts({ filerIdentification: REPRESENTATIVE_BIN })))).toEqual([
      'UNAUTHORIZED_PERSON FILER_NOT_ON_DECLARATION /declarant/identification',
    ]);
  });

  it('refuses a BIN with a wrong check digit', () => {
    const wrong = `${DECLARANT_BIN.slice(0, 11)}${(Number(DECLARANT_BIN[11]) + 1) % 10}`;
    const draft = roadImport({ declarant: { ...roadImport().declarant, identification: wrong } });
    expect(defectsOf(file(draft, facts({ filerIdentification: wrong })))).toEqual([
      'UNAUTHORIZED_PERSON DECLARANT_NUMBER_INVALID /declarant/identification',
    ]);
  });

  const inCapacity = (fields: DeclarationDraft['declarant'], draft: Partial<DeclarationDraft> = {}) =>
    defectsOf(file(roadImport({ ...draft, declarant: { ...roadImport().declarant, ...fields } })));

  it('refuses carrier and forwarder outside transit (R-DEC-078, R-DEC-076)', () => {
    for (const capacity of ['CARRIER', 'FORWARDER_UNION'] as const) {
      expect(inCapacity({ capacity })).toContain(
        'UNAUTHORIZED_PERSON CAPACITY_NOT_ALLOWED /declarant/capacity',
      );
    }
  });

  it('lets a foreign representative office import only for its own use (R-DEC-077)', () => {
    const capacity = 'FOREIGN_REPRESENTATIVE_OFFICE';
    expect(inCapacity({ capacity })).toEqual([
      'UNAUTHORIZED_PERSON CAPACITY_NOT_ALLOWED /declarant/capacity',
    ]);
    expect(inCapacity({ capacity, forOwnUse: true })).toEqual([]);
    const warehouse = { procedureCode: '70', warehouse: 'W', items: [item(1, { procedure: '7000000' })] };
    expect(inCapacity({ capacity, forOwnUse: true }, warehouse)).toEqual([
      'UNAUTHORIZED_PERSON CAPACITY_NOT_ALLOWED /declarant/capacity',
    ]);
  });

  it('refuses a party to the deal that is not of a member state (R-DEC-076)', () => {
    expect(inCapacity({ country: 'CN' })).toEqual([
      'UNAUTHORIZED_PERSON DECLARANT_NOT_OF_MEMBER_STATE /declarant/country',
    ]);
  });
});
