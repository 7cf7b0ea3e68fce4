/** Securities of a debt in collection: named to guarantees, and what guarantees reports of them (art. 161.1; R-PAY-183, R-PAY-184). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { Liabilities } from '../../liability/liabilities.repository.js';
import { type MovedKind, CalledDeposits } from '../../money-guarantee-return/called-deposits.service.js';
import { ownerOf as holderOf } from '../../money-guarantee-return/deposit.entity.js';
import { CollectionActs } from '../acts/collection-acts.service.js';
import { partsOf, type SettledPart } from '../case/case-debts.js';
import { CollectionAnnouncements } from '../case/collection-announcements.service.js';
import { type CollectionCase, type CollectionEvent, evolve } from '../case/collection-case.js';
import { type CollectionCaseEntity, debtsIn, ownerOf } from '../case/collection-case.entity.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import { calledSums, type SecuredKind } from './called-sums.js';
import type { GuaranteeCallEntity } from './guarantee-call.entity.js';
import { GuaranteeCallRecords, type NamedCover } from './guarantee-calls.repository.js';
import { type GuaranteeReport, recordGuaranteeReport } from './own-money.js';
import { type FromDeposit, OwnMoneyStage } from './own-money.service.js';

/** A reservation that secures a debt. */
export interface SecuringReservation {
  readonly coverId: string;
  readonly securityNumber: string;
  readonly declarationNumber: string;
  readonly secured: readonly SecuredKind[];
}

export interface Demanded {
  readonly demandNumber: string;
  readonly amount: Money;
  readonly on: CivilDate;
}

export interface Ended {
  readonly result: 'RECOVERED' | 'SHORT' | 'NONE';
  readonly recovered: Money;
  readonly on: CivilDate;
  readonly demandNumber: string;
  readonly document: string;
}

/** Duties and taxes of a declaration that were moved from a deposit. */
export interface Moved extends Ended {
  readonly declarationNumber: string;
  readonly kinds: readonly MovedKind[];
}

