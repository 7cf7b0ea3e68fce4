/** A secured obligation that fell due unpaid: its debt stands on the account again, its security is called in (art. 157.1). */
import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import type { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { PayerAtBody } from '../ledger/account.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { guaranteeTakenOff } from '../ledger/liability-postings.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import type { PaymentKind } from '../payment-kind.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { Liabilities } from './liabilities.repository.js';
import { type DeclarationLiability, securedByKind, securedDefaulted } from './liability.js';
import { LiabilityAnnouncements } from './liability-announcements.service.js';

interface DebtInDefault {
  readonly kind: PaymentKind;
  readonly amount: Money;
  readonly dueOn: CivilDate;
}

@Injectable()
export class SecuredDefaults {
  constructor(
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(LiabilityAnnouncements) private readonly announcements: LiabilityAnnouncements,
  ) {}

  /**
   * Guarantees recorded a default: what the security covers of the declaration is a debt of the account, on which interest runs
   * from the day after `dueOn` and for which an officer is asked for a notice. A second time nothing is secured any more.
   */
  async recorded(work: Work, declarationId: string, dueOn: CivilDate): Promise<void> {
    if (!(await this.payers.holdOfDeclaration(work, declarationId))) return;
    const liability = await this.liabilities.find(work, declarationId);
    if (!liability) return;
    const debts = securedByKind(liability).map((sum) => ({ ...sum, dueOn }));
    await this.becomeDebts(work, liability, debts, false);
  }

  /**
   * A notice demands debts of the case; what a security covers of them is a debt of the account by itself. The account is held.
   * False when nothing of them was secured.
   */
  async demanded(
    work: Work,
    owner: PayerAtBody,
    caseId: string,
    debts: readonly { readonly kind: PaymentKind; readonly unpaid: Money; readonly dueOn: CivilDate }[],
  ): Promise<boolean> {
    let any = false;
    for (const liability of await this.liabilities.secured(work, owner, caseId)) {
      const found = securedByKind(liability).flatMap(({ kind, amount }) =>
        debts
          .filter((debt) => debt.kind === kind)
          .slice(0, 1)
          .map(({ unpaid, dueOn }) => ({ kind, amount: amount.min(unpaid), dueOn })),
      );
      await this.becomeDebts(work, liability, found, true);
      any ||= found.length > 0;
    }
    return any;
  }

  private async becomeDebts(
    work: Work,
    liability: DeclarationLiability,
    debts: readonly DebtInDefault[],
    noticeSeenTo: boolean,
  ): Promise<void> {
    if (debts.length === 0) return;
    const { owner, caseId, registeredOn, trigger, declarationNumber: document } = liability;
    const entries = debts.map(({ kind, amount }) =>
      guaranteeTakenOff({ kind, amount, owner, document, valueDate: registeredOn }),
    );
    await this.ledger.post(work, postingsIn(caseId, entries));
    await this.liabilities.save(work, [securedDefaulted(liability, debts)]);
    this.announcements.securedDefaulted(work, liability, debts);
    const of = { document, caseId, arisenOn: registeredOn, trigger: trigger ?? null, noticeSeenTo };
    await this.accrual.fellDue(
      work,
      owner,
      debts.map((debt) => ({ ...debt, ...of, origin: 'CUSTOMS' as const })),
    );
  }
}
