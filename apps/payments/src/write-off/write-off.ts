/** Write-off of uncollectible debt (L16; art. 129.2(9), 172): proposed, then written off or rejected by the head. */
import type { CivilDate } from '@shekara/calendar';
import { decide, type Decision, type Money, type Reason, reason, when } from '@shekara/kernel';
import type { CollectionCase } from '../collection/case/collection-case.js';
import { orderRefusals } from '../collection/case/stage-order.js';
import { obligationReasons } from '../obligation/obligation-reasons.js';
import type { PaymentKind } from '../payment-kind.js';
import type { DebtWrittenOff, GroundInOtherLaw } from './debt-written-off.js';
import { writeOffReasons } from './write-off-reasons.js';

export type WriteOffStatus = 'PROPOSED' | 'WRITTEN_OFF' | 'REJECTED';

export interface UncollectibleDebt {
  readonly liability: string;
  readonly kind: PaymentKind;
  readonly principal: Money;
  readonly penaltyInterest: Money;
}

export interface WriteOff {
  readonly status: WriteOffStatus;
  readonly debts: readonly UncollectibleDebt[];
  readonly ground: GroundInOtherLaw;
}

export interface WriteOffProposed {
  readonly type: 'WriteOffProposed';
  readonly debts: readonly UncollectibleDebt[];
  readonly ground: GroundInOtherLaw;
}

/** Proposes a write-off (queue Q-PAY-15). Refuses WRITE_OFF_GROUND_MISSING, and OBLIGATION_ENDED for a debt with nothing left. */
export function proposeWriteOff(
  debts: readonly UncollectibleDebt[],
  ground: GroundInOtherLaw,
): Decision<WriteOffProposed> {
  const unnamed = ground.act.trim() === '' || ground.provision.trim() === '';
  const ended = debts.filter((debt) => !left(debt).isPositive()).map(({ liability }) => liability);
  return decide<WriteOffProposed>(
    [
      when(unnamed, writeOffReasons.WRITE_OFF_GROUND_MISSING, { pointer: '/ground' }),
      when(debts.length === 0 || ended.length > 0, obligationReasons.OBLIGATION_ENDED, {
        pointer: '/debts',
        parameters: { ended: ended.join(', ') },
      }),
    ],
    () => [{ type: 'WriteOffProposed', debts, ground }],
  );
}

export interface HeadsDecision {
  readonly number: string;
  readonly on: CivilDate;
  readonly signature: string;
  readonly by: 'HEAD' | 'ACTING_HEAD' | 'OTHER';
}

export interface WriteOffRejected {
  readonly type: 'WriteOffRejected';
}

export type WriteOffEvent = WriteOffProposed | DebtWrittenOff | WriteOffRejected;

/**
 * Recognizes the debts as uncollectible: each obligation ends with WRITTEN_OFF on the ground named (R-PAY-180). Limitation
 * is no obstacle. Refuses WRITE_OFF_STATE_UNFIT, WRITE_OFF_NOT_AUTHORIZED, and what the order of stages says while a
 * measure is left in the case of the debts: STAGE_NOT_REACHED, COLLECTION_OVER.
 */
export function recognizeUncollectible(
  writeOff: WriteOff,
  decision: HeadsDecision,
  collection: CollectionCase,
): Decision<DebtWrittenOff> {
  return decide<DebtWrittenOff>(
    [unfit(writeOff), unauthorized(decision), ...orderRefusals(collection, 'S6_WRITE_OFF')],
    () =>
      writeOff.debts.map((debt) => ({
        type: 'DebtWrittenOff',
        liability: debt.liability,
        amount: left(debt),
        ground: writeOff.ground,
        on: decision.on,
        ends: 'WRITTEN_OFF',
      })),
  );
}

/** The head rejects the proposal: the debts stay. */
export function rejectWriteOff(writeOff: WriteOff, decision: HeadsDecision): Decision<WriteOffRejected> {
  return decide<WriteOffRejected>([unfit(writeOff), unauthorized(decision)], () => [
    { type: 'WriteOffRejected' },
  ]);
}

/** The write-off after an event; the first is its proposal. @throws RangeError for another first event. */
export function evolveWriteOff(writeOff: WriteOff | undefined, event: WriteOffEvent): WriteOff {
  if (event.type === 'WriteOffProposed')
    return { status: 'PROPOSED', debts: event.debts, ground: event.ground };
  if (!writeOff) throw new RangeError(`a write-off begins with its proposal, not with ${event.type}`);
  return { ...writeOff, status: event.type === 'DebtWrittenOff' ? 'WRITTEN_OFF' : 'REJECTED' };
}

function left({ principal, penaltyInterest }: UncollectibleDebt): Money {
  return principal.plus(penaltyInterest);
}

function unfit({ status }: WriteOff): Reason | undefined {
  return when(status !== 'PROPOSED', writeOffReasons.WRITE_OFF_STATE_UNFIT, { parameters: { status } });
}

function unauthorized({ by, number, signature }: HeadsDecision): Reason | undefined {
  if (by !== 'OTHER' && number.trim() !== '' && signature.trim() !== '') return undefined;
  return reason(writeOffReasons.WRITE_OFF_NOT_AUTHORIZED, { parameters: { by } });
}
