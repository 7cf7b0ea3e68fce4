/**
 * The decision on release (art. 296, 297, 302; Code 2017 art. 201; lifecycle L1): by the platform where every condition
 * holds and nobody has to look, else by an officer. One decision a declaration, never both, never by silence.
 */
import type { Decision, Reason } from '@shekara/kernel';
import { decide, reason, when } from '@shekara/kernel';
import type { LegalCalendar } from '@shekara/calendar';
import type { Judgement, ReleaseCase } from './release-conditions.js';
import { controlsPending, unmetConditions } from './release-conditions.js';
import { RELEASE_COMMAND_REFUSALS, RELEASE_REFUSAL } from './release-refusal.js';

/** Shown with every automatic decision (R-DEC-196). */
export const RELEASE_RULE_SET = 'release-2026-1';

export interface GoodsReleased {
  readonly type: 'GoodsReleased';
  readonly declarationId: string;
  readonly kind: 'FULL';
  readonly mode: 'AUTOMATIC' | 'OFFICIAL';
  readonly decidedAt: Date;
  /** Legal date of release: the date of placement under the procedure (art. 308, R-DEC-015). */
  readonly releasedOn: string;
  /** The information system with its rule set, or the official (R-DEC-027). */
  readonly decidedBy: { readonly ruleSet: string } | { readonly officer: string };
  readonly findingsConsidered?: string;
}

/** What the case still waits for; each is somebody's task or message already. */
export type AwaitedAnswer = 'PAYMENTS' | 'RISK' | 'CONTROL' | 'ARRIVAL' | 'OPEN_MATTER' | 'END_OF_SUSPENSION';

/** Why an officer has to decide. */
export type OfficerCause =
  | Judgement
  | 'CONTROL_MEASURE_SET'
  | 'DISCREPANCY_FOUND'
  | 'LATE_DOCUMENT_ASKED'
  | 'PAYMENTS_NOT_ASSESSED'
  | 'TERM_OVER';

export type ReleaseOutcome =
  | { readonly outcome: 'DECIDED' }
  | { readonly outcome: 'WAIT'; readonly waitingFor: readonly AwaitedAnswer[] }
  | {
      readonly outcome: 'OFFICER';
      readonly because: readonly OfficerCause[];
      readonly waitingFor: readonly AwaitedAnswer[];
      readonly dueAt: Date;
    }
  | { readonly outcome: 'RELEASE'; readonly event: GoodsReleased };

/**
 * What follows from the answers at an instant. RELEASE only when every condition of art. 296.1 is met, no control measure
 * was set, nothing is open and nothing needs judgement, inside the term (R-DEC-173, R-DEC-193, R-DEC-195, R-DEC-197).
 * OFFICER opens the work item of the release queue, due with the term; once the term is over it is the head's (R-DEC-190).
 */
export function decideRelease(state: ReleaseCase, at: Date, calendar: LegalCalendar): ReleaseOutcome {
  if (isDecided(state)) return { outcome: 'DECIDED' };
  const waitingFor = awaited(state);
  if (state.state === 'SUSPENDED_IP') return { outcome: 'WAIT', waitingFor };
  const because = officerCauses(state, at);
  const cannotWait = because.some((cause) => CANNOT_WAIT.has(cause));
  if (because.length > 0 && (waitingFor.length === 0 || cannotWait)) {
    return { outcome: 'OFFICER', because, waitingFor, dueAt: state.term.dueAt };
  }
  if (waitingFor.length > 0) return { outcome: 'WAIT', waitingFor };
  return {
    outcome: 'RELEASE',
    event: goodsReleased(state, at, calendar, 'AUTOMATIC', { ruleSet: RELEASE_RULE_SET }),
  };
}

/** The officer can act on these although answers are still out. */
const CANNOT_WAIT: ReadonlySet<OfficerCause> = new Set([
  'DISCREPANCY_FOUND',
  'LATE_DOCUMENT_ASKED',
  'PAYMENTS_NOT_ASSESSED',
  'TERM_OVER',
]);

export interface ReleaseByOfficer {
  readonly officer: string;
  /** After the term has ended only the head decides (Open readings 2). */
  readonly as: 'RELEASE_OFFICER' | 'HEAD';
  readonly at: Date;
  /** How a discrepancy found in control was settled; obligatory where there is one. */
  readonly findingsConsidered?: string;
}

/**
 * The officer releases. Refused with every condition of art. 296.1 that is not met, a control that has not ended, a matter
 * still open, a suspension, a decision already taken, or a term that is over for an officer who is not the head.
 */
