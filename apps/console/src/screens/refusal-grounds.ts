/** The officer's refusal of release before it is sent, and which grounds its regime offers. */
import type { ReasonDefinition, RefusalBody, Regime, ReleaseCondition } from '../api/contract.js';
import type { TextKey } from '../i18n/language.js';

/** The codes of the list RELEASE_REFUSAL_REASON; sentences, articles and cures come from the server. */
const GROUND_CODES = [
  'RELEASE_CONDITIONS_NOT_MET',
  'AMENDMENT_DEMAND_IGNORED',
  'PRELIM_GOODS_NOT_ARRIVED',
  'PERIODIC_RULES_OR_DEBT',
  'GOODS_NOT_SHOWN',
  'IP_TERM_NOT_RESUMED',
  'REQUESTED_DOCUMENTS_NOT_GIVEN',
  'NOT_PERSONAL_USE',
  'VIOLATION_FOUND',
  'FALSE_DUTY_DATA',
  'RESTRICTION_SIGNS_NO_PROOF',
  'VALUE_NOT_CORRECTED',
] as const;

export interface Ground {
  readonly definition: ReasonDefinition;
  readonly article: string;
}

export interface GroundDraft {
  readonly facts: string;
  readonly condition: ReleaseCondition | undefined;
}

/** By code: the grounds that the officer ticked. */
export type RefusalDraft = Readonly<Record<string, GroundDraft>>;

/** The grounds of a regime in the order of its article: nine of Code 2017 art. 201, or those of Code 2010. */
export function groundsOf(catalogue: ReadonlyMap<string, ReasonDefinition>, regime: Regime): readonly Ground[] {
  return GROUND_CODES.flatMap((code) => {
    const definition = catalogue.get(code);
    const article = definition?.article[regime];
    return definition && article ? [{ definition, article: article.text }] : [];
  });
}

/** This ground says which condition of release is not met. */
export function needsCondition(code: string): boolean {
  return code === 'RELEASE_CONDITIONS_NOT_MET';
}

export function missingInRefusal(draft: RefusalDraft): readonly TextKey[] {
  const grounds = Object.entries(draft);
  const missing: readonly (TextKey | false)[] = [
    grounds.length === 0 && 'groundMissing',
    grounds.some(([, { facts }]) => facts.trim() === '') && 'factsMissing',
    grounds.some(([code, { condition }]) => needsCondition(code) && condition === undefined) && 'conditionMissing',
  ];
  return missing.filter((key) => key !== false);
}

/** What goes to registration. */
export function refusalBody(draft: RefusalDraft): RefusalBody {
  return {
    grounds: Object.entries(draft).map(([code, { facts, condition }]) => ({
      code,
      facts: facts.trim(),
      ...(needsCondition(code) && condition ? { condition } : {}),
    })),
  };
}
