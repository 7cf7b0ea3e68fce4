/** Customs receipt vouchers: filled by an officer, paid, taken back (art. 424.1, 472). One transaction each. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import {
  moneyMessage,
  ReceiptVoucherIssuedSchema,
  ReceiptVoucherPaidSchema,
  ReceiptVoucherWithdrawnSchema,
} from '@shekara/contracts';
import {
  art,
  type Bin,
  type CustomsBodyCode,
  Exact,
  type Iin,
  type LegalRef,
  Money,
  parseIin,
  reason,
  refuse,
  type Refused,
} from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { customsDebtReasons } from '../debt/customs-debt-reasons.js';
import { type Debt, debtAssessed, debtReduced } from '../ledger/debt-postings.js';
import type { JournalEntry } from '../ledger/journal-entry.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { coveredFromMoney } from '../ledger/liability-postings.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { receiptVoucherReasons as reasons } from './receipt-voucher-reasons.js';
import { ReceiptVoucherEntity } from './receipt-voucher.entity.js';
import {
  fillVoucher,
  VOUCHER_KINDS,
  type VoucherGoods,
  type VoucherRate,
  type WrittenGoods,
  type WrittenRate,
} from './receipt-voucher.js';
import { ReceiptVouchers } from './receipt-vouchers.repository.js';

export interface VoucherToIssue {
  readonly customsBody: CustomsBodyCode;
  readonly payer: Bin | Iin;
  readonly payerName: string;
  readonly payerAddress: string;
  readonly goods: WrittenGoods;
  /** Personal goods: declared in writing. Post: no goods declaration is needed. */
  readonly withoutDeclaration: boolean;
  /** The VAT of an aggregate payment is that of the day; the duty percent and the excise are the officer's. */
  readonly rate:
    | { readonly mode: 'UNIFORM'; readonly percent: string }
    | { readonly mode: 'AGGREGATE'; readonly dutyPercent: string; readonly excise: string };
}

export type VoucherHandled = { readonly accepted: true; readonly voucher: ReceiptVoucherEntity } | Refused;

const ISSUED = { PERSONAL: art(472, 1), POSTAL: art(424, 1) } as const;
const PAID = art(129, '2(1)');
const WITHDRAWN = art(141, 5);

