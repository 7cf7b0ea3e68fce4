import { getMetadataStorage } from 'class-validator';
import {
  DeclarantDto,
  DeliveryTermsDto,
  DocumentReferenceDto,
  FilledByDto,
  GoodsLocationDto,
  PartyDto,
  PaymentLineDto,
  RepresentativeDto,
  TransportDto,
} from '../goods-declaration/declaration-parts.dto.js';
import { itemsSchema, type JsonSchema } from '../goods-declaration/item-shape.js';
import { GoodsDeclarationDto } from '../goods-declaration/goods-declaration.dto.js';
import { roadImport } from '../goods-declaration/worked-cases.fixture.js';
import { changedFields, withChanges } from './field-changes.js';
import { effectsOf, FIELD_EFFECTS, onlyFollows, patternOf, touches } from './field-effects.js';

describe('changes of a declaration', () => {
  const before = roadImport();

  it.each<readonly [string, unknown, unknown]>([
    ['/transportArrival/number', '777AAA02', '123ABC02'],
    ['/warehouse', 'W-1', undefined],
    ['/items/0/packages/0/count', 11, 10],
  ])('sets %s to %j', (field, newValue, oldValue) => {
    const { draft, unreachable } = withChanges(before, [{ field, newValue }]);
    expect(unreachable).toEqual([]);
    expect(changedFields(before, draft)).toEqual([{ field, oldValue, newValue }]);
  });

  it('takes a field out, adds to a list, and leaves what was given as it was', () => {
    const seen = structuredClone(before);
    const { draft } = withChanges(before, [
      { field: '/place' },
      { field: '/documents/-', newValue: { kind: 'LICENCE', number: 'L-1' } },
    ]);
    expect(changedFields(before, draft)).toEqual([
      { field: '/place', oldValue: 'Almaty', newValue: undefined },
      { field: '/documents/5/kind', oldValue: undefined, newValue: 'LICENCE' },
      { field: '/documents/5/number', oldValue: undefined, newValue: 'L-1' },
    ]);
    expect(before).toEqual(seen);
  });

  it('tells only the fields that differ when a whole part is given anew', () => {
    const part = { ...before.transportArrival, number: '777AAA02' };
    const { draft } = withChanges(before, [{ field: '/transportArrival', newValue: part }]);
    expect(changedFields(before, draft).map(({ field }) => field)).toEqual(['/transportArrival/number']);
  });

  it.each(['transportArrival', '', '/', '/nowhere/number', '/items/7/netKg', '/__proto__/polluted'])(
    'leads nowhere by %j',
    (field) => {
      const { unreachable } = withChanges(before, [{ field, newValue: '1' }]);
      expect(unreachable).toEqual([0]);
    },
  );
});

describe('the table of fields', () => {
  it('knows every field that a goods item may have, and no other', () => {
    const fields = leavesOf(itemsSchema, '/items').filter((field) => field !== '/items');
    expect(fields.length).toBeGreaterThan(30);
    expect(fields.filter((field) => effectsOf(field) === undefined)).toEqual([]);
    const known = Object.keys(FIELD_EFFECTS).filter((field) => field.startsWith('/items/'));
    expect(known.filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('knows every field of the header, with its parts', () => {
    const notOfTheDeclaration = ['signature', 'arrivalNoticeNumber', 'items'];
    const header = namesOf(GoodsDeclarationDto).filter((name) => !notOfTheDeclaration.includes(name));
    expect(header.length).toBeGreaterThan(30);
    const fields = header.flatMap((name) => {
      const part = PARTS[name];
      return part
        ? namesOf(part.of).map((field) => `/${name}${part.list ? '/*' : ''}/${field}`)
        : [`/${name}`];
    });
    expect(
      fields.filter((field) => effectsOf(field.replace(/itemNumbers$/, 'itemNumbers/*')) === undefined),
    ).toEqual([]);
  });

  it('takes a field that no declaration has for one that touches everything', () => {
    expect(effectsOf('/surprise')).toBeUndefined();
    expect(touches({ field: '/surprise' }, 'DUTY')).toBe(true);
    expect(touches({ field: '/surprise' }, 'FIXED')).toBe(true);
  });

  it('names the position in a list by a star, and knows what only follows', () => {
    expect(patternOf('/items/12/packages/3/count')).toBe('/items/*/packages/*/count');
    expect(onlyFollows({ field: '/totalCustomsValue' })).toBe(true);
    expect(onlyFollows({ field: '/items/0/payments/1/amount' })).toBe(true);
    expect(onlyFollows({ field: '/transportArrival/number' })).toBe(false);
  });
});

const PARTS: Readonly<Record<string, { readonly of: new () => object; readonly list?: true }>> = {
  sender: { of: PartyDto },
  consignee: { of: PartyDto },
  financialParty: { of: PartyDto },
  declarant: { of: DeclarantDto },
  representative: { of: RepresentativeDto },
  transportArrival: { of: TransportDto },
  transportBorder: { of: TransportDto },
  deliveryTerms: { of: DeliveryTermsDto },
  goodsLocation: { of: GoodsLocationDto },
  filledBy: { of: FilledByDto },
  documents: { of: DocumentReferenceDto, list: true },
  paymentTotals: { of: PaymentLineDto, list: true },
};

/** The fields that a class of a request lets in. */
function namesOf(dto: new () => object): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}

function leavesOf(schema: JsonSchema, at: string): readonly string[] {
  if (schema.items) return leavesOf(schema.items, `${at}/*`);
  if (!schema.properties) return [at];
  return Object.entries(schema.properties).flatMap(([field, part]) => leavesOf(part, `${at}/${field}`));
}
