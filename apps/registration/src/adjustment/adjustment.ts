/**
 * Adjustment of a declaration after release (art. 289.2, 289.3; lifecycle L3): by the declarant, or by customs where value,
 * duty or restrictions are concerned. Inside the limitation of five years (art. 132); accepted by an officer.
 */
import type { LegalCalendar, LegalTerm } from '@shekara/calendar';
import { art, type Decision, decide, type Reason, reason, when } from '@shekara/kernel';
import { fixedFields, type StatedGround, touching } from '../amendment/amendment.js';
import { AMENDMENT_REFUSAL, CHANGE_COMMAND_REFUSALS } from '../amendment/amendment-reasons.js';
import type { ChangedField } from '../amendment/field-changes.js';
import { onlyFollows, touches } from '../amendment/field-effects.js';
import { isDecided } from '../release/release.js';
import type { ReleaseCase } from '../release/release-conditions.js';
import { RELEASE_COMMAND_REFUSALS } from '../release/release-refusal.js';
import {
  ADJUSTMENT_COMMAND_REFUSALS,
  ADJUSTMENT_REFUSAL,
  type AdjustmentRefusalCode,
} from './adjustment-reasons.js';

/** DL-31: from the completion of the declaration. */
export const ADJUSTMENT_LIMIT = {
  id: 'DL-31',
  length: 5,
  unit: 'YEARS',
  article: 'art. 132.1',
} as const satisfies LegalTerm;

/** What extends the limitation while it runs (art. 132.2, 132.4). */
export const RUNNING_MATTERS = ['CONTROL', 'COMPLAINT', 'COURT_CASE'] as const;
export type RunningMatter = (typeof RUNNING_MATTERS)[number];

export interface SubmittedAdjustment {
  readonly openedBy: 'DECLARANT' | 'CUSTOMS';
  readonly reason: string;
  readonly changes: readonly ChangedField[];
  readonly receivedAt: Date;
  /** When release was decided; the declaring was complete then. */
  readonly releasedAt: Date;
  /** Named by who submits it, verified by the officer who accepts. */
  readonly runningMatter?: RunningMatter;
  /** An earlier adjustment is not decided. */
  readonly anotherIsOpen: boolean;
}

export interface AdjustmentSubmitted {
  readonly type: 'AdjustmentSubmitted';
}

export interface AdjustmentAccepted {
  readonly type: 'AdjustmentAccepted';
  readonly changes: readonly ChangedField[];
}

export interface AdjustmentRejected {
  readonly type: 'AdjustmentRejected';
  readonly reasons: readonly [Reason, ...Reason[]];
}

/**
 * Submits an adjustment. Refused before release (that is an amendment), without reasons, for a fixed field or another
 * number of goods, after the five years unless something extends them (R-DEC-111), and where customs itself would change
 * a field that is the declarant's (R-DEC-108).
 */
export function submitAdjustment(
  releaseCase: ReleaseCase,
  adjustment: SubmittedAdjustment,
  calendar: LegalCalendar,
): Decision<AdjustmentSubmitted> {
  return decide<AdjustmentSubmitted>(
    [
      ...adjustmentRefusals(releaseCase, adjustment, calendar),
      when(adjustment.anotherIsOpen, CHANGE_COMMAND_REFUSALS.REQUEST_ALREADY_OPEN),
    ],
    () => [{ type: 'AdjustmentSubmitted' }],
  );
}

/** The officer accepts data that are proven: payments are counted anew (R-DEC-112). */
export function acceptAdjustment(
  releaseCase: ReleaseCase,
  adjustment: SubmittedAdjustment,
  calendar: LegalCalendar,
): Decision<AdjustmentAccepted> {
  return decide<AdjustmentAccepted>(adjustmentRefusals(releaseCase, adjustment, calendar), () => [
    { type: 'AdjustmentAccepted', changes: adjustment.changes },
  ]);
}

/** The officer rejects: not proven, or other goods; with the facts. */
export function rejectAdjustment(
  grounds: readonly StatedGround<AdjustmentRefusalCode>[],
): Decision<AdjustmentRejected> {
  const article = art(289, 2);
  const [first, ...rest] = grounds.map(({ code, facts }) =>
    reason(ADJUSTMENT_REFUSAL[code], { article, parameters: { fact: facts } }),
  );
  if (!first || grounds.some(({ facts }) => facts.trim() === '')) {
    const { NO_GROUND_OF_REFUSAL } = RELEASE_COMMAND_REFUSALS;
    return { accepted: false, reasons: [reason(NO_GROUND_OF_REFUSAL, { pointer: '/grounds', article })] };
  }
  return { accepted: true, events: [{ type: 'AdjustmentRejected', reasons: [first, ...rest] }] };
}

function adjustmentRefusals(
  releaseCase: ReleaseCase,
  adjustment: SubmittedAdjustment,
  calendar: LegalCalendar,
): readonly (Reason | undefined)[] {
  const { changes, openedBy, receivedAt, releasedAt, runningMatter } = adjustment;
  const released = releaseCase.state === 'RELEASED';
  const over = released && receivedAt > calendar.end(ADJUSTMENT_LIMIT, releasedAt).endsAt;
  const notForCustoms =
    openedBy === 'DECLARANT' ? [] : changes.filter((change) => !isForCustoms(change) && !onlyFollows(change));
  return [
    when(!isDecided(releaseCase), ADJUSTMENT_COMMAND_REFUSALS.NOT_RELEASED),
    when(isDecided(releaseCase) && !released, CHANGE_COMMAND_REFUSALS.DECLARATION_CLOSED, {
      article: art(289, 2),
    }),
    when(adjustment.reason.trim() === '', AMENDMENT_REFUSAL.NO_REASONED_REQUEST, {
      pointer: '/reason',
      article: art(289, 2),
    }),
    when(changes.length === 0, CHANGE_COMMAND_REFUSALS.NOTHING_CHANGED, { pointer: '/changes' }),
    ...fixedFields(changes),
    ...touching(changes, AMENDMENT_REFUSAL.OTHER_GOODS, 'GOODS'),
    when(over && runningMatter === undefined, ADJUSTMENT_COMMAND_REFUSALS.ADJUSTMENT_LIMIT_OVER),
    ...notForCustoms.map(({ field }) =>
      reason(ADJUSTMENT_COMMAND_REFUSALS.FIELD_NOT_FOR_CUSTOMS, { pointer: field }),
    ),
  ];
}

/** Value, duty and restrictions: what art. 289.3 lets customs adjust. */
function isForCustoms(change: ChangedField): boolean {
  return touches(change, 'VALUE', 'DUTY', 'AMOUNT', 'RESTRICTIONS');
}
