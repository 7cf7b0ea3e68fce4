/** Stage 3: securing measures of a case, and the way on to forced collection (art. 157.3(3)-(4), 162 to 164; reading 26). */
import type { CivilDate, LegalCalendar, TermEnd } from '@shekara/calendar';
import { type Decision, decide, reason, when } from '@shekara/kernel';
import { LIFTING_TERM } from '../case/case-end.js';
import type { CollectionCase, CollectionEvent, MeasureRecord } from '../case/collection-case.js';
import type { SecuringMeasure } from '../case/collection-measures.js';
import { collectionReasons as reasons } from '../case/collection-reasons.js';
import { collectionTermEnd } from '../documents/collection-terms.js';
import { actRefusals, pastRefusal } from '../case/stage-order.js';

export interface SecuringMeasureToTake {
  readonly measure: SecuringMeasure;
  /** Number of the order or decision that was issued. */
  readonly document: string;
  readonly on: CivilDate;
}

/** Takes a securing measure; possible from stage 3 on, again and together with others (art. 162 to 164). */
export function takeSecuringMeasure(
  one: CollectionCase,
  { measure, document, on }: SecuringMeasureToTake,
): Decision<CollectionEvent> {
  return decide<CollectionEvent>(actRefusals(one, measure, on), () => [
    { type: 'SecuringMeasureRecorded', record: { measure, document, on, attempt: 'TAKEN' } },
  ]);
}

/** Records that there is nothing to suspend or restrict; `document` is the record that says so. */
export function recordMeasureImpossible(
  one: CollectionCase,
  { measure, document, on }: SecuringMeasureToTake,
): Decision<CollectionEvent> {
  return decide<CollectionEvent>(actRefusals(one, measure, on), () => [
    { type: 'SecuringMeasureRecorded', record: { measure, document, on, attempt: 'IMPOSSIBLE' } },
  ]);
}

/** Lifts a measure in force, also after the case was closed: that is when it must be done (R-PAY-161). */
export function liftSecuringMeasure(
  one: CollectionCase,
  document: string,
  on: CivilDate,
): Decision<CollectionEvent> {
  const record = inForce(one).find((measure) => measure.document === document);
  return decide<CollectionEvent>(
    [record ? undefined : reason(reasons.SECURING_MEASURE_NOT_IN_FORCE, { parameters: { document } })],
    () => [{ type: 'SecuringMeasureLifted', document, on }],
  );
}

export function inForce(one: CollectionCase): readonly MeasureRecord[] {
  return one.measures.filter(({ attempt }) => attempt === 'TAKEN');
}

export interface LiftOverdue {
  readonly document: string;
  readonly measure: SecuringMeasure;
  readonly by: TermEnd;
}

/** Measures still in force on `today` though their reason ended on `reasonEndedOn` and the working day passed: an alert. */
export function overdueLifts(
  one: CollectionCase,
  reasonEndedOn: CivilDate,
  today: CivilDate,
  calendar: LegalCalendar,
): readonly LiftOverdue[] {
  return inForce(one)
    .map(({ document, measure }) => ({
      document,
      measure,
      by: collectionTermEnd(LIFTING_TERM[measure], reasonEndedOn, calendar),
    }))
    .filter(({ by }) => today > by.lastDay);
}

/** Opens stage 4 once a securing measure was taken or recorded as impossible; else STAGE_NOT_REACHED (R-PAY-155). */
export function openForcedCollection(one: CollectionCase, on: CivilDate): Decision<CollectionEvent> {
  return decide<CollectionEvent>(
    [
      ...actRefusals(one, 'S3_BANK_SUSPENSION', on),
      when(one.state === 'S3_SECURE' && one.measures.length === 0, reasons.STAGE_NOT_REACHED, {
        parameters: { open: 'S3_BANK_SUSPENSION, S3_CASH_SUSPENSION, S3_PROPERTY_RESTRICTION' },
      }),
      pastRefusal(one, 'S3_SECURE'),
    ],
    () => [{ type: 'ForcedCollectionOpened' }],
  );
}
