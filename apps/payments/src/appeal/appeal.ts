/** An appeal against a debt notice (L13; art. 173 to 182): admission, stops of its term, decision, what follows. */
import type { CivilDate, LegalCalendar, Pause, TermEnd } from '@shekara/calendar';
import { type Decision, decide, type Money, reason, type Reason, when } from '@shekara/kernel';
import { noticeDueBy } from '../debt-notice/execution-term.js';
import { unfitStatus } from '../unfit-status.js';
import { type DecisionContent, missingParts } from './appeal-content.js';
import type { DecidedOutcome } from './appeal-outcome.js';
import { appealReasons as reasons } from './appeal-reasons.js';
import { appealTermEnd } from './appeal-terms.js';

export const APPEAL_STATUSES = [
  'REGISTERED',
  'NOT_CONSIDERED',
  'IN_REVIEW',
  'CLOCK_STOPPED',
  'UPHELD',
  'CANCELLED',
  'PART_CANCELLED',
] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

/** What stops the term, and what is asked but stops nothing (art. 178.4, 180.1). */
export const APPEAL_QUERIES = {
  STATE_BODY: 'STOPS',
  FOREIGN_BODY: 'STOPS',
  OTHER_ORGANIZATION: 'STOPS',
  COURT_CLAIM_ON_SAME_QUESTIONS: 'STOPS',
  APPELLANT: 'RUNS_ON',
  OFFICER: 'RUNS_ON',
  CUSTOMS_BODY: 'RUNS_ON',
} as const;
export type AppealQuery = keyof typeof APPEAL_QUERIES;

export interface TermStop {
  readonly by: AppealQuery;
  readonly from: CivilDate;
  /** The day of the answer, or of the court's decision. */
  readonly to?: CivilDate;
}

export interface Appeal {
  readonly status: AppealStatus;
  readonly registeredOn: CivilDate;
  /** Undefined when late: nothing was suspended. */
  readonly suspendsFrom?: CivilDate;
  readonly disputed: Money;
  readonly marks: readonly Reason[];
  readonly stops: readonly TermStop[];
  /** The decision, or the refusal to consider (reading 38). */
  readonly endedOn?: CivilDate;
  /** A court claim against the same notice; the suspension lasts until the judgment is in force (art. 182.2). */
  readonly court?: { readonly claimedOn: CivilDate; readonly inForceOn?: CivilDate };
}

export type AppealEvent =
  | { readonly type: 'AppealUnderCode2017'; readonly chapter: 55 }
  | {
      readonly type: 'AppealRegistered';
      readonly registeredOn: CivilDate;
      readonly submittedOn: CivilDate;
      readonly addressedTo: 'ISSUING_BODY' | 'HIGHER_BODY';
      readonly disputed: Money;
      readonly marks: readonly Reason[];
      readonly suspendsFrom?: CivilDate;
      readonly tellRefusalBy: TermEnd;
      readonly decideBy: TermEnd;
    }
  /** A task, no ground to refuse (R-PAY-215). */
  | { readonly type: 'CopyToIssuerMissing' }
  | { readonly type: 'AppealAccepted' }
  | {
      readonly type: 'AppealNotConsidered';
      readonly on: CivilDate;
      readonly grounds: readonly Reason[];
      readonly mayRefileUntil?: TermEnd;
    }
  | { readonly type: 'AppealTermStopped'; readonly stop: TermStop; readonly letter: string }
  | { readonly type: 'AppealTermResumed'; readonly on: CivilDate; readonly decideBy: TermEnd }
  | {
      readonly type: 'AppealDecided';
      readonly outcome: DecidedOutcome;
      readonly on: CivilDate;
      /** To the appellant; of a higher body also to the issuer (art. 179.1). */
      readonly copiesTo: readonly ('APPELLANT' | 'ISSUING_BODY')[];
    }
  | { readonly type: 'CourtClaimRecorded'; readonly claimedOn: CivilDate }
  | { readonly type: 'JudgmentInForce'; readonly on: CivilDate };

