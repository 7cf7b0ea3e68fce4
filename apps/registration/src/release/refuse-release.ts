/** The officer refuses release on grounds of the regime, all that apply (art. 302; Code 2017 art. 201). */
import type { Decision, Reason } from '@shekara/kernel';
import { decide, reason, when } from '@shekara/kernel';
import type { ReleaseCase, ReleaseCondition } from './release-conditions.js';
import { unmetConditions } from './release-conditions.js';
import { conditionReasons, decidedAlready, openRequests } from './release.js';
import type { ReleaseRefusalCode } from './release-refusal.js';
import { DETAIL_OF_GROUND_2017, RELEASE_COMMAND_REFUSALS, RELEASE_REFUSAL } from './release-refusal.js';

/** One ground as the officer states it; a code without facts is no reason (R-DEC-269). */
export interface GroundOfRefusal {
  readonly code: ReleaseRefusalCode;
  readonly facts: string;
  /** How to remedy (R-DEC-234); the cure of the ground where the officer adds none. */
  readonly recommendation?: string;
  /** RELEASE_CONDITIONS_NOT_MET: which condition. */
  readonly condition?: ReleaseCondition;
  /** FALSE_DUTY_DATA: nothing but the customs value is adjusted (R-DEC-240). */
  readonly valueAdjustmentOnly?: boolean;
}

/** Exceptions to VIOLATION_FOUND (Code 2017 art. 201.9; art. 302.2). */
export type ViolationException =
  | { readonly code: 'REMEDIED_NO_CASE' }
  | {
      readonly code: 'REMEDIED_NOT_SEIZED';
      readonly putRight: boolean;
      readonly seized: boolean;
      readonly arrested: boolean;
    }
  /** Only with a legal note of a supervisor (Open readings 24). */
  | { readonly code: 'DECLARANT_BANKRUPTCY'; readonly supervisorNote: string };

export interface RefuseRelease {
  readonly grounds: readonly GroundOfRefusal[];
  readonly exceptions: readonly ViolationException[];
  readonly officer: string;
  readonly at: Date;
}

export interface GoodsReleaseRefused {
  readonly type: 'GoodsReleaseRefused';
  readonly declarationId: string;
  readonly reasons: readonly Reason[];
  readonly recommendations: readonly string[];
  readonly decidedAt: Date;
  readonly decidedBy: { readonly officer: string };
}

/**
 * Refuses release before the term ends (R-DEC-235) once every request of the declarant is decided, with the officer's grounds and every unmet condition that the platform
 * knows of (R-DEC-233). The command itself is refused for a ground that the regime does not know (R-DEC-232, R-DEC-290), a
 * detail without its ground, a ground whose facts do not hold, and a violation to which an exception applies (R-DEC-237).
 */
export function refuseRelease(state: ReleaseCase, command: RefuseRelease): Decision<GoodsReleaseRefused> {
  const { regime } = state;
  const suspended = state.state === 'SUSPENDED_IP';
  return decide<GoodsReleaseRefused>(
    [
      decidedAlready(state),
      ...openRequests(state),
      when(!suspended && command.at > state.term.dueAt, RELEASE_COMMAND_REFUSALS.RELEASE_TERM_OVER, {
        regime,
      }),
      when(command.grounds.length === 0, RELEASE_COMMAND_REFUSALS.NO_GROUND_OF_REFUSAL, {
        regime,
        pointer: '/grounds',
      }),
      ...command.grounds.flatMap((ground, index) => objections(state, command, ground, `/grounds/${index}`)),
    ],
    () => [refused(state, command)],
  );
}

/** Whether an exception takes the violation away: both parts of REMEDIED_NOT_SEIZED must hold (R-DEC-238). */
export function exceptionApplies(exception: ViolationException, regime: ReleaseCase['regime']): boolean {
  switch (exception.code) {
    case 'REMEDIED_NO_CASE':
      return true;
    case 'REMEDIED_NOT_SEIZED':
      return exception.putRight && !exception.seized && !exception.arrested;
    case 'DECLARANT_BANKRUPTCY':
      return regime === 'CODE_2017' && exception.supervisorNote.trim() !== '';
  }
}

