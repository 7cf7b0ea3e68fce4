/** Charges of escorts and of preliminary decisions: set, paid, overdue, handed over. One transaction each. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type CivilDate, LegalCalendar, plusDays } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import {
  art,
  type CustomsBodyCode,
  type Decision,
  Money,
  reason,
  refuse,
  type Refused,
} from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { customsDebtReasons } from '../debt/customs-debt-reasons.js';
import { CustomsDebts } from '../debt/customs-debts.service.js';
import type { PayerAtBody } from '../ledger/account.js';
import { debtAssessed } from '../ledger/debt-postings.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { coveredFromMoney } from '../ledger/liability-postings.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { OtherChargeAnnouncements } from './other-charge-announcements.service.js';
import { otherChargeReasons as reasons } from './other-charge-reasons.js';
import { keptPart, OtherChargeEntity, partOf } from './other-charge.entity.js';
import {
  type ChargeToSet,
  checkPart,
  OTHER_CHARGES,
  type OtherChargeKind,
  type PartOfCharge,
  setCharge,
} from './other-charge.js';
import { OtherCharges, type PaymentsOfParts } from './other-charges.repository.js';

/** D-PAY-02. */
const FIRST_ESCORT_DAY = 'ESCORT_CHARGE_FIRST_DAY';

export interface ChargeOfDecision extends ChargeToSet {
  readonly customsBody: CustomsBodyCode;
  readonly decision: string;
  readonly caseId?: string | undefined;
}

export interface PaymentOfPart {
  readonly payer: string;
  readonly from: 'KIND' | 'ADVANCE';
  readonly on: CivilDate;
}

export type ChargeHandled = { readonly accepted: true; readonly charge: OtherChargeEntity } | Refused;

