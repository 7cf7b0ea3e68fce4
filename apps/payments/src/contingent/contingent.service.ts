/** The life of a contingent liability (art. 125.8, 131.5, 131.6, 138.12, 301, 315). Load, decide, save, publish. */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar, plusDays } from '@shekara/calendar';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import { reason, refuse, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { type DebtEntered, enterDebt } from '../debt/customs-debt.js';
import { customsDebtReasons } from '../debt/customs-debt-reasons.js';
import { CustomsDebts } from '../debt/customs-debts.service.js';
import { Ledger } from '../ledger/ledger.repository.js';
import { acceptOtherUse, type ContingentEnding, type OtherUseApplication } from '../obligation/contingent.js';
import type { ObligationFacts } from '../obligation/due-date.js';
import { limitationEnd } from '../obligation/limitation.js';
import { rowOf, type Trigger } from '../obligation/trigger-matrix.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { ContingentClosings, CONTINGENT_TERM } from './contingent-closings.service.js';
import { ContingentLiabilities, type KeptContingent } from './contingent-liabilities.repository.js';
import {
  byKind,
  type ClosedSum,
  type ContingentSum,
  endWithoutPayment,
  misuseRefusal,
  openSums,
  rowOfMisuse,
  rowOfOtherUse,
  sumOf,
  sumsOfItems,
} from './contingent-liability.js';
import { contingentReasons } from './contingent-reasons.js';

export interface Misuse {
  /** Number of the act. */
  readonly document: string;
  readonly finding: string;
  /** First day of misuse; absent when it is unknown. */
  readonly misusedOn?: CivilDate;
  /** Numbers of the items; all that are left when absent. */
  readonly items?: readonly number[];
}

export interface OtherUse {
  readonly application: Omit<OtherUseApplication, 'registeredOn'>;
  readonly use: string;
  readonly items?: readonly number[];
}

export interface Ending {
  readonly ending: ContingentEnding;
  readonly document: string;
  readonly items?: readonly number[];
}

export type ContingentHandled = { readonly accepted: true; readonly kept: KeptContingent } | Refused;

interface Falling {
  readonly closing: readonly ContingentSum[];
  readonly trigger: Trigger;
  readonly days: ObligationFacts['days'];
  readonly document: string;
}

@Injectable()
export class ContingentService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(CustomsDebts) private readonly debts: CustomsDebts,
    @Inject(ContingentLiabilities) private readonly contingents: ContingentLiabilities,
    @Inject(ContingentClosings) private readonly closings: ContingentClosings,
  ) {}

  /**
   * Goods were used outside the purpose of their relief: the relieved sums fall due on the first day of misuse, unknown: on the
   * registration day of the declaration, and interest runs from the day after (R-PAY-042, R-PAY-062).
   */
  async misused(work: Work, kept: KeptContingent, misuse: Misuse): Promise<ContingentHandled> {
    const { document, finding, misusedOn, items } = misuse;
    const named = sumsOfItems(kept.state, items);
    if (!named.accepted) return named;
    const unfit = misuseRefusal(kept.state, misusedOn, this.today(work));
    if (unfit) return refuse(unfit);
    const days = { REGISTRATION: kept.entity.registeredOn, ...(misusedOn && { MISUSE: misusedOn }) };
    const falling = { closing: named.events, trigger: rowOfMisuse(kept.state), days, document };
    return this.fallDue(work, kept, falling, 'MISUSED', finding);
  }

  /** Another use is announced: what was left unpaid falls due on the day of the application (R-PAY-063, R-PAY-064). */
  async otherUse(work: Work, kept: KeptContingent, asked: OtherUse): Promise<ContingentHandled> {
    const { entity, state } = kept;
    const { application, use, items } = asked;
    const named = sumsOfItems(state, items);
    if (!named.accepted) return named;
    const decision = acceptOtherUse(
      { ...application, registeredOn: this.today(work) },
      { releasedBy: entity.customsBody, relievedSum: sumOf(named.events) },
    );
    if (!decision.accepted) return decision;
    const [accepted] = decision.events;
    if (!accepted) throw new Error('an accepted application without a due day');
    const days = { REGISTRATION: entity.registeredOn, APPLICATION_REGISTRATION: accepted.dueOn };
    const document = documentOf(kept);
    const falling = { closing: named.events, trigger: rowOfOtherUse(state), days, document };
    return this.fallDue(work, kept, falling, 'OTHER_USE_ANNOUNCED', use);
  }

  /** Re-export was released, the state accepted the goods, or their destruction is documented (R-PAY-032). */
  async ended(work: Work, kept: KeptContingent, ended: Ending): Promise<ContingentHandled> {
    const { ending, document, items } = ended;
    const decision = endWithoutPayment(kept.state, ending);
    if (!decision.accepted) return decision;
    const named = sumsOfItems(kept.state, items);
    if (!named.accepted) return named;
    const on = 'on' in ending ? ending.on : (ending.documentedOn ?? this.today(work));
    return this.close(work, kept, named.events, { by: ending.because, on, document });
  }

  /** The difference to the common tariff is paid from the account: the goods are free of limits (R-PAY-231). */
  async differencePaid(
    work: Work,
    kept: KeptContingent,
    from: 'KIND' | 'ADVANCE',
  ): Promise<ContingentHandled> {
    const { entity, state } = kept;
    if (state.reason !== 'RATE_BELOW_COMMON_TARIFF')
      return refuse(reason(contingentReasons.NO_DIFFERENCE_TO_COMMON_TARIFF));
    const open = sumsOfItems(state, undefined);
    if (!open.accepted) return open;
    const { payer, customsBody, caseId, registeredOn } = entity;
    const owner = { payer, customsBody };
    await this.payers.lock(work, owner);
    const on = this.today(work);
    const kind = 'IMPORT_DUTY';
    const amount = sumOf(open.events);
    const balances = await this.ledger.balancesOf(work, owner);
    const purpose = from === 'ADVANCE' ? from : kind;
    if (amount.compare(balances.of({ type: 'ADVANCE_MONEY', ...owner, purpose })) > 0)
      return refuse(reason(customsDebtReasons.ACCOUNT_MONEY_SHORT, { pointer: '/from' }));
    const document = documentOf(kept);
    const entered = await this.debts.enter(work, {
      ...{ owner, document, caseId },
      source: 'CUSTOMS_CONTROL',
      trigger: 'RATE_BELOW_COMMON_TARIFF',
      arisenOn: registeredOn,
      sums: [{ kind, amount, dueOn: on }],
    });
    if (!entered.accepted) return entered;
    const paid = await this.debts.pay(work, owner, { kind, amount, from, document, on });
    if (!paid.accepted) throw new Error(`difference of ${document}: ${paid.reasons[0].code}`);
    return this.close(work, kept, open.events, { by: 'DIFFERENCE_PAID', on, document });
  }

  /** The limit period passed with no breach: the goods are free (R-PAY-031). */
  @OnDeadline(CONTINGENT_TERM)
  async limitPeriodOver(deadline: Deadline, work: Work): Promise<void> {
    const kept = await this.contingents.hold(work, deadline.subjectId);
    if (!kept) throw new Error(`the contingent liability of deadline ${deadline.id} is gone`);
    const on = plusDays(this.calendar.civilDate(deadline.dueAt), 1);
    const by = 'LIMIT_PERIOD_OVER';
    const decision = endWithoutPayment(kept.state, { because: by, on });
    if (!decision.accepted) throw new Error(`limits of ${kept.entity.id}: ${decision.reasons[0].code}`);
    await this.close(work, kept, openSums(kept.state), { by, on });
  }

  /** Enters the sums as a debt of the declarant by the row of the matrix, with penalty interest from the day after. */
  private async fallDue(
    work: Work,
    kept: KeptContingent,
    { closing, trigger, days, document }: Falling,
    by: 'MISUSED' | 'OTHER_USE_ANNOUNCED',
    words: string,
  ): Promise<ContingentHandled> {
    const { payer, customsBody, caseId, registeredOn } = kept.entity;
    const owner = { payer, customsBody };
    await this.payers.lock(work, owner);
    const decision = enterDebt(
      {
        row: rowOf(trigger),
        facts: { days },
        sums: byKind(closing),
        origin: { origin: 'RELEASE', releasedBy: customsBody },
        customsBody,
      },
      this.limitationOf(kept),
      this.today(work),
      this.calendar,
    );
    if (!decision.accepted) return decision;
    const [debt] = decision.events;
    if (!debt) throw new Error(`no debt of ${document}`);
    const entered = await this.debts.enter(work, {
      ...{ owner, document, caseId, trigger },
      source: 'CUSTOMS_CONTROL',
      arisenOn: debt.arisenOn,
      sums: debt.sums,
    });
    if (!entered.accepted) return entered;
    const closed = { by, on: this.today(work), dueOn: dueOnOf(debt, registeredOn), document };
    return this.close(work, kept, closing, closed, words);
  }

  private async close(
    work: Work,
    kept: KeptContingent,
    closing: readonly ContingentSum[],
    closed: ClosedSum,
    words?: string,
  ): Promise<ContingentHandled> {
    return { accepted: true, kept: await this.closings.close(work, kept, closing, closed, words) };
  }

  /** Goods under control by the limits of their use: the end of control plus the term of limitation (art. 132.3; R-PAY-077). */
  private limitationOf({ state: { releasedOn, endsOn } }: KeptContingent) {
    const limitation = {
      start: 'DECLARING_COMPLETED',
      startedOn: releasedOn,
      controlEndsOn: endsOn,
    } as const;
    const years = this.reference.parameters.get('LIMITATION_TERM', releasedOn);
    return limitationEnd(limitation, years, this.calendar);
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

/** Number of a debt that no act has a number for: the declaration, the relief, and how often it changed. */
function documentOf({ entity: { declarationNumber, relief, version } }: KeptContingent): string {
  return `${declarationNumber}/${relief}/${version}`;
}

function dueOnOf({ sums }: DebtEntered, otherwise: CivilDate): CivilDate {
  return sums[0]?.dueOn ?? otherwise;
}
