/** What handlers answer: a status and a body, or the refusal of a decision. */
import { ProblemException } from '@shekara/auth';
import { type Decision, type Reason, reason } from '@shekara/kernel';
import { requestReasons } from './request-reasons.js';

/** What a handler answers: a status and a JSON body. A refusal is an answer too, so that what it records is kept. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The answer of a refused decision: a problem document with every reason (RFC 9457). */
export function refusal(reasons: readonly [Reason, ...Reason[]], extra: object = {}): Answer {
  return { status: 422, body: { ...ProblemException.refused(reasons).problem, ...extra } };
}

/** The refusal of a field that the edge lets through and the handler finds wrong. */
export function fieldInvalid(pointer: string): Answer {
  return refusal([reason(requestReasons.FIELD_INVALID, { pointer })]);
}

/** Answers a decision: what `accepted` makes of its events, or the refusal. */
export function answerOf<Event>(
  decision: Decision<Event>,
  accepted: (events: readonly Event[]) => Answer,
): Answer {
  return decision.accepted ? accepted(decision.events) : refusal(decision.reasons);
}