@Injectable()
export class OtherChargeService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(OtherCharges) private readonly charges: OtherCharges,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(CustomsDebts) private readonly debts: CustomsDebts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(OtherChargeAnnouncements) private readonly announcements: OtherChargeAnnouncements,
  ) {}

  /**
   * Sets a charge at the rate of the day of its decision. An escort's is on the accounts at once (R-PAY-117) and due on the
   * first day of the escort (R-PAY-009); a preliminary decision's is owed by nobody: unpaid, it is not handed over
   * (R-PAY-011). Refuses as `setCharge`, and CHARGE_SET_BEFORE.
   */
  async set(work: Work, asked: ChargeOfDecision): Promise<ChargeHandled> {
    const rateOf = (kind: OtherChargeKind) =>
      this.reference.parameters.get(
        kind === 'ESCORT' ? 'ESCORT_FEE' : 'PRELIMINARY_DECISION_FEE',
        asked.decidedOn,
      );
    const decision = setCharge(asked, rateOf, this.today(work));
    if (!decision.accepted) return decision;
    const [set] = decision.events;
    const { customsBody, decision: number, decidedOn } = asked;
    if (!set) throw new Error('a charge was set without an event');
    const payers = set.parts.map(({ payer }) => payer);
    if (await this.charges.isSet(work, { customsBody, kind: set.kind, decision: number, payers })) {
      return refuse(reason(reasons.CHARGE_SET_BEFORE, { pointer: '/decision' }));
    }
    const charge = work.manager.create(OtherChargeEntity, {
      ...{ id: uuidv7(), caseId: asked.caseId ?? uuidv7(), customsBody, kind: set.kind, decision: number },
      ...{ decidedOn, firstEscortDay: asked.firstEscortDay ?? null, amount: set.amount.toString() },
      parts: set.parts.map(keptPart),
      payers,
      ...{ status: 'SET', handedOverOn: null, setAt: work.context.at },
    });
    await this.payers.holdAll(
      work,
      set.parts.map(({ payer, payerName }) => ({ payer, customsBody, name: payerName })),
    );
    if (asked.firstEscortDay !== undefined) {
      await this.enter(work, charge, set.parts, asked.firstEscortDay);
    }
    await work.manager.save(charge);
    this.announcements.set(work, charge);
    return { accepted: true, charge };
  }

  /**
   * Pays a payer's whole part from its confirmed money: of an escort as the debt that it is, of a preliminary decision by
   * assessing and covering it at once. Refuses PAYER_OWES_NO_PART, ACCOUNT_MONEY_SHORT, and as `CustomsDebts.pay`.
   */
  async pay(work: Work, charge: OtherChargeEntity, payment: PaymentOfPart): Promise<ChargeHandled> {
    const unpaid = unpaidParts(charge, await this.charges.payments(work.manager, charge));
    const part = unpaid.find(({ payer }) => payer === payment.payer);
    if (!part) return refuse(reason(reasons.PAYER_OWES_NO_PART, { pointer: '/payer' }));
    const { customsBody } = charge;
    await this.payers.hold(work, { payer: part.payer, customsBody }, part.payerName);
    const decision = await this.settle(work, charge, part, payment);
    if (!decision.accepted) return decision;
    if (unpaid.length === 1) {
      charge.status = 'PAID';
      await this.deadlines.cancel(work, FIRST_ESCORT_DAY, charge.id);
    }
    await work.manager.save(charge);
    this.announcements.paid(work, charge, part, payment.on);
    return { accepted: true, charge };
  }

  /** Art. 120.4: hands a preliminary decision over. Refuses CHARGE_UNPAID (R-PAY-011), NOT_A_PRELIMINARY_DECISION. */
  async handOver(work: Work, charge: OtherChargeEntity): Promise<ChargeHandled> {
    if (charge.kind !== 'PRELIMINARY_DECISION' || charge.status === 'HANDED_OVER')
      return refuse(reason(reasons.NOT_A_PRELIMINARY_DECISION));
    const payments = await this.charges.payments(work.manager, charge);
    const recorded = [...payments.values()].flat();
    const decision = checkPart(charge, Money.ofTenge(charge.amount), recorded);
    if (!decision.accepted) return decision;
    charge.status = 'HANDED_OVER';
    charge.handedOverOn = this.today(work);
    await work.manager.save(charge);
    this.announcements.handedOver(work, charge);
    return { accepted: true, charge };
  }

  /** The first day of the escort is over: what is unpaid is late from the next day on (D-PAY-02; R-PAY-009). */
  @OnDeadline(FIRST_ESCORT_DAY)
  async firstDayEnded({ subjectId }: Deadline, work: Work): Promise<void> {
    const charge = await this.charges.hold(work, subjectId);
    if (charge?.status !== 'SET') return;
    const unpaid = unpaidParts(charge, await this.charges.payments(work.manager, charge));
    charge.status = unpaid.length === 0 ? 'PAID' : 'OVERDUE';
    await work.manager.save(charge);
    if (unpaid.length > 0) this.announcements.overdue(work, charge, unpaid);
  }

  /**
   * Each account is entered and ages by itself; an escort has few payers (`MOST_VEHICLES`).
   * @throws Error when the debt of the decision is entered already: `isSet` was asked before.
   */
  private async enter(
    work: Work,
    { id, caseId, customsBody, decision: document, decidedOn: arisenOn }: OtherChargeEntity,
    parts: readonly PartOfCharge[],
    dueOn: CivilDate,
  ): Promise<void> {
    for (const { payer, amount } of parts) {
      const entered = await this.debts.enter(work, {
        ...{ owner: { payer, customsBody }, document, caseId, arisenOn },
        ...{ source: 'ESCORT_DECISION', trigger: null },
        sums: [{ kind: OTHER_CHARGES.ESCORT, amount, dueOn }],
      });
      if (!entered.accepted) throw new Error(`the debt of ${document} is entered already`);
    }
    await this.deadlines.start(work, {
      ...{ kind: FIRST_ESCORT_DAY, subjectId: id, caseId, article: art(120, 3) },
      startedAt: work.context.at,
      dueAt: new Date(this.calendar.instantOf(plusDays(dueOn, 1), '00:00').getTime() - 1),
      term: { day: dueOn },
    });
  }

  private async settle(
    work: Work,
    charge: OtherChargeEntity,
    { payer, amount }: PartOfCharge,
    { from, on }: PaymentOfPart,
  ): Promise<Decision<unknown>> {
    const { customsBody, decision: document, caseId } = charge;
    const owner: PayerAtBody = { payer, customsBody };
    const kind = OTHER_CHARGES[charge.kind];
    if (charge.kind === 'ESCORT') return this.debts.pay(work, owner, { kind, amount, from, document, on });
    const purpose = from === 'KIND' ? kind : 'ADVANCE';
    const balances = await this.ledger.balancesOf(work, owner);
    if (balances.of({ type: 'ADVANCE_MONEY', ...owner, purpose }).compare(amount) < 0)
      return refuse(reason(customsDebtReasons.ACCOUNT_MONEY_SHORT, { pointer: '/from' }));
    const sum = { owner, kind, amount, document, valueDate: on };
    await this.ledger.post(work, postingsIn(caseId, [debtAssessed(sum), coveredFromMoney(sum, purpose)]));
    charge.parts = charge.parts.map((part) => (part.payer === payer ? { ...part, paidOn: on } : part));
    return { accepted: true, events: [] };
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

/** Parts of which something is left to pay, with what is left. */
export function unpaidParts(
  { parts }: OtherChargeEntity,
  payments: PaymentsOfParts,
): readonly PartOfCharge[] {
  return parts.map(partOf).flatMap((part) => {
    const paid = Money.sum((payments.get(part.payer) ?? []).map(({ amount }) => amount));
    const left = part.amount.minus(paid);
    return left.isPositive() ? [{ ...part, amount: left }] : [];
  });
}
