/**
 * Customs demands a change inside the release term (Code 2017 art. 201.2; art. 111.2): the declarant makes it, or release
 * may be refused. Customs itself fills in nothing (R-DEC-108).
 */
import { type Decision, decide, type Reason, reason, when } from '@shekara/kernel';
import { isDecided } from '../release/release.js';
import type { ReleaseCase } from '../release/release-conditions.js';
import { RELEASE_REFUSAL } from '../release/release-refusal.js';
import {
  type AmendmentPermitted,
  frameRefusals,
  ownRouteRefusals,
  type RequestedAmendment,
} from './amendment.js';
import { AMENDMENT_REFUSAL, CHANGE_COMMAND_REFUSALS, DEMAND_REFUSALS } from './amendment-reasons.js';
import { controlStateAt } from './control-state.js';
import type { ChangedField } from './field-changes.js';
import { effectsOf, FIELD_EFFECTS, patternOf, touches } from './field-effects.js';

export interface AmendmentDemand {
  /** JSON pointers into the declaration: single fields, or a part of it. */
  readonly fields: readonly string[];
  readonly reason: string;
  /** The last instant in time. */
  readonly dueAt: Date;
}

export interface AmendmentDemanded extends AmendmentDemand {
  readonly type: 'AmendmentDemanded';
}

export interface DemandNotAnswered {
  readonly type: 'DemandNotAnswered';
  /** The ground of refusal of release that it now is (L2 notComplied). */
  readonly reason: Reason;
}

/**
 * The officer demands. Refused without fields of the declaration or reasons (R-DEC-107), for a date outside the release
 * term, while an earlier demand is open, after the decision on release, and in regime CODE_2010 for anything but the
 * customs value (R-DEC-277).
 */
export function demandAmendment(
  releaseCase: ReleaseCase,
  demand: AmendmentDemand,
  at: Date,
): Decision<AmendmentDemanded> {
  const { regime, state, openMatters, term } = releaseCase;
  const { fields, dueAt } = demand;
  const open = openMatters.some(({ kind }) => kind === 'AMENDMENT_DEMAND');
  const barred = regime === 'CODE_2010' && fields.some((field) => !onlyValue(field));
  return decide<AmendmentDemanded>(
    [
      when(state === 'RELEASED', AMENDMENT_REFUSAL.ALREADY_RELEASED),
      when(isDecided(releaseCase) && state !== 'RELEASED', CHANGE_COMMAND_REFUSALS.DECLARATION_CLOSED),
      when(open, CHANGE_COMMAND_REFUSALS.REQUEST_ALREADY_OPEN),
      when(fields.length === 0, DEMAND_REFUSALS.DEMAND_INCOMPLETE, { regime, pointer: '/fields' }),
      when(demand.reason.trim() === '', DEMAND_REFUSALS.DEMAND_INCOMPLETE, { regime, pointer: '/reason' }),
      ...fields.map((field, index) =>
        when(!canBeDemanded(field), DEMAND_REFUSALS.DEMAND_INCOMPLETE, {
          regime,
          pointer: `/fields/${index}`,
        }),
      ),
      when(dueAt <= at || dueAt > term.dueAt, DEMAND_REFUSALS.DEMAND_OUTSIDE_TERM, {
        regime,
        pointer: '/dueAt',
        parameters: { releaseDueAt: term.dueAt.toISOString() },
      }),
      when(barred, DEMAND_REFUSALS.DEMAND_BARRED, { regime, pointer: '/fields' }),
    ],
    () => [{ type: 'AmendmentDemanded', ...demand }],
  );
}

/**
 * The declarant answers the demand with the change itself: it passes although it touches duty and although a control is
 * on (R-DEC-106), without an officer. Every demanded field is changed; what is changed beside them is judged as a request
 * of the declarant's own, but for amounts and sums that follow. In time at the very last instant (R-DEC-241).
 */
export function answerDemand(
  releaseCase: ReleaseCase,
  demand: AmendmentDemand,
  answer: RequestedAmendment,
): Decision<AmendmentPermitted> {
  const { regime } = releaseCase;
  const { changes, receivedAt } = answer;
  const control = controlStateAt(releaseCase, receivedAt);
  const unanswered = demand.fields.filter((field) => !changes.some((change) => isWithin(change, field)));
  return decide<AmendmentPermitted>(
    [
      ...frameRefusals(releaseCase, answer),
      when(receivedAt > demand.dueAt, DEMAND_REFUSALS.DEMAND_TERM_OVER, { regime }),
      ...unanswered.map((field) => reason(DEMAND_REFUSALS.DEMAND_NOT_ANSWERED, { regime, pointer: field })),
      ...ownRouteRefusals(
        changes,
        (change) => demand.fields.some((field) => isWithin(change, field)),
        control,
      ),
    ],
    () => [{ type: 'AmendmentPermitted', changes, demanded: true }],
  );
}

/**
 * The date is over and nothing was changed: in regime CODE_2017 the ground AMENDMENT_DEMAND_IGNORED stands, in CODE_2010,
 * where only the value can be demanded, VALUE_NOT_CORRECTED. Release is refused by an officer, never by the timer.
 */
export function demandNotAnswered({ regime }: Pick<ReleaseCase, 'regime'>): DemandNotAnswered {
  const ground =
    regime === 'CODE_2017' ? RELEASE_REFUSAL.AMENDMENT_DEMAND_IGNORED : RELEASE_REFUSAL.VALUE_NOT_CORRECTED;
  return { type: 'DemandNotAnswered', reason: reason(ground, { regime }) };
}

function isWithin(change: ChangedField, field: string): boolean {
  return change.field === field || change.field.startsWith(`${field}/`);
}

/** A field of the table that registration does not fix, or a part of the declaration that holds such fields. */
function canBeDemanded(field: string): boolean {
  const effects = effectsOf(field);
  if (effects) return !effects.includes('FIXED') && !effects.includes('GOODS');
  return fieldsUnder(field).length > 0;
}

function onlyValue(field: string): boolean {
  const fields = effectsOf(field) ? [field] : fieldsUnder(field);
  return fields.length > 0 && fields.every((each) => touches({ field: each }, 'VALUE'));
}

function fieldsUnder(field: string): readonly string[] {
  return Object.keys(FIELD_EFFECTS).filter((each) => each.startsWith(`${patternOf(field)}/`));
}
