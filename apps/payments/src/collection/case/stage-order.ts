/** The strict order of collection (art. 157.3-5, settled question 4): what stands against an act in a case. */
import type { CivilDate } from '@shekara/calendar';
import { Money, type Reason, reason, when } from '@shekara/kernel';
import { isOver } from '../../obligation/limitation.js';
import { obligationReasons } from '../../obligation/obligation-reasons.js';
import type { CollectionCase } from './collection-case.js';
import {
  COLLECTION_STATES,
  type CollectionMeasure,
  type CollectionState,
  measureOf,
  type OrderedState,
} from './collection-measures.js';
import { settlementKey } from '../documents/collection-order-document.js';
import { collectionReasons as reasons } from './collection-reasons.js';

/** Whether a state of the order is reached. COURT has reached stage 2 and what may follow for physical persons. */
export function isReached(state: CollectionState, needed: OrderedState): boolean {
  if (state === 'CLOSED') return false;
  if (state === 'COURT') return needed === 'S1_NOTICE' || needed === 'S2_OWN_MONEY' || needed === 'EXHAUSTED';
  return COLLECTION_STATES.indexOf(state) >= COLLECTION_STATES.indexOf(needed);
}

/** Everything that stands against a measure on a day; the sum of an act is looked at by `sumRefusals`. */
export function actRefusals(
  one: CollectionCase,
  code: CollectionMeasure,
  on: CivilDate,
): (Reason | undefined)[] {
  return [
    ...orderRefusals(one, code),
    limitationRefusal(one, on),
    when(one.debt.isPositive() && !undisputed(one).isPositive(), reasons.NOTICE_SUSPENDED_BY_APPEAL),
  ];
}

/**
 * What the order of stages says against a measure: COLLECTION_OVER, INDIVIDUAL_COURT_ONLY, else STAGE_NOT_REACHED with the
 * state the case is in and the one it needs (R-PAY-155, R-PAY-158, R-PAY-165).
 */
export function orderRefusals(one: CollectionCase, code: CollectionMeasure): (Reason | undefined)[] {
  const { from, reach } = measureOf(code);
  if (one.state === 'CLOSED') return [reason(reasons.COLLECTION_OVER)];
  if (one.payer === 'INDIVIDUAL' && reach === 'NOT_INDIVIDUALS') {
    return [reason(reasons.INDIVIDUAL_COURT_ONLY, { parameters: { measure: code } })];
  }
  if (from === undefined || isReached(one.state, from)) return [];
  return [
    reason(reasons.STAGE_NOT_REACHED, { parameters: { measure: code, state: one.state, needed: from } }),
  ];
}

/** Nothing is collected after limitation (art. 157.6(1)). */
export function limitationRefusal(one: CollectionCase, on: CivilDate): Reason | undefined {
  return when(isOver(one.limitation, on), obligationReasons.LIMITATION_EXPIRED, {
    parameters: { act: 'COLLECTION', on },
  });
}

/** COLLECTION_STAGE_PAST where a stage is to be closed that the case has left behind. */
export function pastRefusal({ state }: CollectionCase, stage: OrderedState): Reason | undefined {
  const past = state !== stage && isReached(state, stage);
  return when(past, reasons.COLLECTION_STAGE_PAST, { parameters: { state, stage } });
}

/** What is owed and not under appeal. */
export function undisputed(one: CollectionCase): Money {
  return one.debt.minus(one.paused);
}

/**
 * What may still be ordered: the undisputed debt less what banks hold orders for. Several orders for one sum and kind in
 * one bank count once, since they settle once (art. 165.3).
 */
export function notYetOrdered(one: CollectionCase): Money {
  const open = new Map<string, Money>();
  for (const order of one.orders) {
    if (order.status === 'SENT') open.set(settlementKey(order), order.amount);
  }
  return undisputed(one).minus(Money.sum(open.values()));
}

/**
 * What the sum of an act says against it: within `available` nothing; up to the disputed part more it is the appeal that
 * stands against it (R-PAY-155, art. 182.2), above that COLLECTION_ABOVE_DEBT.
 */
export function sumRefusals(one: CollectionCase, amount: Money, available: Money): (Reason | undefined)[] {
  const above = amount.compare(available) > 0;
  const disputed = above && amount.compare(available.plus(one.paused)) <= 0;
  const parameters = { amount: amount.toString(), available: available.toString() };
  return [
    when(disputed && undisputed(one).isPositive(), reasons.NOTICE_SUSPENDED_BY_APPEAL, {
      pointer: '/amount',
      parameters,
    }),
    when(!amount.isPositive() || (above && !disputed), reasons.COLLECTION_ABOVE_DEBT, {
      pointer: '/amount',
      parameters,
    }),
  ];
}
