/** Penalty interest of a case: outside the order of stages, it runs beside every one (art. 157.4, 158.2; R-PAY-127). */
import { type Decision, decide, type Money, when } from '@shekara/kernel';
import type { CollectionCase, CollectionEvent } from './collection-case.js';
import { collectionReasons as reasons } from './collection-reasons.js';

/** Adds interest that accrued since the case's debt was last stated; no stage and no appeal stands against it. */
export function addPenaltyInterest(one: CollectionCase, accrued: Money): Decision<CollectionEvent> {
  return decide<CollectionEvent>(
    [
      when(one.state === 'CLOSED', reasons.COLLECTION_OVER),
      when(!accrued.isPositive(), reasons.COLLECTION_ABOVE_DEBT, { pointer: '/accrued' }),
    ],
    () => [{ type: 'PenaltyInterestAdded', amount: accrued }],
  );
}
