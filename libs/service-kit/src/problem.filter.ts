/** Every error leaves as an RFC 9457 problem document; what broke inside is logged, never told. */
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, ProblemException } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import { isTransient } from '@shekara/messaging';
import { requestReasons } from './request-reasons.js';

/** What `Retry-After` of a 503 says: a server that was killed is up again within seconds. */
export const COME_AGAIN_AFTER_SECONDS = 2;

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const problem = this.problemOf(error);
    const reply = http.getResponse<FastifyReply>();
    if (problem.status === 503) void reply.header('retry-after', String(COME_AGAIN_AFTER_SECONDS));
    void reply
      .status(problem.status)
      .type('application/problem+json')
      .send({ ...problem, instance: http.getRequest<FastifyRequest>().url.split('?')[0] });
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof ProblemException) return error.problem;
    const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
    if (status === 404) return problem(404, 'Not found', reason(requestReasons.NOT_FOUND));
    if (status < 500)
      return problem(status, 'The request cannot be read', reason(requestReasons.REQUEST_INVALID));
    this.logger.error('request failed', error);
    const away = status === 500 && isTransient(error);
    return {
      type: 'about:blank',
      title: away ? 'The service cannot answer now' : 'The service failed',
      status: away ? 503 : status,
      detail:
        'The failure is logged; the request had no effect and may be repeated with the same Idempotency-Key.',
      reasons: [],
    };
  }
}

/** Fastify's own refusals (body too large, not JSON) carry a status code. */
function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}

function problem(status: number, title: string, why: ReturnType<typeof reason>): Problem {
  return { type: 'urn:shekara:problem:request', title, status, detail: why.text.en, reasons: [why] };
}
