/** The declarant asks to withdraw a declaration, and the officer decides (art. 290; lifecycle L4). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import {
  DeclarationWithdrawnSchema,
  reasonMessage,
  timestampOf,
  WithdrawalRejectedSchema,
} from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { art, type Reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { ADJUSTMENT } from '../adjustment/adjustment.service.js';
import { lapseAdjustments } from '../adjustment/adjustment.repository.js';
import type { StatedGround } from '../amendment/amendment.js';
import { identityOf } from '../amendment/amendment.events.js';
import {
  AMENDMENT_DEMAND,
  AMENDMENT_DEMAND_UNANSWERED,
  AMENDMENT_REQUEST,
} from '../amendment/amendment-queues.js';
import { lapseAmendments } from '../amendment/amendment.repository.js';
import { controlStateAt } from '../amendment/control-state.js';
import { ArrivalNoticeService } from '../arrival-notice/arrival-notice.service.js';
import { notifyStatus } from '../goods-declaration/goods-declaration.events.js';
import { contentOf, type RegisteredDeclaration } from '../goods-declaration/goods-declaration.repository.js';
import { DECLARATION_STREAM, keptReason } from '../goods-declaration/goods-declaration.service.js';
import { ReleaseService } from '../release/release.service.js';
import {
  type DeclarationWithdrawn,
  goodsStatusOf,
  permitWithdrawal,
  rejectWithdrawal,
  type RequestedWithdrawal,
  requestWithdrawal,
} from './withdrawal.js';
import type { WithdrawalRefusalCode } from './withdrawal-reasons.js';
import { WithdrawalEntity } from './withdrawal.entity.js';
import { withdrawalIsOpen } from './withdrawal.repository.js';

const WITHDRAWAL_ARTICLE = art(290, 1);
const DECISION_ARTICLE = art(290, 3);

/** "Withdrawal requests": the release officer, before release for foreign goods, before departure for Union goods. */
const WITHDRAWAL_REQUEST = 'WITHDRAWAL_REQUEST';

export interface AskedWithdrawal {
  readonly reason: string;
  readonly goodsLocation: string;
  readonly signed: boolean;
}

/** The document as it is now, and every reason when it was refused. */
export interface HandledWithdrawal {
  readonly withdrawal: WithdrawalEntity;
  readonly refused?: readonly [Reason, ...Reason[]];
}

