/** An adjustment after release: what is missing becomes a debt, what was too much is lowered (art. 289.2, 289.3). */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { lineView, type PaymentLineView } from '../calculation/line-view.js';
import { GivenUpReliefs } from '../contingent/given-up-reliefs.service.js';
import { DECLARATION_AMENDMENT } from '../debt/customs-debt.js';
import { CustomsDebts } from '../debt/customs-debts.service.js';
import { liabilityAssessed, smallRemainderEnded } from '../ledger/liability-postings.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { ADJUSTED_DECLARATION, adjustmentNumber } from '../ledger/payer-entry.js';
import { AssessmentQueue } from '../liability/assessment-queue.service.js';
import { Cover } from '../liability/cover.service.js';
import type { DeclaredGoods } from '../liability/declared-goods.js';
import { Liabilities } from '../liability/liabilities.repository.js';
import { type DeclarationLiability, securedOf } from '../liability/liability.js';
import { LiabilityAnnouncements } from '../liability/liability-announcements.service.js';
import { ofDeclaration } from '../liability/liability-entries.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import type { Trigger } from '../obligation/trigger-matrix.js';
import { isCharge, type PaymentKind } from '../payment-kind.js';
import { laterClaimInTime } from '../preference/later-claim.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { adjustedSums, debtsOf, withAdded } from './adjusted-payments.js';
import { AdjustmentAnnouncements } from './adjustment-announcements.service.js';
import { type AdjustmentOfDeclaration, AdjustmentRows } from './adjustments.repository.js';
import { Amendments } from './amendment.service.js';
import { isOfDeclaration } from './lowered-payments.js';
import { LoweredPayments } from './lowered-payments.service.js';
import { MachineAssessment } from '../liability/machine-assessment.service.js';

/** The payments of an adjusted declaration, by the machine or by an officer. */
export interface AssessedAdjustment {
  readonly payable: ReadonlyMap<PaymentKind, Money>;
  readonly lines: readonly PaymentLineView[];
  readonly trigger?: Trigger | undefined;
}

@Injectable()
export class Adjustments {
  constructor(
    @Inject(MachineAssessment) private readonly machine: MachineAssessment,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(CustomsDebts) private readonly debts: CustomsDebts,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(LoweredPayments) private readonly payments: LoweredPayments,
    @Inject(GivenUpReliefs) private readonly givenUp: GivenUpReliefs,
    @Inject(Amendments) private readonly amendments: Amendments,
    @Inject(AdjustmentRows) private readonly rows: AdjustmentRows,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(AssessmentQueue) private readonly queue: AssessmentQueue,
    @Inject(LiabilityAnnouncements) private readonly announcements: LiabilityAnnouncements,
    @Inject(AdjustmentAnnouncements) private readonly adjustments: AdjustmentAnnouncements,
  ) {}

  /**
   * Takes a released declaration in its new version, at the rates of its registration. What an officer assessed, or the machine
   * cannot calculate now, an officer assesses. A version that is known, or older, changes nothing.
   * @throws Error for a declaration that is unknown or not released.
   */
  async accepted(
    work: Work,
    adjustment: AdjustmentOfDeclaration & {
      readonly declared: DeclaredGoods;
      /** When it was submitted; now where it is not told. */
      readonly submittedAt?: Date | undefined;
    },
  ): Promise<void> {
    const { declarationId, version, adjustmentId, declared } = adjustment;
    const before = (await this.payers.holdOfDeclaration(work, declarationId))
      ? await this.liabilities.find(work, declarationId)
      : undefined;
    if (!before) throw new Error(`no liability of declaration ${declarationId}`);
    if (version <= before.declarationVersion) return;
    if (!before.released) throw new Error(`${before.declarationNumber} is not released`);
    if (before.status === 'NOT_ASSESSED') {
      return this.amendments.take(work, before, {
        amendmentId: adjustmentId,
        version,
        demanded: false,
        declared,
      });
    }
    const liability: DeclarationLiability = { ...before, declarationVersion: version };
    const byOfficer = await this.liabilities.assessedByOfficer(work, declarationId);
    const goods = byOfficer ? undefined : await this.withLateClaims(work, declared, adjustment.submittedAt);
    const assessment = goods && (await this.machine.of(work, goods));
    if (assessment?.accepted) {
      await this.rows.add(work, adjustment, 'TAKEN');
      const { payable, lines, trigger } = assessment;
      await this.take(work, liability, adjustment, { payable, trigger, lines: lines.map(lineView) });
      return;
    }
    await this.rows.add(work, adjustment, 'TO_ASSESS');
    await this.liabilities.save(work, [liability]);
    await this.queue.askAnew(work, liability, 'the declaration was adjusted');
    this.adjustments.toAssess(work, liability, adjustment, assessment?.reasons ?? []);
  }

