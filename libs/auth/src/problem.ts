/** RFC 9457 problem documents: how a refusal leaves over HTTP. */
import { HttpException } from '@nestjs/common';
import type { Reason } from '@shekara/kernel';

export interface Problem {
  /** A URI that names the kind of problem, e.g. `urn:shekara:problem:refused`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The path of the request; the exception filter fills it in. */
  readonly instance?: string;
  readonly reasons: readonly Reason[];
}

/** A refusal that ends the request. Its response body is the problem itself. */
export class ProblemException extends HttpException {
  constructor(readonly problem: Problem) {
    super({ ...problem }, problem.status);
    this.message = problem.detail;
  }

  /** The refusal of a decision: 422 with every reason, unless the status says otherwise (409, 404). */
  static refused(reasons: readonly [Reason, ...Reason[]], status = 422): ProblemException {
    return new ProblemException({
      type: 'urn:shekara:problem:refused',
      title: 'The request is refused',
      status,
      detail: reasons.map((reason) => reason.text.en).join(' '),
      reasons,
    });
  }
}
