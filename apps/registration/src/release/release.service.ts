/** Release of goods: gathers the answers, decides when the last is in, carries out what was decided (art. 296, 297, 302). */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import {
  GoodsReleasedSchema,
  GoodsReleaseRefusedSchema,
  ReleaseTermExceededSchema,
  timestampOf,
} from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { art, art2017, type Decision, type LegalRef } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { ArrivalNoticeService } from '../arrival-notice/arrival-notice.service.js';
import { notifyStatus } from '../goods-declaration/goods-declaration.events.js';
import {
  changeDeclaration,
  lockDeclaration,
  type RegisteredDeclaration,
} from '../goods-declaration/goods-declaration.repository.js';
import { DECLARATION_STREAM, keptReason } from '../goods-declaration/goods-declaration.service.js';
import { type GoodsReleaseRefused, refuseRelease, type RefuseRelease } from './refuse-release.js';
import { type ReleaseAnswer, withAnswer } from './release-conditions.js';
import { endReleaseDeadlines, RELEASE_TERM_ARTICLE } from './release.deadlines.js';
import { goodsReleased, goodsReleaseRefused } from './release.events.js';
import { afterDecision, decideRelease, type GoodsReleased, isDecided, releaseByOfficer } from './release.js';
import { ReleaseQueues } from './release-queue.service.js';

const RELEASE_ARTICLE = art(296, 3);
const CONDITIONS_ARTICLE = art(296, 1);
const REFUSAL_ARTICLE = art2017(201);

@Injectable()
export class ReleaseService {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(ArrivalNoticeService) private readonly arrivals: ArrivalNoticeService,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(ReleaseQueues) private readonly queues: ReleaseQueues,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * One answer to the case, and what follows from it: release without an official, a question to an officer, or nothing
   * yet (R-DEC-173, R-DEC-193). After a decision answers change nothing. @throws Error for a declaration never registered.
   */
  async answered(work: Work, declarationId: string, answer: ReleaseAnswer): Promise<void> {
    await this.hear(work, await this.lock(work, declarationId), answer);
  }

  /** Announcement and end of a control do not say whether a declaration or an arrival notice is controlled. */
  async ofControl(
    work: Work,
    subjectId: string,
    answer: ReleaseAnswer & { type: 'ControlMeasureInformed' | 'ControlCompleted' },
  ): Promise<void> {
    const declaration = await lockDeclaration(work, { id: subjectId });
    if (declaration) await this.hear(work, declaration, answer);
  }

  /** The same for a declaration that is locked already. */
  async hear(work: Work, declaration: RegisteredDeclaration, answer: ReleaseAnswer): Promise<void> {
    if (isDecided(declaration.releaseCase)) return;
    const releaseCase = withAnswer(declaration.releaseCase, answer);
    this.record(work, declaration, 'ReleaseAnswerHeard', answer, CONDITIONS_ARTICLE);
    const outcome = decideRelease(releaseCase, work.context.at, this.calendar);
    declaration.releaseCase = releaseCase;
    if (outcome.outcome === 'RELEASE') {
      await this.queues.withdraw(work, declaration, 'RELEASED_AUTOMATICALLY');
      return this.released(work, declaration, outcome.event);
    }
    await changeDeclaration(work, declaration, { status: 'UNDER_CHECK', releaseCase });
    if (outcome.outcome === 'OFFICER') {
      const queue = outcome.because.includes('TERM_OVER') ? 'RELEASE_OVERDUE' : 'RELEASE';
      await this.queues.ask(work, declaration, queue, outcome.because.join(', '));
    }
  }

  /** The officer releases, holding the item of the queue (art. 296; R-DEC-027). */
  async releaseByOfficer(
    work: Work,
    declaration: RegisteredDeclaration,
    officer: Principal,
    findingsConsidered: string | undefined,
  ): Promise<Decision<GoodsReleased>> {
    const decision = releaseByOfficer(
      declaration.releaseCase,
      {
        officer: officer.subject,
        as: officer.roles.includes('HEAD_OF_POST') ? 'HEAD' : 'RELEASE_OFFICER',
        at: work.context.at,
        findingsConsidered,
      },
      this.calendar,
    );
    const [event] = decision.accepted ? decision.events : [];
    if (event) {
      await this.queues.complete(work, declaration, officer, 'RELEASED');
      await this.released(work, declaration, event);
    }
    return decision;
  }

  /** The officer refuses with every ground (art. 302; Code 2017 art. 201; R-DEC-233). */
  async refuseByOfficer(
    work: Work,
    declaration: RegisteredDeclaration,
    officer: Principal,
    command: Pick<RefuseRelease, 'grounds' | 'exceptions'>,
  ): Promise<Decision<GoodsReleaseRefused>> {
    const decision = refuseRelease(declaration.releaseCase, {
      ...command,
      officer: officer.subject,
      at: work.context.at,
    });
    const [event] = decision.accepted ? decision.events : [];
    if (event) {
      await this.queues.complete(work, declaration, officer, 'RELEASE_REFUSED');
      await this.refused(work, declaration, event);
    }
    return decision;
  }