/** What speaks against one ground of the command. */
function objections(
  state: ReleaseCase,
  command: RefuseRelease,
  ground: GroundOfRefusal,
  pointer: string,
): readonly (Reason | undefined)[] {
  const { regime } = state;
  const details = { regime, pointer, parameters: { ground: ground.code } };
  const coveredBy = regime === 'CODE_2017' ? DETAIL_OF_GROUND_2017[ground.code] : undefined;
  const known = RELEASE_REFUSAL[ground.code].article[regime] !== undefined || coveredBy !== undefined;
  const covered = coveredBy?.some((code) => command.grounds.some((other) => other.code === code)) ?? true;
  const exempt =
    ground.code === 'VIOLATION_FOUND' &&
    command.exceptions.some((exception) => exceptionApplies(exception, regime));
  return [
    when(ground.facts.trim() === '', RELEASE_COMMAND_REFUSALS.NO_GROUND_OF_REFUSAL, {
      ...details,
      pointer: `${pointer}/facts`,
    }),
    when(!known, RELEASE_COMMAND_REFUSALS.GROUND_NOT_OF_THIS_REGIME, details),
    covered ? undefined : reason(RELEASE_COMMAND_REFUSALS.DETAIL_WITHOUT_ITS_GROUND, details),
    when(!factsHold(state, ground), RELEASE_COMMAND_REFUSALS.GROUND_NOT_FOR_THIS_DECLARATION, details),
    when(exempt, RELEASE_COMMAND_REFUSALS.VIOLATION_EXCEPTION_APPLIES, details),
  ];
}

/** The facts that the platform itself knows and that a ground needs (R-DEC-149 scope, R-DEC-240, R-DEC-246). */
function factsHold(state: ReleaseCase, ground: GroundOfRefusal): boolean {
  switch (ground.code) {
    case 'RELEASE_CONDITIONS_NOT_MET':
      return conditionMayBeUnmet(state, ground.condition);
    case 'AMENDMENT_DEMAND_IGNORED':
      return demandNotMet(state);
    case 'PRELIM_GOODS_NOT_ARRIVED':
      return state.feature === 'PRELIMINARY';
    case 'PERIODIC_RULES_OR_DEBT':
      return state.feature === 'PERIODIC';
    case 'IP_TERM_NOT_RESUMED':
      return state.state === 'SUSPENDED_IP';
    case 'NOT_PERSONAL_USE':
      return state.form === 'PASSENGER_DECLARATION';
    case 'FALSE_DUTY_DATA':
      return ground.valueAdjustmentOnly !== true;
    default:
      return true;
  }
}

/** Customs demanded a change, and it was not both made and paid: one part alone is not enough (R-DEC-241). */
function demandNotMet({ judgements, payments }: ReleaseCase): boolean {
  const madeNotPaid = judgements.includes('DEMAND_ANSWERED') && payments !== 'COVERED';
  return judgements.includes('DEMAND_IGNORED') || madeNotPaid;
}

/** Payment is a fact of the ledger; documents and the conditions of the procedure may fail in the officer's judgement. */
function conditionMayBeUnmet(state: ReleaseCase, condition: ReleaseCondition | undefined): boolean {
  if (condition === undefined) return false;
  return (
    condition !== 'PAID_OR_SECURED' || unmetConditions(state).some((unmet) => unmet.condition === condition)
  );
}

function refused(state: ReleaseCase, command: RefuseRelease): GoodsReleaseRefused {
  const { regime } = state;
  const isDetail = (ground: GroundOfRefusal): boolean =>
    regime === 'CODE_2017' && DETAIL_OF_GROUND_2017[ground.code] !== undefined;
  const stated = command.grounds
    .filter((ground) => !isDetail(ground))
    .map((ground) => {
      const details = command.grounds.filter(
        (other) => isDetail(other) && DETAIL_OF_GROUND_2017[other.code]?.includes(ground.code),
      );
      return reason(RELEASE_REFUSAL[ground.code], {
        regime,
        parameters: {
          fact: [ground, ...details].map(({ facts }) => facts).join('; '),
          ...(ground.condition ? { condition: ground.condition } : {}),
          ...(details.length > 0 ? { detail: details.map(({ code }) => code).join(', ') } : {}),
        },
      });
    });
  const alsoUnmet = conditionReasons(state).filter(
    ({ parameters }) => !command.grounds.some(({ condition }) => condition === parameters.condition),
  );
  return {
    type: 'GoodsReleaseRefused',
    declarationId: state.declarationId,
    reasons: [...stated, ...alsoUnmet],
    recommendations: [
      ...command.grounds.map(({ code, recommendation }) => recommendation ?? RELEASE_REFUSAL[code].cure.en),
      ...alsoUnmet.map(({ cure }) => cure.en),
    ],
    decidedAt: command.at,
    decidedBy: { officer: command.officer },
  };
}
