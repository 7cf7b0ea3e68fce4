/** Filing in the worked cases and reading what came of it, for specs of this slice. */
import type { Decision, Reason } from '@shekara/kernel';
import { VirtualClock } from '@shekara/kernel';
import type { DeclarationDraft } from './declaration-draft.js';
import type { FilingFacts, FilingLaw } from './filing-facts.js';
import type { DeclarationEvent, DeclarationRegistered } from './goods-declaration.js';
import { fileDeclaration } from './goods-declaration.js';
import { at, exampleLaw, facts } from './worked-cases.fixture.js';

export const clock = new VirtualClock(at('2024-10-14', '10:20'));

export function file(
  draft: DeclarationDraft,
  known: FilingFacts = facts(),
  law: FilingLaw = exampleLaw,
  filedAt: Date = clock.now(),
): Decision<DeclarationEvent> {
  return fileDeclaration(draft, known, filedAt, law);
}

export function reasonsOf(decision: Decision<unknown>): readonly Reason[] {
  return decision.accepted ? [] : decision.reasons;
}

/** `CODE detail pointer` of each reason. */
export function defectsOf(decision: Decision<unknown>): readonly string[] {
  return reasonsOf(decision).map(
    ({ code, parameters, pointer }) => `${code} ${parameters.detail} ${pointer}`,
  );
}

export function registeredBy(decision: Decision<DeclarationEvent>): DeclarationRegistered {
  const event = decision.accepted ? decision.events[0] : undefined;
  if (event?.type !== 'DeclarationRegistered')
    throw new Error(`not registered: ${defectsOf(decision).join()}`);
  return event;
}