  /** The declaration is withdrawn (art. 290): nobody is asked of its release any more, and no term of it runs. */
  async withdrawn(
    work: Work,
    declaration: RegisteredDeclaration,
    state: 'WITHDRAWN' | 'RELEASE_CANCELLED',
  ): Promise<void> {
    await this.queues.withdraw(work, declaration, state);
    await changeDeclaration(work, declaration, {
      status: state,
      releaseCase: { ...declaration.releaseCase, state, openMatters: [] },
      openWorkItem: null,
      decidedAt: work.context.at,
      decidedBy: work.context.actor,
    });
    await endReleaseDeadlines(this.deadlines, work, declaration.id);
  }

  /** The last hour of the term has begun and nothing is decided: an officer is asked. */
  async termNearsEnd(work: Work, declarationId: string): Promise<void> {
    const declaration = await this.lock(work, declarationId);
    if (isDecided(declaration.releaseCase)) return;
    await this.queues.ask(work, declaration, 'RELEASE', 'the term ends within the hour');
  }

  /** The term is over undecided: an alert and the head's queue, never a release or a refusal by silence (R-DEC-190). */
  async termExceeded(work: Work, declarationId: string): Promise<void> {
    const declaration = await this.lock(work, declarationId);
    if (isDecided(declaration.releaseCase)) return;
    const { id, number, caseId, customsBody, releaseDueAt } = declaration;
    this.outbox.publish(
      work,
      ReleaseTermExceededSchema,
      { declarationId: id, number, caseId, customsBody, dueAt: timestampOf(releaseDueAt) },
      { caseId, ground: RELEASE_TERM_ARTICLE },
    );
    this.record(work, declaration, 'ReleaseTermExceeded', { dueAt: releaseDueAt }, RELEASE_TERM_ARTICLE);
    await this.queues.ask(work, declaration, 'RELEASE_OVERDUE', 'the term of release is over');
  }

  private async released(
    work: Work,
    declaration: RegisteredDeclaration,
    event: GoodsReleased,
  ): Promise<void> {
    await changeDeclaration(work, declaration, {
      status: 'RELEASED',
      releaseCase: afterDecision(declaration.releaseCase, event),
      openWorkItem: null,
      decidedAt: event.decidedAt,
      decidedBy: 'officer' in event.decidedBy ? event.decidedBy.officer : event.decidedBy.ruleSet,
    });
    await endReleaseDeadlines(this.deadlines, work, declaration.id);
    const { caseId, arrivalNoticeNumber } = declaration;
    const options = { caseId, ground: RELEASE_ARTICLE };
    this.outbox.publish(work, GoodsReleasedSchema, goodsReleased(declaration, event), options);
    notifyStatus(this.outbox, work, declaration, { ground: RELEASE_ARTICLE });
    this.record(work, declaration, event.type, event, RELEASE_ARTICLE);
    if (arrivalNoticeNumber === '') return;
    const notice = await this.arrivals.byNumber(work, arrivalNoticeNumber);
    if (notice) await this.arrivals.recordOutcome(work, notice, 'RELEASED', event.decidedAt);
  }

  private async refused(
    work: Work,
    declaration: RegisteredDeclaration,
    event: GoodsReleaseRefused,
  ): Promise<void> {
    const { reasons } = event;
    await changeDeclaration(work, declaration, {
      status: 'RELEASE_REFUSED',
      releaseCase: afterDecision(declaration.releaseCase, event),
      reasons: reasons.map(keptReason),
      openWorkItem: null,
      decidedAt: event.decidedAt,
      decidedBy: event.decidedBy.officer,
    });
    await endReleaseDeadlines(this.deadlines, work, declaration.id);
    const options = { caseId: declaration.caseId, ground: REFUSAL_ARTICLE };
    this.outbox.publish(work, GoodsReleaseRefusedSchema, goodsReleaseRefused(declaration, event), options);
    notifyStatus(this.outbox, work, declaration, { reasons, ground: REFUSAL_ARTICLE });
    const payload = { ...event, reasons: reasons.map(keptReason) };
    this.record(work, declaration, event.type, payload, REFUSAL_ARTICLE);
  }

  private async lock(work: Work, id: string): Promise<RegisteredDeclaration> {
    const declaration = await lockDeclaration(work, { id });
    if (!declaration) throw new Error(`no declaration ${id} was registered here`);
    return declaration;
  }

  private record(
    work: Work,
    { id, caseId }: RegisteredDeclaration,
    type: string,
    payload: unknown,
    ground: LegalRef,
  ): void {
    work.record({ stream: DECLARATION_STREAM, streamId: id, caseId, type, payload, ground });
  }
}
