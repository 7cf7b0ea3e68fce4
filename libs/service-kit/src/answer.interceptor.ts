/** Sends an `Answer` with its status; a refusal leaves as a problem document. */
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Answer } from './answer.js';

@Injectable()
export class AnswerInterceptor implements NestInterceptor<Answer, unknown> {
  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ status, body }) => {
        void reply.status(status);
        if (status >= 400) void reply.type('application/problem+json');
        return body;
      }),
    );
  }
}

/** Marks a route or controller whose methods return an `Answer`. */
export function Answers(): MethodDecorator & ClassDecorator {
  return UseInterceptors(AnswerInterceptor);
}
