/** Write-off of uncollectible debt (art. 129.2(9), 172): proposed by an officer, decided by the head. Load, decide, post, publish. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { DebtWrittenOffSchema, moneyMessage } from '@shekara/contracts';
import { art, type Refused, refuse, reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { type CollectionCaseEntity, debtsIn, ownerOf } from '../collection/case/collection-case.entity.js';
import { CollectionDisputes } from '../collection/acts/collection-disputes.service.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { debtWrittenOff } from '../ledger/write-off-postings.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import type { GroundInOtherLaw } from './debt-written-off.js';
import { keptUncollectible, WriteOffEntity, writeOffOf } from './write-off.entity.js';
import { writeOffReasons } from './write-off-reasons.js';
import {
  evolveWriteOff,
  type HeadsDecision,
  proposeWriteOff,
  recognizeUncollectible,
  rejectWriteOff,
  type UncollectibleDebt,
} from './write-off.js';

/** Queue Q-PAY-15: a write-off to decide. */
const WRITE_OFF_QUEUE = 'WRITE_OFF';
const WRITE_OFF = art(172, 1);

export type WriteOffHandled = { readonly accepted: true; readonly writeOff: WriteOffEntity } | Refused;
type Signed = Omit<HeadsDecision, 'on'>;

@Injectable()
export class WriteOffService {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(CollectionDisputes) private readonly collection: CollectionDisputes,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Proposes what a case has left; its item waits for the head. A case has one proposal at a time. */
  async propose(work: Work, row: CollectionCaseEntity, ground: GroundInOtherLaw): Promise<WriteOffHandled> {
    const proposed = await work.manager.findOneBy(WriteOffEntity, {
      collectionId: row.id,
      status: 'PROPOSED',
    });
    if (proposed)
      return refuse(
        reason(writeOffReasons.WRITE_OFF_STATE_UNFIT, { parameters: { status: proposed.status } }),
      );
    const decision = proposeWriteOff(uncollectible(row), ground);
    if (!decision.accepted) return decision;
    const { payer, customsBody } = ownerOf(row);
    const writeOff = work.manager.create(WriteOffEntity, {
      id: uuidv7(),
      collectionId: row.id,
      collectionNumber: row.number,
      caseId: row.caseId,
      customsBody,
      payer,
      payerName: row.payerName,
      debts: keptUncollectible(uncollectible(row)),
      groundAct: ground.act,
      groundProvision: ground.provision,
      status: 'PROPOSED',
      decision: null,
      proposedOn: this.today(work),
      decidedOn: null,
    });
    await work.manager.save(writeOff);
    await this.workItems.open(work, {
      kind: WRITE_OFF_QUEUE,
      role: 'HEAD_OF_POST',
      customsBody,
      subject: 'WriteOff',
      subjectId: writeOff.id,
      caseId: row.caseId,
      title: `Write-off of the debt of collection ${row.number}`,
      article: WRITE_OFF,
    });
    this.record(work, writeOff, 'WriteOffProposed', { ground, debts: writeOff.debts });
    return { accepted: true, writeOff };
  }

  /**
   * The head recognizes the debt as uncollectible: what the case has left today, interest included, is posted as written off
   * and each obligation ends (R-PAY-180); collection closes.
   */
  async recognize(
    work: Work,
    writeOff: WriteOffEntity,
    signed: Signed,
    head: Principal,
  ): Promise<WriteOffHandled> {
    const held = await this.collection.holdForWriteOff(work, writeOff.collectionId);
    if (!held) throw new Error(`the collection of write-off ${writeOff.id} is gone`);
    const { row, one } = held;
    const proposal = writeOffOf(writeOff);
    const debts = uncollectible(row);
    const on = this.today(work);
    const standing = proposeWriteOff(debts, proposal.ground);
    const decision = recognizeUncollectible({ ...proposal, debts }, { ...signed, on }, one);
    if (!decision.accepted) return decision;
    if (!standing.accepted) return standing;
    await this.workItems.complete(work, WRITE_OFF_QUEUE, writeOff.id, head, 'WRITTEN_OFF');
    await this.post(work, row, debts, on);
    const { status } = decision.events.reduce(evolveWriteOff, proposal);
    Object.assign(writeOff, {
      status,
      debts: keptUncollectible(debts),
      decision: { ...signed },
      decidedOn: on,
    });
    await work.manager.save(writeOff);
    for (const debt of debts) this.announce(work, writeOff, debt, signed.number);
    this.record(work, writeOff, 'DebtWrittenOff', { debts: writeOff.debts, decision: writeOff.decision });
    await this.collection.writtenOff(work, row, decision.events);
    return { accepted: true, writeOff };
  }