@Injectable()
export class WithdrawalService {
  constructor(
    @Inject(ReleaseService) private readonly releases: ReleaseService,
    @Inject(ArrivalNoticeService) private readonly arrivals: ArrivalNoticeService,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Received: rejected at once with everything that the platform can tell, else release waits and the officer is asked. */
  async request(
    work: Work,
    declaration: RegisteredDeclaration,
    asked: AskedWithdrawal,
  ): Promise<HandledWithdrawal> {
    const { id: declarationId, caseId, customsBody, releaseCase, arrivalNoticeNumber } = declaration;
    const { at: receivedAt, actor: receivedBy } = work.context;
    const { reason, goodsLocation, signed } = asked;
    const { draft } = await contentOf(work.manager, declarationId);
    const goodsStatus = goodsStatusOf(draft);
    const anotherIsOpen = await withdrawalIsOpen(work, declarationId);
    const requested = { goodsStatus, goodsLocation, signed, receivedAt, anotherIsOpen };
    const decision = requestWithdrawal(releaseCase, requested);
    const withdrawal = work.manager.create(WithdrawalEntity, {
      ...{ id: uuidv7(), declarationId, goodsStatus, status: 'REQUESTED', reason, goodsLocation },
      ...{ controlState: controlStateAt(releaseCase, receivedAt), receivedAt, receivedBy, reasons: [] },
      arrivalNoticeNumber,
    });
    this.record(work, declaration, 'WithdrawalRequested', withdrawal);
    if (!decision.accepted) {
      await this.rejected(work, declaration, withdrawal, decision.reasons);
      return { withdrawal, refused: decision.reasons };
    }
    await work.manager.save(withdrawal);
    await this.workItems.open(work, {
      kind: WITHDRAWAL_REQUEST,
      role: 'RELEASE_OFFICER',
      customsBody,
      subject: 'Withdrawal',
      subjectId: withdrawal.id,
      caseId,
      title: `Withdrawal of ${declaration.number}`,
      article: WITHDRAWAL_ARTICLE,
      ...(goodsStatus === 'FOREIGN' ? { dueAt: declaration.releaseDueAt } : {}),
    });
    const matter = { id: withdrawal.id, kind: WITHDRAWAL_REQUEST } as const;
    await this.releases.hear(work, declaration, { type: 'MatterOpened', matter });
    return { withdrawal };
  }

  /** The officer who holds the request permits it (R-DEC-118); refused where something speaks against it after all. */
  async permit(
    work: Work,
    declaration: RegisteredDeclaration,
    withdrawal: WithdrawalEntity,
    officer: Principal,
  ): Promise<HandledWithdrawal> {
    const decision = permitWithdrawal(declaration.releaseCase, asRequested(withdrawal));
    if (!decision.accepted) return { withdrawal, refused: decision.reasons };
    await this.workItems.complete(work, WITHDRAWAL_REQUEST, withdrawal.id, officer, 'PERMITTED');
    for (const event of decision.events) await this.withdrawn(work, declaration, withdrawal, event);
    return { withdrawal };
  }

  /** The officer who holds the request rejects it with grounds of the list; release goes on. */
  async reject(
    work: Work,
    declaration: RegisteredDeclaration,
    withdrawal: WithdrawalEntity,
    officer: Principal,
    grounds: readonly StatedGround<WithdrawalRefusalCode>[],
  ): Promise<HandledWithdrawal> {
    const decision = rejectWithdrawal(declaration.releaseCase, asRequested(withdrawal), grounds);
    if (!decision.accepted) return { withdrawal, refused: decision.reasons };
    const [event] = decision.events;
    if (!event) throw new Error('a rejection says why');
    await this.workItems.complete(work, WITHDRAWAL_REQUEST, withdrawal.id, officer, 'REJECTED');
    await this.rejected(work, declaration, withdrawal, event.reasons);
    await this.releases.hear(work, declaration, { type: 'MatterClosed', id: withdrawal.id });
    return { withdrawal };
  }

  /** Nothing waits for anybody any more; payments, guarantees and storage are told (R-DEC-120, R-DEC-248). */
  private async withdrawn(
    work: Work,
    declaration: RegisteredDeclaration,
    withdrawal: WithdrawalEntity,
    { state, cancellation }: DeclarationWithdrawn,
  ): Promise<void> {
    const { id, caseId, declarantNumber: declarant } = declaration;
    await this.releases.withdrawn(work, declaration, state);
    await this.lapseChanges(work, id);
    const { at, actor: decidedBy } = work.context;
    Object.assign(withdrawal, {
      ...{ status: 'PERMITTED', cancellation: cancellation ?? null, decidedAt: at, decidedBy },
      newDeclarationBy: await this.storageEnd(work, withdrawal),
    } satisfies Partial<WithdrawalEntity>);
    await work.manager.save(withdrawal);
    const { goodsStatus, reason } = withdrawal;
    this.outbox.publish(
      work,
      DeclarationWithdrawnSchema,
      {
        ...identityOf(declaration),
        ...{ declarant, goodsStatus, reason, releasedBefore: state === 'RELEASE_CANCELLED' },
        ...{ decidedAt: timestampOf(at), decidedBy },
      },
      { caseId, ground: DECISION_ARTICLE },
    );
    this.record(work, declaration, 'DeclarationWithdrawn', withdrawal);
    notifyStatus(this.outbox, work, declaration, { ground: DECISION_ARTICLE });
  }

  /** Requests and demands of change (at most one of each) fall away, their work items and terms too. */
  private async lapseChanges(work: Work, declarationId: string): Promise<void> {
    const why = 'DECLARATION_WITHDRAWN';
    for (const amendment of await lapseAmendments(work, declarationId)) {
      await this.deadlines.cancel(work, AMENDMENT_DEMAND, amendment);
      await this.workItems.cancel(work, AMENDMENT_REQUEST, amendment, why);
    }
    for (const adjustment of await lapseAdjustments(work, declarationId)) {
      await this.workItems.cancel(work, ADJUSTMENT, adjustment, why);
    }
    await this.workItems.cancel(work, AMENDMENT_DEMAND_UNANSWERED, declarationId, why);
  }

  /** Foreign goods are declared anew inside temporary storage (R-DEC-119), whose last day their storage documents set. */
  private async storageEnd(
    work: Work,
    { goodsStatus, arrivalNoticeNumber }: WithdrawalEntity,
  ): Promise<string | null> {
    if (goodsStatus === 'UNION' || arrivalNoticeNumber === '') return null;
    const notice = await this.arrivals.byNumber(work, arrivalNoticeNumber);
    return notice?.storageLastDay ?? null;
  }

  private async rejected(
    work: Work,
    declaration: RegisteredDeclaration,
    withdrawal: WithdrawalEntity,
    reasons: readonly [Reason, ...Reason[]],
  ): Promise<void> {
    const { at, actor: decidedBy } = work.context;
    Object.assign(withdrawal, {
      ...{ status: 'REJECTED', reasons: reasons.map(keptReason), decidedAt: at, decidedBy },
    } satisfies Partial<WithdrawalEntity>);
    await work.manager.save(withdrawal);
    this.outbox.publish(
      work,
      WithdrawalRejectedSchema,
      {
        ...identityOf(declaration),
        ...{ reasons: reasons.map(reasonMessage), decidedAt: timestampOf(at), decidedBy },
      },
      { caseId: declaration.caseId, ground: DECISION_ARTICLE },
    );
    this.record(work, declaration, 'WithdrawalRejected', withdrawal);
    notifyStatus(this.outbox, work, declaration, { reasons, ground: DECISION_ARTICLE });
  }

  private record(
    work: Work,
    { id, caseId }: RegisteredDeclaration,
    type: string,
    withdrawal: WithdrawalEntity,
  ): void {
    const { id: withdrawalId, goodsStatus, reason, goodsLocation, controlState, reasons } = withdrawal;
    const { cancellation, newDeclarationBy } = withdrawal;
    const payload = { withdrawalId, goodsStatus, reason, goodsLocation, controlState, reasons };
    work.record({
      stream: DECLARATION_STREAM,
      streamId: id,
      caseId,
      type,
      payload: { ...payload, cancellation, newDeclarationBy },
      ground: type === 'WithdrawalRequested' ? WITHDRAWAL_ARTICLE : DECISION_ARTICLE,
    });
  }
}

/** A request that is kept was signed: an unsigned one is rejected at receipt. */
function asRequested({ goodsStatus, goodsLocation, receivedAt }: WithdrawalEntity): RequestedWithdrawal {
  return { goodsStatus, goodsLocation, receivedAt, signed: true, anotherIsOpen: false };
}
