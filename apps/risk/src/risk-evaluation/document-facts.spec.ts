import { Exact } from '@shekara/kernel';
import { compileExpression } from '../risk-profile/profile-expression.js';
import { arrivalView, declarationView, type RegisteredDeclaration } from './document-facts.js';

const PERSON = { category: 'MEDIUM', earlierDeclarations: 3n, offencesLastYear: 0n };

const DECLARATION: RegisteredDeclaration = {
  direction: 'IM',
  procedure: '40',
  declarant: { identificationNumber: '980540000397' },
  representative: '',
  dispatchCountry: 'DE',
  invoiceCurrency: 'USD',
  invoiceTotal: '10000.00',
  customsValue: { tiyn: 520_000_001n },
  documents: [{ kind: 'INVOICE' }],
  items: [
    {
      number: 1,
      commodityCode: '8483409000',
      description: 'gear boxes',
      originCountry: 'DE',
      grossWeightKg: '520.5',
      netWeightKg: '500',
      supplementaryQuantity: '',
      itemPrice: '10000.00',
      customsValue: { tiyn: 520_000_001n },
      preference: '',
      packageCount: 20,
    },
  ],
};

describe('a registered declaration as facts', () => {
  const view = declarationView(DECLARATION, PERSON);

  it('turns tiyn into exact tenge and texts into exact weights', () => {
    expect(view.header.totalCustomsValue).toEqual(new Exact('5200000.01'));
    expect(view.items[0]?.customsValue).toEqual(new Exact('5200000.01'));
    expect(view.items[0]?.grossKg).toEqual(new Exact('520.5'));
  });

  it('says the direction in the words of the expressions, and counts packages and items', () => {
    expect(view.header).toMatchObject({ direction: 'IMPORT', packages: 20n, itemCount: 1n });
    expect(declarationView({ ...DECLARATION, direction: 'EX' }, PERSON).header.direction).toBe('EXPORT');
  });

  it('leaves out what the document leaves empty, so that an expression can ask first', () => {
    expect('quantity' in (view.items[0] ?? {})).toBe(false);
    expect('representative' in view.header).toBe(false);
    const asks = compileExpression('has(item.quantity) && item.quantity > 0', 'DECLARATION', 'ITEM');
    expect(asks.compiled && asks.expression.evaluate(view, view.items[0])).toEqual({ kind: 'NO_HIT' });
  });

  it('takes a preference as claimed when box 36 names one', () => {
    const items = DECLARATION.items.map((item) => ({ ...item, preference: 'OOOO' }));
    expect(view.items[0]?.preferenceClaimed).toBe(false);
    expect(declarationView({ ...DECLARATION, items }, PERSON).items[0]?.preferenceClaimed).toBe(true);
  });
});

describe('an accepted arrival notice as facts', () => {
  const goods = {
    line: 1,
    commodityCode: '2402',
    name: 'cigarettes',
    packageCount: 4,
    grossWeightKg: '60.5',
  };
  const notice = {
    customsBody: '55302',
    mode: 'ROAD',
    originCountry: 'DE',
    carrier: { identificationNumber: '050640001236' },
    goods: [goods, { ...goods, line: 2, grossWeightKg: '0.1' }],
  };

  it('adds weights exactly', () => {
    expect(arrivalView(notice, PERSON).header).toMatchObject({ grossKg: new Exact('60.6'), packages: 8n });
  });

  it('knows no total weight when one line is measured by volume', () => {
    const byVolume = { ...notice, goods: [goods, { ...goods, line: 2, grossWeightKg: '' }] };
    expect('grossKg' in arrivalView(byVolume, PERSON).header).toBe(false);
  });
});
