/** Which part of a notice a case collects, what it owes by kind, and from whom (art. 157.5, 161.1, 182.2). */
import type { CivilDate } from '@shekara/calendar';
import { type Decision, decide, Money, parseBin, when } from '@shekara/kernel';
import type { DebtOfKind } from '../../debt-notice/notice-content.js';
import { lessSettled, settledBy, type SettledPart, totalOf } from './case-debts.js';
import type { CollectionState, PayerStatus } from './collection-measures.js';
import { collectionReasons as reasons } from './collection-reasons.js';

/** WHOLE: all that the notice demands. UNDISPUTED: what an appeal left. DISPUTED: what defaulted after the appeal. */
export const NOTICE_PARTS = ['WHOLE', 'UNDISPUTED', 'DISPUTED'] as const;
export type NoticePart = (typeof NOTICE_PARTS)[number];

export interface PartToCollect {
  readonly part: NoticePart;
  readonly debts: readonly DebtOfKind[];
}

/**
 * The part of a notice that defaulted now. `defaulted` is what is in default in all; earlier cases collect `collectedApart`
 * of it. An appeal names a sum and no kinds: what defaults first takes the notice's debts in the order of crediting.
 * Undefined when nothing new is in default.
 */
export function partToCollect(
  demanded: readonly DebtOfKind[],
  defaulted: Money,
  collectedApart: readonly DebtOfKind[],
): PartToCollect | undefined {
  const apart: SettledPart[] = collectedApart.flatMap(({ kind, principal, penaltyInterest }) => [
    { kind, part: 'PRINCIPAL', amount: principal },
    { kind, part: 'PENALTY_INTEREST', amount: penaltyInterest },
  ]);
  const left = lessSettled(demanded, apart);
  const amount = defaulted.min(totalOf(demanded)).minus(totalOf(collectedApart));
  if (!amount.isPositive()) return undefined;
  const settled = settledBy(left, amount);
  const outside = lessSettled(left, settled);
  const debts = left
    .map(({ kind, principal, penaltyInterest }, index) => ({
      kind,
      principal: principal.minus(outside[index]?.principal ?? Money.ZERO),
      penaltyInterest: penaltyInterest.minus(outside[index]?.penaltyInterest ?? Money.ZERO),
    }))
    .filter(({ principal, penaltyInterest }) => principal.plus(penaltyInterest).isPositive());
  if (totalOf(collectedApart).isPositive()) return { part: 'DISPUTED', debts };
  return { part: amount.compare(totalOf(demanded)) < 0 ? 'UNDISPUTED' : 'WHOLE', debts };
}

/** A BIN is a legal entity's. A person with an IIN is an individual until its registration as entrepreneur is proved. */
export function statusOf(payer: string): PayerStatus {
  return parseBin(payer) ? 'LEGAL_ENTITY' : 'INDIVIDUAL';
}

export interface EntrepreneurProved {
  readonly type: 'EntrepreneurProved';
  readonly evidence: string;
  readonly on: CivilDate;
}

/**
 * The payer with an IIN is an entrepreneur, by the number of its registration: stages 3 and 4 are open (art. 157.5, 162.1).
 * Refuses COLLECTION_STAGE_PAST once stage 2 is closed, PAYER_STATUS_UNFIT for another payer or without evidence.
 */
export function proveEntrepreneur(
  one: { readonly payer: PayerStatus; readonly state: CollectionState },
  evidence: string,
  on: CivilDate,
): Decision<EntrepreneurProved> {
  const early = one.state === 'S1_NOTICE' || one.state === 'S2_OWN_MONEY';
  return decide(
    [
      when(one.payer !== 'INDIVIDUAL', reasons.PAYER_STATUS_UNFIT, { pointer: '/status' }),
      when(evidence.trim() === '', reasons.PAYER_STATUS_UNFIT, { pointer: '/evidence' }),
      when(!early, reasons.COLLECTION_STAGE_PAST, {
        parameters: { state: one.state, stage: 'S2_OWN_MONEY' },
      }),
    ],
    () => [{ type: 'EntrepreneurProved', evidence, on }],
  );
}