@Injectable()
export class GuaranteeCalls {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(GuaranteeCallRecords) private readonly records: GuaranteeCallRecords,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionActs) private readonly acts: CollectionActs,
    @Inject(OwnMoneyStage) private readonly ownMoney: OwnMoneyStage,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(CalledDeposits) private readonly deposits: CalledDeposits,
    @Inject(CollectionAnnouncements) private readonly announcements: CollectionAnnouncements,
  ) {}

  /** The reservations that secure declarations of the debt's case. */
  async securing(work: Work, row: CollectionCaseEntity): Promise<readonly SecuringReservation[]> {
    const secured = await this.liabilities.secured(work, ownerOf(row), row.caseId);
    return secured.flatMap(
      ({ declarationNumber, security: { reservationId: coverId, number, toReserve } }) =>
        coverId && number ? [{ coverId, securityNumber: number, declarationNumber, secured: toReserve }] : [],
    );
  }

  /** What guarantees reported of the securities before the notice defaulted: the events of it, for the new case. */
  async reportedBefore(
    work: Work,
    { caseId }: CollectionCaseEntity,
    covers: readonly SecuringReservation[],
    one: CollectionCase,
  ): Promise<readonly CollectionEvent[]> {
    const events: CollectionEvent[] = [];
    for (const cover of covers) {
      const record = await this.records.hold(work, { ...cover, caseId });
      for (const report of reportsOf(record)) {
        const decision = recordGuaranteeReport(events.reduce(evolve, one), report, this.calendar);
        if (decision.accepted) events.push(...decision.events);
      }
    }
    return events;
  }

  /** Stage 2 is open: each security that was not tried yet is named to guarantees, which alone demands (R-PAY-183). */
  async call(work: Work, row: CollectionCaseEntity, covers: readonly SecuringReservation[]): Promise<void> {
    const on = this.acts.today(work);
    for (const { secured, ...cover } of covers) {
      const { coverId, securityNumber } = cover;
      const sums = calledSums(debtsIn(row.debts), secured);
      const known = row.progress.covers[coverId];
      if (known === 'RECOVERED' || known === 'SHORT' || sums.length === 0) continue;
      if (known === undefined) {
        const event: CollectionEvent = { type: 'GuaranteeCalled', coverId, securityNumber };
        await this.acts.take(work, row, { accepted: true, events: [event] }, { on });
      }
      this.announcements.guaranteeCalled(work, row, cover, sums, on);
    }
  }

  /** Guarantees demands: the cases of the cover record it once. */
  async demanded(work: Work, cover: NamedCover, { demandNumber, amount, on }: Demanded): Promise<void> {
    const record = await this.records.hold(work, cover);
    if (record.demandedOn !== null) return;
    record.demandNumber = demandNumber;
    record.demanded = amount.toString();
    record.demandedOn = on;
    await work.manager.save(record);
    const { coverId, caseId } = cover;
    for (const row of await this.cases.holdOfCover(work, caseId, coverId))
      await this.ownMoney.guaranteeReport(work, row, { report: 'DEMANDED', coverId, on, demandNumber });
  }

  /** The guarantor has the demand; `payBy` is its last day to pay. */
  async delivered(work: Work, cover: NamedCover, payBy: CivilDate): Promise<void> {
    const record = await this.records.hold(work, cover);
    record.payBy = payBy;
    await work.manager.save(record);
  }

  /** What came of the cover lowers the debts of its cases, the oldest first; the guarantor's money follows as receipts. */
  async ended(work: Work, cover: NamedCover, ended: Ended): Promise<void> {
    const record = await this.records.hold(work, cover);
    if (!(await this.keepResult(work, record, ended))) return;
    let left = ended.recovered;
    for (const row of await this.cases.holdOfCover(work, cover.caseId, cover.coverId))
      left = left.minus(await this.report(work, row, cover, ended, left));
  }

  /** Duties and taxes came from a deposit: booked at once, first in the cases of the cover, then on the account. */
  async moved(work: Work, cover: NamedCover, moved: Moved): Promise<void> {
    const record = await this.records.hold(work, cover);
    if (!(await this.keepResult(work, record, moved))) return;
    const deposit = await this.deposits.moved(work, cover.securityNumber, moved.recovered, moved.document);
    let left = moved.kinds;
    for (const row of await this.cases.holdOfCover(work, cover.caseId, cover.coverId)) {
      await this.acts.bringUpToDate(work, row);
      const parts = row.state === 'CLOSED' ? [] : principalOf(row, left);
      const amount = Money.sum(parts.map((part) => part.amount));
      const paid = await this.report(work, row, cover, moved, amount, { parts, deposit: holderOf(deposit) });
      if (paid.isPositive()) left = less(left, parts);
    }
    const rest = left.filter(({ amount }) => amount.isPositive());
    await this.deposits.payOnAccount(work, deposit, moved.declarationNumber, rest, moved.on);
  }

  /** Records the result in a case; answers by how much its debt fell. A case that knows it, or is closed, stays as it is. */
  private async report(
    work: Work,
    row: CollectionCaseEntity,
    { coverId }: NamedCover,
    { result, on, demandNumber }: Ended,
    amount: Money,
    fromDeposit?: FromDeposit,
  ): Promise<Money> {
    await this.acts.bringUpToDate(work, row);
    const before = Money.ofTenge(row.debt);
    const report = result === 'RECOVERED' ? 'RECOVERED' : 'SHORT';
    await this.ownMoney.guaranteeReport(
      work,
      row,
      { report, coverId, amount, on, demandNumber },
      fromDeposit,
    );
    return before.minus(Money.ofTenge(row.debt));
  }

  /** False when a result is known already. */
  private async keepResult(work: Work, record: GuaranteeCallEntity, ended: Ended): Promise<boolean> {
    if (record.result !== null) return false;
    record.result = ended.result;
    record.recovered = ended.recovered.toString();
    record.resultOn = ended.on;
    record.document = ended.document;
    record.demandNumber ??= ended.demandNumber === '' ? null : ended.demandNumber;
    await work.manager.save(record);
    return true;
  }
}

/** The reports of a record, as a case takes them. */
function reportsOf({
  coverId,
  demandedOn,
  result,
  recovered,
  resultOn,
}: GuaranteeCallEntity): GuaranteeReport[] {
  const demand = demandedOn === null ? [] : [{ report: 'DEMANDED' as const, coverId, on: demandedOn }];
  if (result === null || resultOn === null) return demand;
  const report = result === 'RECOVERED' ? 'RECOVERED' : 'SHORT';
  return [...demand, { report, coverId, amount: Money.ofTenge(recovered ?? '0'), on: resultOn }];
}

/** What of the kinds the case owes as duty or tax. */
function principalOf(row: CollectionCaseEntity, kinds: readonly MovedKind[]): readonly SettledPart[] {
  return partsOf(debtsIn(row.debts)).flatMap((owed) => {
    const moved = kinds.find(({ kind }) => kind === owed.kind)?.amount ?? Money.ZERO;
    const amount = owed.amount.min(moved);
    return owed.part === 'PRINCIPAL' && amount.isPositive() ? [{ ...owed, amount }] : [];
  });
}

function less(kinds: readonly MovedKind[], parts: readonly SettledPart[]): readonly MovedKind[] {
  return kinds.map(({ kind, amount }) => ({
    kind,
    amount: amount.minus(Money.sum(parts.filter((part) => part.kind === kind).map((part) => part.amount))),
  }));
}