@Injectable()
export class ReceiptVoucherService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(ReceiptVouchers) private readonly vouchers: ReceiptVouchers,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Fills a voucher: the sum is assessed on the person's account (R-PAY-109, R-PAY-110, R-PAY-112). Refuses as `fillVoucher`. */
  async issue(work: Work, asked: VoucherToIssue, officer: Principal): Promise<VoucherHandled> {
    const on = this.today(work);
    const rate = this.rateOf(asked.rate, on);
    const decision = fillVoucher({
      goods: goodsOf(asked),
      naturalPerson: parseIin(asked.payer) !== undefined,
      rate: exactRate(rate),
      filledByOfficer: officer.posts.includes(asked.customsBody),
      on,
    });
    if (!decision.accepted) return decision;
    const [filled] = decision.events;
    if (!filled) throw new Error('a voucher was filled without an event');
    const { customsBody, payer, payerName, payerAddress, goods } = asked;
    await this.payers.hold(work, { payer, customsBody }, payerName);
    const voucher = work.manager.create(ReceiptVoucherEntity, {
      ...{ id: uuidv7(), number: await this.vouchers.nextNumber(work, customsBody, on), caseId: uuidv7() },
      ...{ customsBody, payer, payerName, payerAddress, goods, rate, paymentKind: VOUCHER_KINDS[rate.mode] },
      ...{ base: filled.base.toFixed(), amount: filled.sum.toString(), status: 'ISSUED' },
      ...{ issuedOn: on, issuedBy: officer.subject, paidOn: null, withdrawnOn: null, withdrawnFor: null },
    });
    await work.manager.save(voucher);
    await this.post(work, voucher, debtAssessed(debtOf(voucher, on)));
    this.announceIssue(work, voucher);
    return { accepted: true, voucher };
  }

  /** The person's confirmed money pays the voucher. Refuses VOUCHER_NOT_OPEN, ACCOUNT_MONEY_SHORT. */
  async pay(work: Work, voucher: ReceiptVoucherEntity, from: 'KIND' | 'ADVANCE'): Promise<VoucherHandled> {
    if (voucher.status !== 'ISSUED') return refuse(reason(reasons.VOUCHER_NOT_OPEN));
    const on = this.today(work);
    const debt = debtOf(voucher, on);
    const purpose = from === 'KIND' ? voucher.paymentKind : 'ADVANCE';
    await this.payers.hold(work, debt.owner, voucher.payerName);
    const balances = await this.ledger.balancesOf(work, debt.owner);
    const money = balances.of({ type: 'ADVANCE_MONEY', ...debt.owner, purpose });
    if (money.compare(debt.amount) < 0) {
      return refuse(reason(customsDebtReasons.ACCOUNT_MONEY_SHORT, { pointer: '/from' }));
    }
    voucher.status = 'PAID';
    voucher.paidOn = on;
    await work.manager.save(voucher);
    await this.post(work, voucher, coveredFromMoney(debt, purpose));
    const { caseId, paymentKind } = voucher;
    const amount = moneyMessage(debt.amount);
    this.outbox.publish(
      work,
      ReceiptVoucherPaidSchema,
      { ...identity(voucher), paymentKind, amount, paidOn: on },
      { caseId, ground: PAID },
    );
    this.record(work, voucher, 'ReceiptVoucherPaid', PAID, { from, amount: voucher.amount });
    return { accepted: true, voucher };
  }

  /** Nobody pays: the goods stay with customs or leave again, and the sum is taken off the account. Refuses VOUCHER_NOT_OPEN. */
  async withdraw(work: Work, voucher: ReceiptVoucherEntity, why: string): Promise<VoucherHandled> {
    if (voucher.status !== 'ISSUED') return refuse(reason(reasons.VOUCHER_NOT_OPEN));
    const on = this.today(work);
    const debt = debtOf(voucher, on);
    await this.payers.hold(work, debt.owner, voucher.payerName);
    const balances = await this.ledger.balancesOf(work, debt.owner);
    const owed = balances.of({ type: 'PAYER_DUE', ...debt.owner, kind: debt.kind });
    voucher.status = 'WITHDRAWN';
    voucher.withdrawnOn = on;
    voucher.withdrawnFor = why;
    await work.manager.save(voucher);
    await this.post(work, voucher, debtReduced(debt, debt.amount.minus(debt.amount.min(owed))));
    const { caseId, paymentKind } = voucher;
    const amount = moneyMessage(debt.amount);
    this.outbox.publish(
      work,
      ReceiptVoucherWithdrawnSchema,
      { ...identity(voucher), paymentKind, amount, reason: why },
      { caseId, ground: WITHDRAWN },
    );
    this.record(work, voucher, 'ReceiptVoucherWithdrawn', WITHDRAWN, { why });
    return { accepted: true, voucher };
  }

  private rateOf(rate: VoucherToIssue['rate'], on: CivilDate): WrittenRate {
    return rate.mode === 'UNIFORM'
      ? rate
      : { ...rate, vatPercent: this.reference.parameters.get('VAT_RATE_PERCENT', on).toFixed() };
  }

  private async post(work: Work, { caseId }: ReceiptVoucherEntity, entry: JournalEntry): Promise<void> {
    await this.ledger.post(work, postingsIn(caseId, [entry]));
  }

  private announceIssue(work: Work, voucher: ReceiptVoucherEntity): void {
    const { caseId, goods, rate, paymentKind, base, amount, issuedOn } = voucher;
    const ground = ISSUED[goods.kind];
    this.outbox.publish(
      work,
      ReceiptVoucherIssuedSchema,
      {
        ...{ ...identity(voucher), goodsKind: goods.kind, paymentKind, issuedOn },
        amount: moneyMessage(Money.ofTenge(amount)),
      },
      { caseId, ground },
    );
    this.record(work, voucher, 'ReceiptVoucherIssued', ground, { goods, rate, paymentKind, base, amount });
  }

  private record(
    work: Work,
    { id, caseId, number, payer }: ReceiptVoucherEntity,
    type: string,
    ground: LegalRef,
    payload: object,
  ): void {
    const said = { number, payer, ...payload };
    work.record({ stream: 'ReceiptVoucher', streamId: id, caseId, type, payload: said, ground });
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

function goodsOf({ goods, withoutDeclaration }: VoucherToIssue): VoucherGoods {
  return goods.kind === 'PERSONAL'
    ? { kind: 'PERSONAL', declaredInWriting: withoutDeclaration, value: new Exact(goods.value) }
    : {
        kind: 'POSTAL',
        needsGoodsDeclaration: !withoutDeclaration,
        valueInPostalPapers: new Exact(goods.value),
        declaredValue: goods.declaredValue === null ? undefined : new Exact(goods.declaredValue),
      };
}

function exactRate(rate: WrittenRate): VoucherRate {
  return rate.mode === 'UNIFORM'
    ? { mode: 'UNIFORM', percent: new Exact(rate.percent) }
    : {
        mode: 'AGGREGATE',
        dutyPercent: new Exact(rate.dutyPercent),
        vatPercent: new Exact(rate.vatPercent),
        excise: new Exact(rate.excise),
      };
}

function debtOf(
  { payer, customsBody, paymentKind: kind, amount, number: document }: ReceiptVoucherEntity,
  valueDate: CivilDate,
): Debt {
  return { owner: { payer, customsBody }, kind, amount: Money.ofTenge(amount), document, valueDate };
}

function identity({ id, number, caseId, customsBody, payer }: ReceiptVoucherEntity) {
  return { voucherId: id, number, caseId, customsBody, payer };
}
