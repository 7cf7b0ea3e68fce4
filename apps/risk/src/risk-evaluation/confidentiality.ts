/** Risk data is confidential (art. 219.4): others learn the verdict and the instruction, never why. */
import { art, defineReasons, when } from '@shekara/kernel';
import type { Reason } from '@shekara/kernel';
import type { ControlOutcome } from '../risk-profile/measure.js';
import type { RiskEvaluation, Verdict } from './risk-evaluation.js';

export const confidentialityReasons = defineReasons({
  RSK_CONFIDENTIAL: {
    article: { CODE_2010: art(219, '4') },
    text: {
      en: 'Risk profiles, indicators and scores are confidential.',
      ru: 'Профили риска, индикаторы и оценки конфиденциальны.',
      kk: 'Тәуекел бейіндері, индикаторлар және бағалар құпия болып табылады.',
    },
    cure: {
      en: 'None: they are open only to customs officers cleared for them.',
      ru: 'Нет: они доступны только уполномоченным должностным лицам таможенных органов.',
      kk: 'Жоқ: олар тек уәкілетті кеден лауазымды адамдарына ашық.',
    },
  },
});

/** Who may read profiles, indicators and scores; a control officer and a security auditor are not among them. */
export const CLEARED_ROLES = [
  'RISK_ANALYST',
  'PROFILE_APPROVER',
  'POST_ENTRY_ANALYST',
  'STRATEGIC_RISK_MANAGER',
] as const;

/** RSK_CONFIDENTIAL unless one of the reader's roles is cleared (art. 219.4, R-RSK-070). */
export function refuseUnlessCleared(roles: readonly string[]): Reason | undefined {
  const cleared = CLEARED_ROLES.some((role) => roles.includes(role));
  return when(!cleared, confidentialityReasons.RSK_CONFIDENTIAL);
}

/** What leaves the service about an evaluation: no profile, level, hit, failure or origin (R-RSK-071). */
export interface EvaluationVerdict {
  readonly objectRef: string;
  readonly stage: RiskEvaluation['stage'];
  readonly verdict: Verdict;
  readonly outcome: ControlOutcome;
  readonly items: readonly { readonly itemNumber: number; readonly outcome: ControlOutcome }[];
  readonly evaluatedAt: Date;
}

/** The verdict for other services; items without a measure are left out. */
export function verdictForOthers(evaluation: RiskEvaluation): EvaluationVerdict {
  return {
    objectRef: evaluation.objectRef,
    stage: evaluation.stage,
    verdict: evaluation.verdict,
    outcome: evaluation.outcome,
    items: evaluation.items.flatMap(({ itemNumber, outcome }) =>
      itemNumber === undefined || outcome === 'NO_MEASURE' ? [] : [{ itemNumber, outcome }],
    ),
    evaluatedAt: evaluation.evaluatedAt,
  };
}

/** NO_MEASURE, or no measure that must precede release, leaves automatic release open (R-RSK-033). */
export function allowsAutomaticRelease({ verdict }: Pick<EvaluationVerdict, 'verdict'>): boolean {
  return verdict !== 'MEASURES_BEFORE_RELEASE';
}
