import { type Decision, Money } from '@shekara/kernel';
import { openCase } from '../collection/case/collection-case.js';
import { isObligationEnd } from '../obligation/obligation-end.js';
import {
  evolveWriteOff,
  proposeWriteOff,
  recognizeUncollectible,
  rejectWriteOff,
  type UncollectibleDebt,
  type WriteOff,
  type WriteOffEvent,
} from './write-off.js';

const debts: readonly UncollectibleDebt[] = [
  {
    liability: 'L-1',
    kind: 'IMPORT_DUTY',
    principal: Money.ofTenge('900000'),
    penaltyInterest: Money.ofTenge('61000'),
  },
  { liability: 'L-2', kind: 'IMPORT_VAT', principal: Money.ZERO, penaltyInterest: Money.ofTenge('5') },
];
const ground = { act: 'Another act', provision: 'art. 1' };
const exhausted = { ...openCase('LEGAL_ENTITY', { lastDay: '2030-09-02' }), state: 'EXHAUSTED' } as const;
const decision = { number: '14', on: '2025-11-03', signature: 'S-1', by: 'HEAD' } as const;

function codesOf(outcome: Decision<unknown>): string[] {
  return outcome.accepted ? [] : outcome.reasons.map(({ code }) => code);
}

function after(state: WriteOff | undefined, outcome: Decision<WriteOffEvent>): WriteOff {
  if (!outcome.accepted) throw new Error(codesOf(outcome).join(', '));
  let current = state;
  for (const event of outcome.events) current = evolveWriteOff(current, event);
  if (!current) throw new Error('no event');
  return current;
}

const proposed = after(undefined, proposeWriteOff(debts, ground));

describe('write-off of uncollectible debt (art. 129.2(9), 172)', () => {
  it('names its ground in other legislation and ends each obligation (R-PAY-180)', () => {
    const outcome = recognizeUncollectible(proposed, decision, exhausted);
    expect(outcome).toMatchObject({
      events: [
        { liability: 'L-1', amount: Money.ofTenge('961000'), ground, ends: 'WRITTEN_OFF' },
        { liability: 'L-2', amount: Money.ofTenge('5'), ground, ends: 'WRITTEN_OFF' },
      ],
    });
    expect(isObligationEnd('WRITTEN_OFF')).toBe(true);
    expect(after(proposed, outcome).status).toBe('WRITTEN_OFF');
  });

  it.each([
    ['the act', { ...ground, act: ' ' }],
    ['the provision', { ...ground, provision: '' }],
  ])('is not proposed without %s (R-PAY-180)', (_, unnamed) => {
    expect(codesOf(proposeWriteOff(debts, unnamed))).toEqual(['WRITE_OFF_GROUND_MISSING']);
  });

  it('is not proposed for nothing, nor for a debt that has ended', () => {
    expect(codesOf(proposeWriteOff([], ground))).toEqual(['OBLIGATION_ENDED']);
    const settled = debts.map((debt) => ({ ...debt, principal: Money.ZERO, penaltyInterest: Money.ZERO }));
    expect(codesOf(proposeWriteOff(settled, ground))).toEqual(['OBLIGATION_ENDED']);
  });

  it('is decided by the head, in a numbered and signed decision', () => {
    for (const unauthorized of [
      { ...decision, by: 'OTHER' as const },
      { ...decision, number: '' },
      { ...decision, signature: ' ' },
    ]) {
      expect(codesOf(recognizeUncollectible(proposed, unauthorized, exhausted))).toEqual([
        'WRITE_OFF_NOT_AUTHORIZED',
      ]);
    }
  });

  it('is rejected once, and then cannot be carried out', () => {
    const rejected = after(proposed, rejectWriteOff(proposed, decision));
    expect(rejected.status).toBe('REJECTED');
    expect(codesOf(recognizeUncollectible(rejected, decision, exhausted))).toEqual(['WRITE_OFF_STATE_UNFIT']);
  });
});
