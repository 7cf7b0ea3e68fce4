import { Exact } from '@shekara/kernel';
import fc from 'fast-check';
import {
  balanceOf,
  exceeds,
  MOVEMENT_KINDS,
  type MovementKind,
  NOTHING,
  plus,
  postMovement,
  type Quantity,
  type StockMovement,
} from './stock-ledger.js';

const AT = new Date('2026-03-11T06:00:00Z');
const basis = { kind: 'STORAGE_DOCUMENTS', number: '55302/110326/S000001' };

function quantity(packages: number, kg: number | string = packages * 10): Quantity {
  return { packages, grossWeightKg: new Exact(kg) };
}

let serial = 0;
function movement(kind: MovementKind, of: Quantity, changes: Partial<StockMovement> = {}): StockMovement {
  serial += 1;
  return {
    id: `m-${serial}`,
    line: 1,
    kind,
    quantity: of,
    at: AT,
    recordedBy: 'keeper-1',
    basis,
    ...changes,
  };
}

function codes(
  ledger: readonly StockMovement[],
  posted: StockMovement,
  released?: ReadonlyMap<number, Quantity>,
): string[] {
  const decision = postMovement(ledger, posted, released);
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

const receipt = movement('RECEIPT', quantity(100));

describe('the stock ledger (art. 44.3, F-TST-3)', () => {
  it('refuses to issue 60 packages when 50 are released (worked case 17, R-TST-091)', () => {
    const released = new Map([[1, quantity(50)]]);
    expect(codes([receipt], movement('ISSUE_RELEASED', quantity(60)), released)).toEqual([
      'EXCESS_OVER_RELEASE',
    ]);
    expect(codes([receipt], movement('ISSUE_RELEASED', quantity(50)), released)).toEqual([]);
  });

  it('counts earlier issues against the release, and a line that is not released not at all (R-TST-091)', () => {
    const released = new Map([[1, quantity(50)]]);
    const other = movement('RECEIPT', quantity(100), { line: 2 });
    const ledger = [receipt, other, movement('ISSUE_RELEASED', quantity(30))];
    expect(codes(ledger, movement('ISSUE_RELEASED', quantity(21)), released)).toEqual([
      'EXCESS_OVER_RELEASE',
    ]);
    expect(codes(ledger, movement('ISSUE_RELEASED', quantity(20)), released)).toEqual([]);
    expect(codes(ledger, movement('ISSUE_RELEASED', quantity(1), { line: 2 }), released)).toEqual([
      'EXCESS_OVER_RELEASE',
    ]);
  });

  it('refuses to issue without a release at all (worked case 17, R-TST-079, R-TST-090)', () => {
    expect(codes([receipt], movement('ISSUE_RELEASED', quantity(1), { basis: undefined }))).toEqual([
      'NO_BASIS',
      'EXCESS_OVER_RELEASE',
    ]);
  });

  it.each(Object.entries(MOVEMENT_KINDS).filter(([, rule]) => rule.direction === -1))(
    'refuses %s without its basis (R-TST-079, R-TST-090)',
    (kind) => {
      const released = new Map([[1, quantity(100)]]);
      const bare = movement(kind as MovementKind, quantity(1), { basis: undefined });
      expect(codes([receipt], bare, released)).toEqual(['NO_BASIS']);
      expect(codes([receipt], { ...bare, basis: { kind: 'DECISION', number: '' } }, released)).toEqual([
        'NO_BASIS',
      ]);
      expect(codes([receipt], { ...bare, basis }, released)).toEqual([]);
    },
  );

  it('needs no basis to look, measure, move inside or care (R-TST-073)', () => {
    for (const kind of ['INTERNAL_MOVE', 'INSPECT_MEASURE', 'CARE'] as const) {
      expect(codes([receipt], movement(kind, quantity(5), { basis: undefined }))).toEqual([]);
    }
  });

  it('refuses a balance below zero, in packages or in weight (R-TST-089)', () => {
    expect(codes([receipt], movement('TRANSFER_OUT', quantity(101, 1)))).toEqual(['BALANCE_BELOW_ZERO']);
    expect(codes([receipt], movement('TRANSFER_OUT', quantity(1, '1000.001')))).toEqual([
      'BALANCE_BELOW_ZERO',
    ]);
    expect(codes([receipt], movement('TRANSFER_OUT', quantity(100, 1000)))).toEqual([]);
    expect(codes([], movement('SAMPLE_OUT', quantity(1)))).toEqual(['BALANCE_BELOW_ZERO']);
  });

  it('gives a repeated movement no second effect (R-TST-096)', () => {
    expect(postMovement([receipt], receipt)).toEqual({ accepted: true, events: [] });
  });

  it('cures an error by a correction of one line, whole and once, with reason and second person (R-TST-088)', () => {
    const correction = movement('CORRECTION', receipt.quantity, {
      reverses: receipt.id,
      reason: 'typed twice',
      secondPerson: 'keeper-2',
    });
    expect(codes([receipt], correction)).toEqual([]);
    expect(balanceOf([receipt, correction], 1)).toEqual(NOTHING);
    expect(codes([receipt], { ...correction, secondPerson: 'keeper-1' })).toEqual([
      'CORRECTION_NEEDS_SECOND_PERSON',
    ]);
    expect(codes([receipt], { ...correction, reason: undefined })).toEqual([
      'CORRECTION_NEEDS_SECOND_PERSON',
    ]);
    expect(codes([receipt], { ...correction, quantity: quantity(99) })).toEqual([
      'CORRECTION_REVERSES_NOTHING',
    ]);
    expect(codes([receipt], { ...correction, reverses: 'unknown' })).toEqual(['CORRECTION_REVERSES_NOTHING']);
    const again = { ...correction, id: 'again' };
    expect(codes([receipt, correction], again)).toContain('CORRECTION_REVERSES_NOTHING');
  });

  it('gives a corrected issue back to the release (R-TST-091)', () => {
    const released = new Map([[1, quantity(50)]]);
    const issue = movement('ISSUE_RELEASED', quantity(50));
    const correction = movement('CORRECTION', issue.quantity, {
      reverses: issue.id,
      reason: 'wrong truck',
      secondPerson: 'keeper-2',
    });
    const ledger = [receipt, issue, correction];
    expect(balanceOf(ledger, 1)).toEqual(quantity(100));
    expect(codes(ledger, movement('ISSUE_RELEASED', quantity(50)), released)).toEqual([]);
  });

  it('tells the balance at a past instant', () => {
    const later = new Date('2026-03-12T06:00:00Z');
    const ledger = [receipt, movement('TRANSFER_OUT', quantity(40), { at: later })];
    expect(balanceOf(ledger, 1, AT).packages).toBe(100);
    expect(balanceOf(ledger, 1, later).packages).toBe(60);
  });
});

describe('whatever is posted', () => {
  const kinds = Object.keys(MOVEMENT_KINDS) as MovementKind[];
  const anyMovement = fc.record({
    id: fc.integer({ min: 0, max: 40 }).map((n) => `id-${n}`),
    line: fc.integer({ min: 1, max: 2 }),
    kind: fc.oneof(
      fc.constantFrom(...kinds),
      fc.constantFrom<MovementKind>('RECEIPT', 'ISSUE_RELEASED', 'CORRECTION'),
    ),
    quantity: fc.record({
      packages: fc.integer({ min: -2, max: 20 }),
      grossWeightKg: fc
        .integer({ min: -2_000, max: 20_000 })
        .map((grams) => new Exact(grams).dividedBy(1000)),
    }),
    at: fc.constant(AT),
    recordedBy: fc.constant('keeper-1'),
    basis: fc.option(fc.constant(basis), { nil: undefined, freq: 5 }),
    reverses: fc.integer({ min: 0, max: 40 }).map((n) => `id-${n}`),
    reason: fc.constant('error'),
    secondPerson: fc.constant('keeper-2'),
  });
  const released = new Map([[1, quantity(15, 15)]]);

  it('no balance is ever below zero, at any step, and no more is issued than released (R-TST-089, R-TST-091)', () => {
    let posted = 0;
    fc.assert(
      fc.property(fc.array(anyMovement, { maxLength: 60 }), (attempts) => {
        const ledger: StockMovement[] = [];
        for (const attempt of attempts) {
          const decision = postMovement(ledger, attempt, released);
          if (decision.accepted) ledger.push(...decision.events);
          for (const line of [1, 2]) {
            expect(exceeds(NOTHING, balanceOf(ledger, line))).toBe(false);
          }
        }
        posted += ledger.length;
        const issues = ledger.filter(({ kind }) => kind === 'ISSUE_RELEASED');
        const reversed = new Set(
          ledger.filter(({ kind }) => kind === 'CORRECTION').map(({ reverses }) => reverses),
        );
        const standing = issues.filter(({ id }) => !reversed.has(id)).map(({ quantity: of }) => of);
        expect(
          exceeds(
            standing.reduce((sum, of) => plus(sum, of), NOTHING),
            quantity(15, 15),
          ),
        ).toBe(false);
        expect(new Set(ledger.map(({ id }) => id)).size).toBe(ledger.length);
      }),
      { numRuns: 300 },
    );
    expect(posted).toBeGreaterThan(300);
  });
});
