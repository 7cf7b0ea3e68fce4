/** Who may do what with a work item. */
import { authReasons, NotYours, officerOf, type Principal, ProblemException } from '@shekara/auth';
import { reason, type ReasonDefinition } from '@shekara/kernel';
import type { KeptWorkItem } from './work-item.js';
import { workItemReasons } from './work-item-reasons.js';

/** The role that moves the items of others at its post. */
export const HEAD_OF_POST = 'HEAD_OF_POST';

/** 409 when the condition holds. */
export function refuseIf(condition: boolean, definition: ReasonDefinition): void {
  if (condition) throw ProblemException.refused([reason(definition)], 409);
}

/** 409 for an item that is decided or no longer needed. */
export function refuseClosed(item: KeptWorkItem): void {
  refuseIf(item.status === 'COMPLETED' || item.status === 'CANCELLED', workItemReasons.WORK_ITEM_CLOSED);
}

/**
 * The queue belongs to officers of its role at its customs body; an officer whom the head gave the item keeps the right
 * of its own role. @throws NotYours 403.
 */
export function mayDecide(item: KeptWorkItem, officer: Principal): void {
  const given = item.claimedBy === officer.subject ? item.decidedByRole : item.role;
  if (!officer.roles.some((role) => role === item.role || role === given)) {
    throw new NotYours(authReasons.ROLE_MISSING, 403);
  }
  officerOf(officer, item.customsBody);
}

/** Only the head of the item's post. @throws NotYours 403. */
export function mayReassign(item: KeptWorkItem, head: Principal): void {
  if (!head.roles.includes(HEAD_OF_POST)) throw new NotYours(authReasons.ROLE_MISSING, 403);
  officerOf(head, item.customsBody);
}

/** The item is the officer's to decide now. @throws ProblemException 409 when nobody or another officer holds it. */
export function refuseUnlessHeldBy(item: KeptWorkItem, officer: Principal): void {
  refuseIf(item.status !== 'CLAIMED', workItemReasons.WORK_ITEM_NOT_CLAIMED);
  refuseIf(item.claimedBy !== officer.subject, workItemReasons.WORK_ITEM_HELD_BY_ANOTHER);
}
