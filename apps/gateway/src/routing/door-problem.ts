/** Problem documents (RFC 9457) that the door itself answers with. */
import type { FastifyReply } from 'fastify';
import { type Problem, ProblemException } from '@shekara/auth';
import { reason, type ReasonDefinition } from '@shekara/kernel';
import { COME_AGAIN_AFTER_SECONDS, requestReasons } from '@shekara/service-kit';
import { doorReasons } from './door-reasons.js';

/** Answers a problem that names the path of the request; what is away for now, with the time to come again. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 503) reply.header('retry-after', String(COME_AGAIN_AFTER_SECONDS));
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send({ ...problem, instance: reply.request.url.split('?')[0] });
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  404: 'Not found',
  413: 'The request is too large',
  429: 'Too many requests',
  503: 'The service is not reachable',
  504: 'The service did not answer in time',
};

export function doorProblem(status: number, definition: ReasonDefinition): Problem {
  return {
    type: 'urn:shekara:problem:gateway',
    title: TITLES[status] ?? 'The request is refused',
    status,
    detail: definition.text.en,
    reasons: [reason(definition)],
  };
}

/** What went wrong while a request was read at the door; undefined for a fault of the gateway's own. */
export function problemOfRequest(error: unknown): Problem | undefined {
  if (error instanceof ProblemException) return error.problem;
  const status = statusOf(error);
  if (status === 413) return doorProblem(413, doorReasons.BODY_TOO_LARGE);
  if (status === 404) return doorProblem(404, requestReasons.NOT_FOUND);
  if (error instanceof URIError || status === 400) return doorProblem(400, doorReasons.PATH_INVALID);
  return status !== undefined && status < 500
    ? doorProblem(status, requestReasons.REQUEST_INVALID)
    : undefined;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** What to answer when a service brought no answer: 504 when it was too slow, else 503. */
export function problemOfService(error: unknown): Problem {
  return statusOf(error) === 504
    ? doorProblem(504, doorReasons.SERVICE_TOO_SLOW)
    : doorProblem(503, doorReasons.SERVICE_UNREACHABLE);
}
