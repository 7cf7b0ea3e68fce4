import type { FilingLaw } from './filing-facts.js';
import { defectsOf, file } from './filing.fixture.js';
import { MANDATORY_HEADER_FIELDS, MANDATORY_ITEM_FIELDS } from './mandatory-fields.js';
import { exampleLaw, facts, item, roadImport } from './worked-cases.fixture.js';

describe('the data of the declaration', () => {
  it.each([
    ...MANDATORY_HEADER_FIELDS.filter((field) => field.requiredWhen?.(roadImport(), roadImport()) ?? true),
  ])('refuses a header without $path (R-DEC-040)', ({ path }) => {
    const found = defectsOf(file(without(roadImport(), path)));
    expect(found).toContain(`MISSING_DATA FIELD_MISSING ${path}`);
  });

  it.each([...MANDATORY_ITEM_FIELDS.filter((field) => field.requiredWhen?.(item(1), roadImport()) ?? true)])(
    'refuses an item without $path (R-DEC-040)',
    ({ path }) => {
      const found = defectsOf(file(roadImport({ items: [item(1), without(item(2), path)] })));
      expect(found).toContain(`MISSING_DATA FIELD_MISSING /items/1${path}`);
    },
  );

  it('demands no field that serves none of the three purposes (R-DEC-036)', () => {
    for (const { path, purpose, article } of [...MANDATORY_HEADER_FIELDS, ...MANDATORY_ITEM_FIELDS]) {
      expect([path, purpose]).toEqual([
        path,
        expect.stringMatching(/^(DUTIES_AND_TAXES|STATISTICS|CUSTOMS_LAW)$/),
      ]);
      expect(article.text).not.toBe('');
    }
  });

  it('does not demand a field that configuration takes out for the procedure, the person and the mode (R-DEC-037)', () => {
    const draft = roadImport({ place: undefined });
    const reduced = (modes: readonly string[]): FilingLaw => ({
      ...exampleLaw,
      reductions: [{ path: '/place', procedures: ['40'], capacities: ['DEAL_PARTY'], modes }],
    });
    expect(file(draft, facts(), reduced(['31'])).accepted).toBe(true);
    expect(defectsOf(file(draft, facts(), reduced(['20'])))).toEqual(['MISSING_DATA FIELD_MISSING /place']);
  });

  it('checks coded values against the classifiers of the day (R-DEC-048)', () => {
    const draft = roadImport({
      modeBorder: '33',
      dispatchCountry: 'XX',
      items: [item(1, { packages: [{ count: 10, kind: '??' }] })],
    });
    expect(defectsOf(file(draft))).toEqual([
      'UNSIGNED_OR_BAD_FORM CODE_NOT_IN_LIST /modeBorder',
      'UNSIGNED_OR_BAD_FORM COUNTRY_UNKNOWN /dispatchCountry',
      'UNSIGNED_OR_BAD_FORM CODE_NOT_IN_LIST /items/0/packages/0/kind',
    ]);
  });

  it('refuses totals that differ from the items (F-13)', () => {
    const draft = roadImport({
      totalCustomsValue: '2400000.01',
      invoiceTotal: '4999.99',
      packagesTotal: 11,
      paymentTotals: [{ kind: 'VAT', amount: '1.00' }],
    });
    expect(defectsOf(file(draft))).toEqual([
      'UNSIGNED_OR_BAD_FORM CUSTOMS_VALUE_TOTAL_DIFFERS /totalCustomsValue',
      'UNSIGNED_OR_BAD_FORM INVOICE_TOTAL_DIFFERS /invoiceTotal',
      'UNSIGNED_OR_BAD_FORM PACKAGES_TOTAL_DIFFERS /packagesTotal',
      'UNSIGNED_OR_BAD_FORM PAYMENT_TOTAL_DIFFERS /paymentTotals',
    ]);
  });

  it('lets box 22 differ where delivery costs are shown apart (F-13)', () => {
    expect(file(roadImport({ invoiceTotal: '5300.00', deliveryCostsShownApart: true })).accepted).toBe(true);
  });

  it('refuses net above gross, negative and overlong numbers (F-13)', () => {
    const items = [
      item(1, { netKg: '120.501' }),
      item(2, { customsValue: '-1.00' }),
      item(3, { grossKg: '120.5001' }),
    ];
    expect(defectsOf(file(roadImport({ items })))).toEqual([
      'UNSIGNED_OR_BAD_FORM NET_ABOVE_GROSS /items/0/netKg',
      'UNSIGNED_OR_BAD_FORM NUMBER_MALFORMED /items/1/customsValue',
      'UNSIGNED_OR_BAD_FORM NUMBER_MALFORMED /items/2/grossKg',
    ]);
  });

  it('refuses codes that are short or that the tariff of the day does not hold', () => {
    const items = [item(1, { commodityCode: '84713' }), item(2, { commodityCode: '9999999999' })];
    expect(defectsOf(file(roadImport({ items })))).toEqual([
      'UNSIGNED_OR_BAD_FORM COMMODITY_CODE_MALFORMED /items/0/commodityCode',
      'UNSIGNED_OR_BAD_FORM COMMODITY_CODE_UNKNOWN /items/1/commodityCode',
    ]);
  });

  it('asks for the quantity in the unit that the code needs', () => {
    const soySauce = { commodityCode: '2202910000' };
    const items = [
      item(1, soySauce),
      item(2, { ...soySauce, supplementaryQuantity: '100', supplementaryUnit: 'PCE' }),
      item(3, { ...soySauce, supplementaryQuantity: '100', supplementaryUnit: 'LTR' }),
    ];
    expect(defectsOf(file(roadImport({ items })))).toEqual([
      'MISSING_DATA SUPPLEMENTARY_QUANTITY_MISSING /items/0/supplementaryQuantity',
      'UNSIGNED_OR_BAD_FORM SUPPLEMENTARY_UNIT_DIFFERS /items/1/supplementaryUnit',
    ]);
  });

  it('refuses a currency without a rate and a stated rate that is not that of the day', () => {
    expect(defectsOf(file(roadImport({ invoiceCurrency: 'XXX' })))).toEqual([
      'UNSIGNED_OR_BAD_FORM CURRENCY_RATE_UNKNOWN /invoiceCurrency',
    ]);
    expect(defectsOf(file(roadImport({ exchangeRate: '1.00', rateDate: '2024-10-13' })))).toEqual([
      'UNSIGNED_OR_BAD_FORM EXCHANGE_RATE_DIFFERS /exchangeRate',
      'UNSIGNED_OR_BAD_FORM EXCHANGE_RATE_DIFFERS /rateDate',
    ]);
  });

  it('refuses an item under another procedure than the declaration, or after one that does not exist', () => {
    const items = [
      item(1, { procedure: '7000000' }),
      item(2, { procedure: '4099000', previousDocument: 'x' }),
    ];
    expect(defectsOf(file(roadImport({ items })))).toEqual([
      'UNSIGNED_OR_BAD_FORM PROCEDURE_DIFFERS /items/0/procedure',
      'UNSIGNED_OR_BAD_FORM PROCEDURE_UNKNOWN /items/1/procedure',
    ]);
  });
});

/** A copy that lacks the one field, parents kept. */
function without<Subject extends object>(subject: Subject, path: string): Subject {
  const [key = '', ...rest] = path.slice(1).split('/');
  const inner: unknown = Reflect.get(subject, key);
  const left =
    rest.length > 0 && typeof inner === 'object' && inner !== null
      ? without(inner, `/${rest.join('/')}`)
      : undefined;
  return { ...subject, [key]: left };
}
