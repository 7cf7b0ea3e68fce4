/** The officer's refusal of release before it is sent: the grounds of Code 2017 art. 201, with their facts. */
import type { ReasonDefinition, RefusalBody, ReleaseCondition } from '../api/contract.js';
import type { TextKey } from '../i18n/language.js';

/** The nine grounds of Code 2017 art. 201 by their codes; sentences, articles and cures come from the server. */
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

/** The grounds that the server knows, in the order of the article. */
export function groundsOf(catalogue: ReadonlyMap<string, ReasonDefinition>): readonly Ground[] {
  return GROUND_CODES.flatMap((code) => {
    const definition = catalogue.get(code);
    const article = definition?.article.CODE_2017;
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
    grounds.some(([code, { condition }]) => needsCondition(code) && condition === undefined) &&
      'conditionMissing',
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
