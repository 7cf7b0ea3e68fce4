/** Write-off of uncollectible debt (L16; art. 129.2(9), 172): proposed, then written off or rejected by the head. */
import type { CivilDate } from '@shekara/calendar';
import {
  art,
  decide,
  type Decision,
  defineReasons,
  type Money,
  type Reason,
  reason,
  when,
} from '@shekara/kernel';
import { collectionReasons } from '../collection/collection-reasons.js';
import { obligationReasons } from '../obligation/obligation-reasons.js';
import type { PaymentKind } from '../payment-kind.js';

export const writeOffReasons = defineReasons({
  WRITE_OFF_NOT_AUTHORIZED: {
    article: { CODE_2010: art(172) },
    text: {
      en: 'The decision is not one of the authorized head, by number and signature.',
      ru: 'Решение не принято уполномоченным руководителем либо не имеет номера или подписи.',
      kk: 'Шешімді уәкілетті басшы қабылдамаған немесе онда нөмір не қол жоқ.',
    },
    cure: {
      en: 'Have the head decide and sign.',
      ru: 'Передайте на решение и подпись руководителю.',
      kk: 'Басшының шешіміне және қол қоюына беріңіз.',
    },
  },
  WRITE_OFF_STATE_UNFIT: {
    article: { CODE_2010: art(172) },
    text: {
      en: 'The write-off is decided already.',
      ru: 'Решение о списании уже принято.',
      kk: 'Есептен шығару туралы шешім қабылданып қойған.',
    },
    cure: {
      en: 'Read the proposal again.',
      ru: 'Откройте предложение заново.',
      kk: 'Ұсынысты қайта ашыңыз.',
    },
  },
});

export type WriteOffStatus = 'PROPOSED' | 'WRITTEN_OFF' | 'REJECTED';

/** Where the ground stands: another act than the Code (art. 172). */
export interface GroundInOtherLaw {
  readonly act: string;
  readonly provision: string;
}

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
      when(unnamed, collectionReasons.WRITE_OFF_GROUND_MISSING, { pointer: '/ground' }),
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

/** One obligation that ends, with the code of list ObligationEnd. */
export interface DebtWrittenOff {
  readonly type: 'DebtWrittenOff';
  readonly liability: string;
  readonly amount: Money;
  readonly ground: GroundInOtherLaw;
  readonly on: CivilDate;
  readonly ends: 'WRITTEN_OFF';
}

export interface WriteOffRejected {
  readonly type: 'WriteOffRejected';
}

export type WriteOffEvent = WriteOffProposed | DebtWrittenOff | WriteOffRejected;

/**
 * Recognizes the debts as uncollectible: each obligation ends with WRITTEN_OFF on the ground named (R-PAY-180). Refuses
 * WRITE_OFF_STATE_UNFIT and WRITE_OFF_NOT_AUTHORIZED.
 */
export function recognizeUncollectible(
  writeOff: WriteOff,
  decision: HeadsDecision,
): Decision<DebtWrittenOff> {
  return decide<DebtWrittenOff>([unfit(writeOff), unauthorized(decision)], () =>
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