export function releaseByOfficer(
  state: ReleaseCase,
  command: ReleaseByOfficer,
  calendar: LegalCalendar,
): Decision<GoodsReleased> {
  const { regime } = state;
  const discrepancy = state.controls.some((control) => control.outcome === 'DISCREPANCY');
  const unsettled = discrepancy && !command.findingsConsidered?.trim();
  const termOver = command.at > state.term.dueAt && state.state !== 'SUSPENDED_IP';
  return decide<GoodsReleased>(
    [
      decidedAlready(state),
      when(state.state === 'SUSPENDED_IP', RELEASE_COMMAND_REFUSALS.RELEASE_TERM_SUSPENDED),
      when(termOver && command.as !== 'HEAD', RELEASE_COMMAND_REFUSALS.RELEASE_TERM_OVER, { regime }),
      when(controlsPending(state) || unsettled, RELEASE_COMMAND_REFUSALS.CONTROL_NOT_FINISHED, {
        regime,
        ...(unsettled ? { pointer: '/findingsConsidered' } : {}),
      }),
      ...state.openMatters
        .filter((matter) => matter.kind !== 'STATE_CONTROL')
        .map((matter) =>
          reason(RELEASE_COMMAND_REFUSALS.REQUEST_STILL_OPEN, {
            regime,
            parameters: { kind: matter.kind, id: matter.id },
          }),
        ),
      ...conditionReasons(state),
    ],
    () => [
      {
        ...goodsReleased(state, command.at, calendar, 'OFFICIAL', { officer: command.officer }),
        findingsConsidered: command.findingsConsidered,
      },
    ],
  );
}

/** Each unmet condition as the ground of refusal that it is: RELEASE_CONDITIONS_NOT_MET naming the condition. */
export function conditionReasons(state: ReleaseCase): readonly Reason[] {
  return unmetConditions(state).map(({ condition, fact }) =>
    reason(RELEASE_REFUSAL.RELEASE_CONDITIONS_NOT_MET, {
      regime: state.regime,
      parameters: { condition, fact },
    }),
  );
}

/** Released, refused or withdrawn: no other decision on release follows (L1). */
export function isDecided({ state }: Pick<ReleaseCase, 'state'>): boolean {
  return state !== 'UNDER_CHECK' && state !== 'SUSPENDED_IP';
}

/** What stands against any decision on release of a case that is decided, or whose declaration was withdrawn. */
export function decidedAlready({ state, regime }: Pick<ReleaseCase, 'state' | 'regime'>): Reason | undefined {
  const withdrawn = state === 'WITHDRAWN' || state === 'RELEASE_CANCELLED';
  if (withdrawn) return reason(RELEASE_COMMAND_REFUSALS.DECLARATION_WITHDRAWN);
  return when(isDecided({ state }), RELEASE_COMMAND_REFUSALS.RELEASE_ALREADY_DECIDED, { regime });
}

/** A request of the declarant that is to be decided before release is. */
export function openRequests({ openMatters, regime }: ReleaseCase): readonly Reason[] {
  return openMatters
    .filter(({ kind }) => kind === 'AMENDMENT_REQUEST' || kind === 'WITHDRAWAL_REQUEST')
    .map(({ kind, id }) =>
      reason(RELEASE_COMMAND_REFUSALS.REQUEST_STILL_OPEN, { regime, parameters: { kind, id } }),
    );
}

/** The case after the decision; a decision on a decided case is a bug of the caller. @throws Error then. */
export function afterDecision(
  state: ReleaseCase,
  event: { readonly type: 'GoodsReleased' | 'GoodsReleaseRefused' },
): ReleaseCase {
  if (isDecided(state)) throw new Error(`release of ${state.declarationId} is decided already`);
  return { ...state, state: event.type === 'GoodsReleased' ? 'RELEASED' : 'RELEASE_REFUSED' };
}

function awaited(state: ReleaseCase): readonly AwaitedAnswer[] {
  const list: readonly (AwaitedAnswer | false)[] = [
    state.state === 'SUSPENDED_IP' && 'END_OF_SUSPENSION',
    state.payments !== 'COVERED' && 'PAYMENTS',
    state.risk === 'WAITING' && 'RISK',
    state.risk !== 'WAITING' && controlsPending(state) && 'CONTROL',
    !state.goodsArrived && 'ARRIVAL',
    state.openMatters.length > 0 && 'OPEN_MATTER',
  ];
  return list.filter((answer) => answer !== false);
}

function officerCauses(state: ReleaseCase, at: Date): readonly OfficerCause[] {
  const late = state.lateDocuments.some(
    ({ state: document }) => document !== 'CLOSED' && document !== 'DUE_AFTER_RELEASE',
  );
  const list: readonly (OfficerCause | false)[] = [
    at > state.term.dueAt && 'TERM_OVER',
    (state.risk === 'CONTROL_ORDERED' || state.controls.length > 0) && 'CONTROL_MEASURE_SET',
    state.controls.some((control) => control.outcome === 'DISCREPANCY') && 'DISCREPANCY_FOUND',
    late && 'LATE_DOCUMENT_ASKED',
    state.payments === 'NOT_ASSESSED' && 'PAYMENTS_NOT_ASSESSED',
  ];
  return [...list.filter((cause) => cause !== false), ...state.judgements];
}

function goodsReleased(
  state: ReleaseCase,
  at: Date,
  calendar: LegalCalendar,
  mode: GoodsReleased['mode'],
  decidedBy: GoodsReleased['decidedBy'],
): GoodsReleased {
  return {
    type: 'GoodsReleased',
    declarationId: state.declarationId,
    kind: 'FULL',
    mode,
    decidedAt: at,
    releasedOn: calendar.civilDate(at, state.term.counted.timeZone),
    decidedBy,
  };
}
