/**
 * Amendment of a registered declaration before release (art. 289.1; lifecycle L2): the declarant asks, customs permits or
 * rejects. What the table of fields and the state of control at receipt decide is decided at once; the rest an officer
 * decides. From registration on a declaration changes by no other way (R-DEC-094).
 */
import { art, type Decision, decide, type Reason, reason, when } from '@shekara/kernel';
import type { ReleaseCase } from '../release/release-conditions.js';
import { RELEASE_COMMAND_REFUSALS } from '../release/release-refusal.js';
import {
  AMENDMENT_REFUSAL,
  type AmendmentRefusalCode,
  CHANGE_COMMAND_REFUSALS,
} from './amendment-reasons.js';
import { type ControlState, controlStateAt } from './control-state.js';
import type { ChangedField } from './field-changes.js';
import { type FieldEffect, onlyFollows, patternOf, touches } from './field-effects.js';

/** A decision of customs that the declarant accepted and now carries out (art. 78.11, 111.2); the officer verifies it. */
export interface FollowedDecision {
  readonly kind: 'CLASSIFICATION' | 'VALUE';
  readonly number: string;
}

export interface RequestedAmendment {
  readonly reason: string;
  /** The single fields in which the declaration would differ. */
  readonly changes: readonly ChangedField[];
  readonly follows?: FollowedDecision;
  /** Stamped by the platform (R-DEC-012). */
  readonly receivedAt: Date;
}

export interface AmendmentRequested {
  readonly type: 'AmendmentRequested';
  readonly control: ControlState;
}

export interface AmendmentPermitted {
  readonly type: 'AmendmentPermitted';
  readonly changes: readonly ChangedField[];
  /** Customs demanded it, or it follows a decision that the declarant accepted (R-DEC-106). */
  readonly demanded: boolean;
}

export interface AmendmentRejected {
  readonly type: 'AmendmentRejected';
  readonly reasons: readonly [Reason, ...Reason[]];
}

/** What a decision of customs on classification may change beside the code itself. */
const OF_CLASSIFICATION: ReadonlySet<string> = new Set([
  '/items/*/commodityCode',
  '/items/*/supplementaryQuantity',
  '/items/*/supplementaryUnit',
]);

/** Names of at most so many fields stand in one reason. */
const FIELDS_NAMED = 20;

/**
 * The declarant or its representative asks for a change. Refused with every reason that the platform can tell (R-DEC-278):
 * after release, without reasons, for fields that the table holds to touch release, duty or restrictions (R-DEC-101), for
 * other goods (R-DEC-105), and when at receipt an examination was announced or a control decided (R-DEC-102, R-DEC-103).
 * Accepted, it waits for the officer.
 */
export function requestAmendment(
  releaseCase: ReleaseCase,
  request: RequestedAmendment,
): Decision<AmendmentRequested> {
  const waiting = releaseCase.openMatters.some(({ kind }) => kind === 'AMENDMENT_REQUEST');
  return decide<AmendmentRequested>(
    [...changeRefusals(releaseCase, request), when(waiting, CHANGE_COMMAND_REFUSALS.REQUEST_ALREADY_OPEN)],
    () => [{ type: 'AmendmentRequested', control: controlStateAt(releaseCase, request.receivedAt) }],
  );
}

/** The officer permits: refused with what speaks against the request as of its receipt, or against a case decided since. */
export function permitAmendment(
  releaseCase: ReleaseCase,
  request: RequestedAmendment,
): Decision<AmendmentPermitted> {
  return decide<AmendmentPermitted>(changeRefusals(releaseCase, request), () => [
    { type: 'AmendmentPermitted', changes: request.changes, demanded: request.follows !== undefined },
  ]);
}

/** A ground of refusal as the officer states it. */
export interface StatedGround<Code extends string> {
  readonly code: Code;
  readonly facts: string;
}

/**
 * The officer rejects with grounds of the list and their facts; the platform adds every reason that it knows of
 * (R-DEC-278). Refused without a ground, or with one that has no facts.
 */
