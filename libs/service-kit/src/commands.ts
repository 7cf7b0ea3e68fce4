/** HTTP commands: one transaction for the effect and its answer, kept by Idempotency-Key. */
import { hash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Principal, ProblemException } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import { isTransient } from '@shekara/messaging';
import { type Additions, DataSource, type Insertion, UnitOfWork, type Work } from '@shekara/persistence';
import type { Answer } from './answer.js';
import { requestReasons } from './request-reasons.js';
import { IDEMPOTENCY_KEY } from './route-description.js';

/** A POST as the command sees it. */
export interface CommandRequest {
  readonly principal: Principal;
  readonly idempotencyKey: string;
  /** Over method, path and body: tells a repetition from another request. */
  readonly fingerprint: string;
}

interface HttpRequest {
  readonly principal?: Principal;
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const KEY = /^[A-Za-z0-9._-]{8,100}$/;

/** Tells the OpenAPI document of the header that every command needs. */
const describeKey: ParameterDecorator = (controller, method) => {
  const handler = method && Object.getOwnPropertyDescriptor(controller, method);
  if (!handler) throw new Error('a command is the argument of a method');
  ApiHeader({
    name: IDEMPOTENCY_KEY,
    required: true,
    description: 'Your own number of this request: a repetition gets the first answer again',
    schema: { type: 'string', pattern: KEY.source },
  })(controller, method, handler);
};

/** The command that a POST carries. @throws ProblemException 400 without a usable Idempotency-Key. */
export const Command = createParamDecorator(
  (_data: unknown, context: ExecutionContext): CommandRequest => {
    const { principal, method, url, body, headers } = context.switchToHttp().getRequest<HttpRequest>();
    if (!principal) throw new Error('a command needs a principal');
    const idempotencyKey = headers['idempotency-key'];
    if (typeof idempotencyKey !== 'string' || !KEY.test(idempotencyKey)) {
      throw ProblemException.refused([reason(requestReasons.IDEMPOTENCY_KEY_MISSING)], 400);
    }
    const said = JSON.stringify([method, url, body ?? null]);
    return { principal, idempotencyKey, fingerprint: hash('sha256', said, 'hex') };
  },
  [describeKey],
);

const ANSWERS: Insertion = {
  table: 'answers',
  columns: [
    ['client', 'text'],
    ['idempotency_key', 'text'],
    ['fingerprint', 'text'],
    ['answered_at', 'timestamptz'],
    ['status', 'int'],
    ['body', 'jsonb'],
  ],
};

@Injectable()
export class Commands {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  /**
   * Runs the command once, in one transaction with its answer; a repetition with the same key gets the first answer again.
   * @throws ProblemException 409 when the key was used for another request.
   */
  run(request: CommandRequest, task: (work: Work) => Promise<Answer>): Promise<Answer> {
    return this.once(request, () =>
      this.unitOfWork.run({ actor: request.principal.subject }, async (work) =>
        keep(work, request, await task(work)),
      ),
    );
  }

  /**
   * The same for a command that reads nothing from the database and only adds: it shares its commit with others, which
   * costs a fraction of a transaction of its own.
   */
  add(request: CommandRequest, task: (work: Additions) => Promise<Answer>): Promise<Answer> {
    return this.once(request, () =>
      this.unitOfWork.add({ actor: request.principal.subject }, async (work) =>
        keep(work, request, await task(work)),
      ),
    );
  }

  /**
   * The answer is written with the effect, under a unique key: of two requests with one key, whether at once or one later,
   * the second cannot commit. What it was refused with may be due to the first, whose answer it gets instead.
   */
  private async once(request: CommandRequest, attempt: () => Promise<Answer>): Promise<Answer> {
    try {
      return await attempt();
    } catch (error) {
      const kept = isTransient(error) ? undefined : await this.keptAnswer(request);
      if (!kept) throw error;
      return kept;
    }
  }

  private async keptAnswer(request: CommandRequest): Promise<Answer | undefined> {
    const { principal, idempotencyKey, fingerprint } = request;
    const [kept] = await this.dataSource.query<{ fingerprint: string; status: number; body: unknown }[]>(
      `SELECT fingerprint, status, body FROM answers WHERE client = $1 AND idempotency_key = $2`,
      [principal.subject, idempotencyKey],
    );
    if (!kept) return undefined;
    if (kept.fingerprint !== fingerprint) {
      throw ProblemException.refused([reason(requestReasons.IDEMPOTENCY_KEY_REUSED)], 409);
    }
    return { status: kept.status, body: kept.body };
  }
}

/** Keeps the answer with the work. Answers it as a repetition will get it. */
function keep(work: Additions, request: CommandRequest, answer: Answer): Answer {
  const { principal, idempotencyKey, fingerprint } = request;
  const body = JSON.stringify(answer.body ?? null);
  work.add(ANSWERS, [principal.subject, idempotencyKey, fingerprint, work.context.at, answer.status, body]);
  return { status: answer.status, body: JSON.parse(body) as unknown };
}
