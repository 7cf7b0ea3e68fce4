/** What can go wrong with a request, told apart so that each gets its own words on screen. */
import type { Problem, Reason } from './contract.js';

/** The server answered with a problem document: a refusal with its reasons. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'Refused';
  }
}

/** No answer came: the network, or a gateway that is down. The request may have had its effect. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'Unreachable';
  }
}

/** Reads a problem document; an answer that is none still gives its status. */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body !== 'object' || body === null) return { title: `HTTP ${status}`, status, reasons: [] };
  return {
    title: 'title' in body && typeof body.title === 'string' ? body.title : `HTTP ${status}`,
    status,
    detail: 'detail' in body && typeof body.detail === 'string' ? body.detail : undefined,
    reasons: reasonsIn(body),
  };
}

/** The reasons that a problem, or a document that was refused, names. */
export function reasonsIn(body: unknown): readonly Reason[] {
  const named = typeof body === 'object' && body !== null && 'reasons' in body ? body.reasons : undefined;
  return Array.isArray(named) ? named.filter(isReason) : [];
}

function isReason(entry: unknown): entry is Reason {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'code' in entry &&
    typeof entry.code === 'string' &&
    'article' in entry &&
    typeof entry.article === 'string'
  );
}

/** After this failure the same Idempotency-Key must be sent again: the first try may have counted. */
export function mayHaveCounted(failure: unknown): boolean {
  return failure instanceof Unreachable || (failure instanceof Refused && failure.problem.status >= 500);
}