  /** The head rejects the proposal: the debts stay, and collection with them. */
  async reject(
    work: Work,
    writeOff: WriteOffEntity,
    signed: Signed,
    head: Principal,
  ): Promise<WriteOffHandled> {
    const on = this.today(work);
    const decision = rejectWriteOff(writeOffOf(writeOff), { ...signed, on });
    if (!decision.accepted) return decision;
    await this.workItems.complete(work, WRITE_OFF_QUEUE, writeOff.id, head, 'REJECTED');
    Object.assign(writeOff, { status: 'REJECTED', decision: { ...signed }, decidedOn: on });
    await work.manager.save(writeOff);
    this.record(work, writeOff, 'WriteOffRejected', { decision: writeOff.decision });
    return { accepted: true, writeOff };
  }

  private async post(
    work: Work,
    row: CollectionCaseEntity,
    debts: readonly UncollectibleDebt[],
    on: CivilDate,
  ): Promise<void> {
    const owner = ownerOf(row);
    await this.payers.hold(work, owner, row.payerName);
    const entries = debts.flatMap(({ kind, principal, penaltyInterest }) =>
      (
        [
          ['PRINCIPAL', principal],
          ['PENALTY_INTEREST', penaltyInterest],
        ] as const
      )
        .filter(([, amount]) => amount.isPositive())
        .map(([part, amount]) =>
          debtWrittenOff({ owner, kind, amount, part, document: row.number, valueDate: on }),
        ),
    );
    await this.ledger.post(work, postingsIn(row.caseId, entries));
    await this.accrual.settled(work, owner);
  }

  private announce(
    work: Work,
    { id: writeOffId, caseId, payer, customsBody, groundAct, groundProvision, decidedOn }: WriteOffEntity,
    { liability: liabilityId, kind: paymentKind, principal, penaltyInterest }: UncollectibleDebt,
    decisionNumber: string,
  ): void {
    this.outbox.publish(
      work,
      DebtWrittenOffSchema,
      {
        writeOffId,
        caseId,
        payer,
        customsBody,
        liabilityId,
        paymentKind,
        principal: moneyMessage(principal),
        penaltyInterest: moneyMessage(penaltyInterest),
        groundAct,
        groundProvision,
        decisionNumber,
        writtenOffOn: decidedOn ?? '',
      },
      { caseId, ground: art(129, '2(9)') },
    );
  }

  private record(
    work: Work,
    { id: streamId, caseId, collectionNumber }: WriteOffEntity,
    type: string,
    payload: object,
  ) {
    work.record({
      stream: 'WriteOff',
      streamId,
      caseId,
      type,
      payload: { collectionNumber, ...payload },
      ground: WRITE_OFF,
    });
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

/** What a case has left, each kind as the obligation of its notice. */
function uncollectible({ debts, noticeNumber }: CollectionCaseEntity): readonly UncollectibleDebt[] {
  return debtsIn(debts)
    .filter(({ principal, penaltyInterest }) => principal.plus(penaltyInterest).isPositive())
    .map((debt) => ({ liability: noticeNumber, ...debt }));
}