export function rejectAmendment(
  releaseCase: ReleaseCase,
  request: RequestedAmendment,
  grounds: readonly StatedGround<AmendmentRefusalCode>[],
): Decision<AmendmentRejected> {
  const stated = grounds.map(({ code, facts }) =>
    reason(AMENDMENT_REFUSAL[code], { parameters: { fact: facts } }),
  );
  const known = changeRefusals(releaseCase, request).filter((refusal) => refusal !== undefined);
  const also = known.filter(({ code }) => !stated.some((ground) => ground.code === code));
  const [first, ...rest] = [...stated, ...also];
  if (!first || grounds.some(({ facts }) => facts.trim() === '')) {
    const { NO_GROUND_OF_REFUSAL } = RELEASE_COMMAND_REFUSALS;
    return {
      accepted: false,
      reasons: [reason(NO_GROUND_OF_REFUSAL, { pointer: '/grounds', article: art(289, 1) })],
    };
  }
  return { accepted: true, events: [{ type: 'AmendmentRejected', reasons: [first, ...rest] }] };
}

/** What speaks against any change before release: no written reasons, nothing changed, a fixed field, a case decided. */
export function frameRefusals(
  { state }: Pick<ReleaseCase, 'state'>,
  { reason: why, changes }: Pick<RequestedAmendment, 'reason' | 'changes'>,
): readonly (Reason | undefined)[] {
  const closed = state === 'RELEASE_REFUSED' || state === 'WITHDRAWN' || state === 'RELEASE_CANCELLED';
  return [
    when(state === 'RELEASED', AMENDMENT_REFUSAL.ALREADY_RELEASED),
    when(closed, CHANGE_COMMAND_REFUSALS.DECLARATION_CLOSED),
    when(why.trim() === '', AMENDMENT_REFUSAL.NO_REASONED_REQUEST, { pointer: '/reason' }),
    when(changes.length === 0, CHANGE_COMMAND_REFUSALS.NOTHING_CHANGED, { pointer: '/changes' }),
    ...fixedFields(changes),
  ];
}

/** Fields that no route changes. */
export function fixedFields(changes: readonly ChangedField[]): readonly (Reason | undefined)[] {
  return changes
    .filter((change) => touches(change, 'FIXED'))
    .map(({ field }) => reason(CHANGE_COMMAND_REFUSALS.FIELD_IS_FIXED, { pointer: field }));
}

/** What speaks against the changes that no demand and no accepted decision covers: both conditions of art. 289.1. */
export function ownRouteRefusals(
  changes: readonly ChangedField[],
  isCovered: (change: ChangedField) => boolean,
  control: ControlState,
): readonly (Reason | undefined)[] {
  const someCovered = changes.some(isCovered);
  const own = changes.filter((change) => !isCovered(change) && !(someCovered && onlyFollows(change)));
  if (own.length === 0) return [];
  const valueToo = own.some((change) => touches(change, 'VALUE'));
  const duty: readonly FieldEffect[] = valueToo ? ['DUTY'] : ['DUTY', 'AMOUNT'];
  return [
    ...touching(own, AMENDMENT_REFUSAL.AFFECTS_RELEASE_DECISION, 'RELEASE'),
    ...touching(own, AMENDMENT_REFUSAL.AFFECTS_DUTY, ...duty),
    ...touching(own, AMENDMENT_REFUSAL.AFFECTS_RESTRICTIONS, 'RESTRICTIONS'),
    ...touching(own, AMENDMENT_REFUSAL.OTHER_GOODS, 'GOODS'),
    when(control.examinationAnnounced, AMENDMENT_REFUSAL.EXAMINATION_ANNOUNCED),
    when(control.controlDecided, AMENDMENT_REFUSAL.CONTROL_DECIDED),
  ];
}

/** One reason for all fields that touch the same, the first of them as its pointer. */
export function touching(
  changes: readonly ChangedField[],
  refusal: (typeof AMENDMENT_REFUSAL)[AmendmentRefusalCode],
  ...effects: readonly FieldEffect[]
): readonly Reason[] {
  const fields = changes.filter((change) => touches(change, ...effects)).map(({ field }) => field);
  if (fields.length === 0) return [];
  const parameters = { fields: fields.slice(0, FIELDS_NAMED).join(', ') };
  return [reason(refusal, { pointer: fields[0], parameters })];
}

function changeRefusals(
  releaseCase: ReleaseCase,
  request: RequestedAmendment,
): readonly (Reason | undefined)[] {
  const control = controlStateAt(releaseCase, request.receivedAt);
  const { changes, follows } = request;
  return [
    ...frameRefusals(releaseCase, request),
    ...ownRouteRefusals(changes, (change) => isOfDecision(change, follows), control),
  ];
}

function isOfDecision(change: ChangedField, follows: FollowedDecision | undefined): boolean {
  if (follows?.kind === 'CLASSIFICATION') return OF_CLASSIFICATION.has(patternOf(change.field));
  return follows?.kind === 'VALUE' && touches(change, 'VALUE');
}