/** The appeal after an event; undefined until it is registered. */
export function evolve(appeal: Appeal | undefined, event: AppealEvent): Appeal | undefined {
  if (event.type === 'AppealRegistered') {
    const { registeredOn, suspendsFrom, disputed, marks } = event;
    const registered: Appeal = { status: 'REGISTERED', registeredOn, disputed, marks, stops: [] };
    return suspendsFrom === undefined ? registered : { ...registered, suspendsFrom };
  }
  if (appeal === undefined) return undefined;
  switch (event.type) {
    case 'AppealUnderCode2017':
    case 'CopyToIssuerMissing':
      return appeal;
    case 'AppealAccepted':
      return { ...appeal, status: 'IN_REVIEW' };
    case 'AppealNotConsidered':
      return { ...appeal, status: 'NOT_CONSIDERED', endedOn: event.on };
    case 'AppealTermStopped':
      return { ...appeal, status: 'CLOCK_STOPPED', stops: [...appeal.stops, event.stop] };
    case 'AppealTermResumed':
      return {
        ...appeal,
        status: 'IN_REVIEW',
        stops: appeal.stops.map((stop) => (stop.to === undefined ? { ...stop, to: event.on } : stop)),
      };
    case 'AppealDecided':
      return { ...appeal, status: STATUS_OF[event.outcome], endedOn: event.on };
    case 'CourtClaimRecorded':
      return { ...appeal, court: { claimedOn: event.claimedOn } };
    case 'JudgmentInForce':
      return appeal.court ? { ...appeal, court: { ...appeal.court, inForceOn: event.on } } : appeal;
  }
}

const STATUS_OF = {
  NOTICE_UNCHANGED: 'UPHELD',
  NOTICE_CANCELLED: 'CANCELLED',
  NOTICE_PART_CANCELLED: 'PART_CANCELLED',
} as const;

/** Takes the appeal into review, marked or not: refusing is the body's choice (art. 177.1 "may"; reading 55). */
export function acceptAppeal(appeal: Appeal): Decision<AppealEvent> {
  return decide<AppealEvent>([unfit(appeal, 'REGISTERED')], () => [{ type: 'AppealAccepted' }]);
}

/**
 * The body refuses to consider, on marked grounds only; a new filing stays possible while the notice's own 20 days run
 * (R-PAY-214). `fileBy`: the end of those days.
 */
export function refuseToConsider(appeal: Appeal, on: CivilDate, fileBy: TermEnd): Decision<AppealEvent> {
  return decide<AppealEvent>(
    [
      unfit(appeal, 'REGISTERED'),
      when(appeal.marks.length === 0, reasons.APPEAL_GROUND_NOT_MARKED),
      when(on < appeal.registeredOn, reasons.APPEAL_DATES_CONTRADICT, { pointer: '/on' }),
    ],
    () => [
      {
        type: 'AppealNotConsidered',
        on,
        grounds: appeal.marks,
        ...(on <= fileBy.lastDay ? { mayRefileUntil: fileBy } : {}),
      },
    ],
  );
}

export interface StopToAnnounce {
  readonly by: AppealQuery;
  readonly from: CivilDate;
  /** Number of the letter that tells the appellant why (art. 180.2). */
  readonly letter: string;
  readonly reasons: string;
}

/** Stops the term: only for the queries that art. 180.1 lists, announced in writing with reasons (R-PAY-217, R-PAY-218). */
export function stopTerm(appeal: Appeal, stop: StopToAnnounce): Decision<AppealEvent> {
  const { by, from, letter } = stop;
  return decide<AppealEvent>(
    [
      unfit(appeal, 'IN_REVIEW'),
      when(APPEAL_QUERIES[by] === 'RUNS_ON', reasons.APPEAL_STOP_UNLISTED, {
        pointer: '/by',
        parameters: { by },
      }),
      when(letter.trim() === '', reasons.APPEAL_STOP_NOT_ANNOUNCED, { pointer: '/letter' }),
      when(stop.reasons.trim() === '', reasons.APPEAL_STOP_NOT_ANNOUNCED, { pointer: '/reasons' }),
      when(from < appeal.registeredOn, reasons.APPEAL_DATES_CONTRADICT, { pointer: '/from' }),
    ],
    () => [{ type: 'AppealTermStopped', stop: { by, from }, letter }],
  );
}

/** The answer came, or the court decided: the rest of the 30 days runs. */
export function resumeTerm(appeal: Appeal, on: CivilDate, calendar: LegalCalendar): Decision<AppealEvent> {
  const open = appeal.stops.find(({ to }) => to === undefined);
  return decide<AppealEvent>(
    [
      unfit(appeal, 'CLOCK_STOPPED'),
      when(open !== undefined && on < open.from, reasons.APPEAL_DATES_CONTRADICT, { pointer: '/on' }),
    ],
    () => {
      const stops = appeal.stops.map((stop) => ({ ...stop, to: stop.to ?? on }));
      return [
        { type: 'AppealTermResumed', on, decideBy: decideBy({ ...appeal, stops }, calendar) ?? neverOpen() },
      ];
    },
  );
}

