/** A release case of the worked cases and the answers that it may get, for specs of this slice. */
import type { Decision } from '@shekara/kernel';
import { fileDeclaration } from '../goods-declaration/goods-declaration.js';
import type { DeclarationDraft } from '../goods-declaration/declaration-draft.js';
import { at, exampleLaw, facts, roadImport } from '../goods-declaration/worked-cases.fixture.js';
import type { ReleaseAnswer, ReleaseCase } from './release-conditions.js';
import { openReleaseCase, withAnswer } from './release-conditions.js';

export const NOW = at('2024-10-14', '11:00');

export const covered: ReleaseAnswer = { type: 'LiabilityCovered' };
export const short: ReleaseAnswer = { type: 'LiabilityShort' };
export const noMeasure: ReleaseAnswer = { type: 'RiskEvaluated', measured: false, instructionIds: [] };
export const examination: ReleaseAnswer = { type: 'RiskEvaluated', measured: true, instructionIds: ['i-1'] };
export const conforms: ReleaseAnswer = {
  type: 'ControlCompleted',
  instructionId: 'i-1',
  outcome: 'CONFORMS',
};
export const discrepancy: ReleaseAnswer = {
  type: 'ControlCompleted',
  instructionId: 'i-1',
  outcome: 'DISCREPANCY',
};

/** A declaration registered Mon 14 Oct 2024 10:20, release due Tue 15 Oct 18:00. */
export function registered(fields: Partial<DeclarationDraft> = {}): ReleaseCase {
  const draft = roadImport(fields);
  const decision = fileDeclaration(draft, facts(), at('2024-10-14', '10:20'), exampleLaw);
  const event = decision.accepted ? decision.events[0] : undefined;
  if (event?.type !== 'DeclarationRegistered') throw new Error(JSON.stringify(decision));
  return openReleaseCase(draft, event, true);
}

export function given(...answers: readonly ReleaseAnswer[]): ReleaseCase {
  return answers.reduce(withAnswer, registered());
}

/** The codes of a refusal; for an unmet condition of release its name. */
export function codesOf(decision: Decision<unknown>): readonly string[] {
  return decision.accepted
    ? []
    : decision.reasons.map(({ code, parameters }) => parameters.condition ?? code);
}