  /** A preference that no earlier version had is given for a year after registration and no longer (R-PAY-028). */
  private async withLateClaims(
    work: Work,
    declared: DeclaredGoods,
    submittedAt = work.context.at,
  ): Promise<DeclaredGoods> {
    const claimedOn = this.calendar.civilDate(submittedAt);
    if (laterClaimInTime(declared.registeredOn, claimedOn, this.calendar)) return declared;
    const preferred = await this.liabilities.preferredItems(work, declared.declarationId);
    const late = declared.items.map(({ number }) => number).filter((number) => !preferred.has(number));
    return { ...declared, claimedLate: new Set(late) };
  }

  /** Brings the account to what is payable now. The payer's account is held. */
  async take(
    work: Work,
    before: DeclarationLiability,
    adjustment: AdjustmentOfDeclaration,
    { payable, lines, trigger = before.trigger }: AssessedAdjustment,
  ): Promise<DeclarationLiability> {
    const { owner, caseId, declarationNumber, registeredOn: arisenOn } = before;
    const number = adjustmentNumber(declarationNumber, adjustment.version);
    const givenUp = await this.givenUpBy(work, before, lines, number);
    const sums = adjustedSums(before, payable, await this.unpaidOf(work, before), givenUp);
    const { liability, lowered } = await this.payments.lower(work, before, {
      to: sums.lowered,
      ground: ADJUSTED_DECLARATION,
      decision: number,
    });
    const small = sums.ended.flatMap((sum) => [
      liabilityAssessed({ ...ofDeclaration(before), ...sum }),
      smallRemainderEnded({ ...ofDeclaration(before), ...sum }),
    ]);
    await this.ledger.post(work, postingsIn(caseId, small));
    const debts = debtsOf(sums.added, adjustment.openedBy);
    if (debts) {
      const source = debts.calculatedBy === 'PAYER' ? DECLARATION_AMENDMENT : 'CUSTOMS_CONTROL';
      const entered = await this.debts.enter(work, {
        ...{ owner, caseId, source, arisenOn, document: number },
        trigger: trigger ?? null,
        sums: debts.sums,
      });
      if (!entered.accepted) throw new Error(`debts of ${number} are on the account already`);
    }
    const now = this.freed(work, before, withAdded({ ...liability, trigger }, sums));
    await this.liabilities.save(work, [now]);
    await this.liabilities.saveLines(work, now, lines);
    this.adjustments.taken(work, before, now, { ...adjustment, lowered, debts });
    await this.cover.retryShort(work, owner);
    return now;
  }

  /** A security that covers nothing any more is given back; one that is still asked for the sums before is sought anew. */
  private freed(work: Work, before: DeclarationLiability, now: DeclarationLiability): DeclarationLiability {
    const asked = before.security.state === 'ASKED';
    const free = securedOf(before).isPositive() && !securedOf(now).isPositive();
    if (!asked && !free) return now;
    this.announcements.giveBackReservation(work, before, 'ADJUSTED');
    const security = { ...now.security, state: asked ? ('OFFERED' as const) : ('RETURNED' as const) };
    return { ...now, security, status: asked ? 'SHORT' : now.status };
  }

  /**
   * Due days of kinds of which a relief with use limits is given up. An officer's lines name no reliefs: what becomes of them
   * stands with the contingent liability.
   */
  private async givenUpBy(
    work: Work,
    { declarationId }: DeclarationLiability,
    lines: readonly PaymentLineView[],
    document: string,
  ): Promise<ReadonlyMap<PaymentKind, string>> {
    if (lines.some(({ rule }) => rule === 'OFFICER')) return new Map();
    return this.givenUp.adjusted(work, declarationId, lines, document);
  }

  /** Duties and taxes of the declaration that fell due and nobody has paid. */
  private async unpaidOf(work: Work, { owner, declarationNumber }: DeclarationLiability): Promise<Money> {
    const today = this.calendar.civilDate(work.context.at);
    const { sums } = await this.accrual.interestOf(work.manager, owner, today);
    return Money.sum(
      sums
        .filter(({ kind, document }) => !isCharge(kind) && isOfDeclaration(document, declarationNumber))
        .map(({ unpaid }) => unpaid),
    );
  }
}