function neverOpen(): never {
  throw new Error('a stop that was just ended is still open');
}

/** The last day to decide; each stop leaves out both its days (R-PAY-216, R-PAY-217). Undefined while a stop runs. */
export function decideBy(
  appeal: Pick<Appeal, 'registeredOn' | 'stops'>,
  calendar: LegalCalendar,
): TermEnd | undefined {
  const pauses: Pause[] = [];
  for (const { from, to } of appeal.stops) {
    if (to === undefined) return undefined;
    pauses.push({ from, to, kind: 'INCLUSIVE' });
  }
  return appealTermEnd('DECIDE', appeal.registeredOn, calendar, pauses);
}

export interface AppealDecision {
  readonly outcome: DecidedOutcome;
  readonly on: CivilDate;
  readonly decidedBy: 'ISSUING_BODY' | 'HIGHER_BODY';
  readonly content: DecisionContent;
  /** Documents filed with the appeal that nobody has looked at (art. 178.3). */
  readonly unreadDocuments: readonly string[];
}

/** Decides; refuses with every part of art. 181 that is missing and every document not considered (R-PAY-219, R-PAY-223). */
export function decideAppeal(appeal: Appeal, decision: AppealDecision): Decision<AppealEvent> {
  const { outcome, on, decidedBy, content, unreadDocuments } = decision;
  return decide<AppealEvent>(
    [
      unfit(appeal, 'IN_REVIEW'),
      when(on < appeal.registeredOn, reasons.APPEAL_DATES_CONTRADICT, { pointer: '/on' }),
      ...missingParts(content).map((part) =>
        reason(reasons.APPEAL_DECISION_INCOMPLETE, { pointer: `/content/${part}` }),
      ),
      ...unreadDocuments.map((document) =>
        reason(reasons.APPEAL_NEW_DOCUMENTS_UNREAD, { parameters: { document } }),
      ),
    ],
    () => [
      {
        type: 'AppealDecided',
        outcome,
        on,
        copiesTo: decidedBy === 'HIGHER_BODY' ? ['APPELLANT', 'ISSUING_BODY'] : ['APPELLANT'],
      },
    ],
  );
}

/** What the issuing body must do with the notice, from the decision or its receipt from the higher body (R-PAY-222). */
export function followUp(
  outcome: DecidedOutcome,
  decidedOrReceivedOn: CivilDate,
  calendar: LegalCalendar,
): { readonly duty: 'WITHDRAW' | 'WITHDRAW_AND_REPLACE'; readonly by: TermEnd } | undefined {
  switch (outcome) {
    case 'NOTICE_UNCHANGED':
      return undefined;
    case 'NOTICE_CANCELLED':
      return {
        duty: 'WITHDRAW',
        by: noticeDueBy({ occasion: 'CANCELLED_IN_FULL', on: decidedOrReceivedOn }, calendar),
      };
    case 'NOTICE_PART_CANCELLED':
      return {
        duty: 'WITHDRAW_AND_REPLACE',
        by: noticeDueBy({ occasion: 'CANCELLED_IN_PART', on: decidedOrReceivedOn }, calendar),
      };
  }
}

/** Records a court claim against the same notice, in any state of the appeal (R-PAY-225). */
export function recordCourtClaim(appeal: Appeal, claimedOn: CivilDate): Decision<AppealEvent> {
  return decide<AppealEvent>(
    [when(appeal.court !== undefined, reasons.APPEAL_STATE_UNFIT, { parameters: { court: 'CLAIMED' } })],
    () => [{ type: 'CourtClaimRecorded', claimedOn }],
  );
}

/** The judgment entered into force: the suspension by the court claim ends. */
export function recordJudgment({ court }: Appeal, on: CivilDate): Decision<AppealEvent> {
  const open = court !== undefined && court.inForceOn === undefined;
  return decide<AppealEvent>(
    [
      when(!open, reasons.APPEAL_STATE_UNFIT, { parameters: { court: 'NOT_CLAIMED' } }),
      when(court !== undefined && on < court.claimedOn, reasons.APPEAL_DATES_CONTRADICT, { pointer: '/on' }),
    ],
    () => [{ type: 'JudgmentInForce', on }],
  );
}

function unfit({ status }: Appeal, needed: AppealStatus): Reason | undefined {
  return unfitStatus(reasons.APPEAL_STATE_UNFIT, status, needed);
}
