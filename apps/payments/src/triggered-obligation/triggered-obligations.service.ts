/** Findings become debts of accounts; what a machine cannot assess waits for an officer. One transaction each. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { art, type Reason, reason, refuse, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA, requestReasons } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import { lineView } from '../calculation/line-view.js';
import { type CustomsEntrySource, enterDebt, type EnteredSum } from '../debt/customs-debt.js';
import { CustomsDebts } from '../debt/customs-debts.service.js';
import { payerAtBody } from '../ledger/account.js';
import type { PaymentOrigin } from '../obligation/booking-body.js';
import { arisesOn } from '../obligation/due-date.js';
import { limitationEnd } from '../obligation/limitation.js';
import { rowOf } from '../obligation/trigger-matrix.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { ObligationAnnouncements, OBLIGATION } from './obligation-announcements.service.js';
import { assessTriggered, type TriggeredObligation } from './triggered-obligation.js';
import { TriggeredObligationEntity } from './triggered-obligation.entity.js';
import { TriggeredObligations } from './triggered-obligations.repository.js';

export const OBLIGATION_ASSESSMENT = 'OBLIGATION_ASSESSMENT';

/** A finding with what an account needs to know of it. */
export interface Finding extends TriggeredObligation {
  readonly id: string;
  readonly caseId: string;
  readonly customsBody: string;
  /** Number of the act or decision. */
  readonly document: string;
  readonly source: CustomsEntrySource;
  readonly origin: PaymentOrigin;
  /** Names of the persons involved, by their numbers. */
  readonly names: ReadonlyMap<string, string>;
}

export type ObligationHandled =
  { readonly accepted: true; readonly row: TriggeredObligationEntity } | Refused;

@Injectable()
export class ObligationFindings {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(TriggeredObligations) private readonly obligations: TriggeredObligations,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(CustomsDebts) private readonly debts: CustomsDebts,
    @Inject(ObligationAnnouncements) private readonly announcements: ObligationAnnouncements,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /** A finding that a service reported: assessed, or put before an officer with every reason. Told again, it changes nothing. */
  async reported(work: Work, finding: Finding): Promise<void> {
    if (await this.obligations.hold(work, finding.id)) return;
    const handled = await this.found(work, finding);
    if (handled.accepted) return;
    const row = await work.manager.save(
      Object.assign(this.newRow(work, finding), { status: 'WAITING', reasons: handled.reasons.map(kept) }),
    );
    this.announcements.notAssessed(work, row, handled.reasons);
    await this.workItems.open(work, {
      kind: OBLIGATION_ASSESSMENT,
      role: 'ACCOUNT_OFFICER',
      customsBody: row.customsBody,
      subject: OBLIGATION,
      subjectId: row.id,
      caseId: row.caseId,
      title: `What ${row.document} found is to be assessed`,
      article: art(125, 2),
    });
  }

  /** A finding that an officer states: assessed at once, or refused. */
  async found(work: Work, finding: Finding): Promise<ObligationHandled> {
    return this.settle(work, this.newRow(work, finding), finding);
  }

  /** The officer who claimed the item completes what was reported. */
  async complete(
    work: Work,
    row: TriggeredObligationEntity,
    finding: Finding,
    officer: Principal,
  ): Promise<ObligationHandled> {
    const handled = await this.settle(work, row, finding);
    if (handled.accepted)
      await this.workItems.complete(work, OBLIGATION_ASSESSMENT, row.id, officer, row.status);
    return handled;
  }

  /** The officer finds that nobody owes. */
  async dismiss(
    work: Work,
    row: TriggeredObligationEntity,
    because: string,
    officer: Principal,
  ): Promise<TriggeredObligationEntity> {
    await this.workItems.complete(work, OBLIGATION_ASSESSMENT, row.id, officer, 'DISMISSED');
    return this.dismissed(work, row, because);
  }

  private async settle(
    work: Work,
    row: TriggeredObligationEntity,
    finding: Finding,
  ): Promise<ObligationHandled> {
    const assessed = assessTriggered(finding, this.reference, this.calendar);
    if (!assessed.accepted) return assessed;
    if (assessed.owes === 'NOBODY') {
      return { accepted: true, row: await this.dismissed(work, row, assessed.because) };
    }
    const owner = payerAtBody(assessed.payer, finding.customsBody);
    if (!owner) return refuse(reason(requestReasons.FIELD_INVALID, { pointer: '/involved' }));
    const { facts, origin, customsBody } = finding;
    const matrixRow = rowOf(finding.trigger);
    const { sums } = assessed;
    const decision = enterDebt(
      { row: matrixRow, facts, sums, origin, customsBody },
      this.limitation(work, finding),
      this.calendar.civilDate(work.context.at),
      this.calendar,
    );
    if (!decision.accepted) return decision;
    const [entered] = decision.events;
    if (!entered) throw new Error('a debt without its entry');
    await this.payers.hold(work, owner, finding.names.get(owner.payer) ?? '');
    const { document, caseId, source, trigger } = finding;
    const { arisenOn } = entered;
    const done = await this.debts.enter(work, {
      ...{ owner, document, caseId, source, trigger, arisenOn },
      sums: entered.sums,
    });
    if (!done.accepted) return done;
    const { payer, jointPayers, rateDate = null } = assessed;
    const saved = await work.manager.save(
      Object.assign(row, {
        ...{
          status: 'ASSESSED' as const,
          payer,
          jointPayers: [...jointPayers],
          reasons: [],
          rateDate,
          arisenOn,
        },
        dueOn: latestDue(entered.sums),
        sums: sums.map(({ kind, amount }) => ({ kind, amount: amount.toString() })),
        lines: assessed.lines.map(lineView),
      }),
    );
    this.announcements.assessed(work, saved);
    return { accepted: true, row: saved };
  }

  private async dismissed(
    work: Work,
    row: TriggeredObligationEntity,
    because: string,
  ): Promise<TriggeredObligationEntity> {
    const saved = await work.manager.save(
      Object.assign(row, { status: 'DISMISSED' as const, reasons: [], dismissedBecause: because }),
    );
    this.announcements.dismissed(work, saved);
    return saved;
  }

  /** The five years of art. 132 run from the day on which the obligation arose, or the first day that is known of it. */
  private limitation(work: Work, { trigger, facts }: Finding) {
    const [earliest] = Object.values(facts.days).sort();
    const startedOn = arisesOn(rowOf(trigger), facts) ?? earliest ?? this.calendar.civilDate(work.context.at);
    const years = this.reference.parameters.get('LIMITATION_TERM', startedOn);
    return limitationEnd({ start: 'DECLARING_COMPLETED', startedOn }, years, this.calendar);
  }

  private newRow(
    work: Work,
    { id, caseId, customsBody, trigger, document }: Finding,
  ): TriggeredObligationEntity {
    return work.manager.create(TriggeredObligationEntity, {
      ...{ id, caseId, customsBody, trigger, document, foundAt: work.context.at },
      ...{ payer: null, jointPayers: [], sums: [], lines: [], reasons: [] },
      ...{ arisenOn: null, dueOn: null, rateDate: null, dismissedBecause: null },
    });
  }
}

function latestDue(sums: readonly EnteredSum[]): string {
  return (
    sums
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1) ?? ''
  );
}

function kept({ code, article, pointer, parameters }: Reason) {
  return { code, article, parameters, ...(pointer === undefined ? {} : { pointer }) };
}
