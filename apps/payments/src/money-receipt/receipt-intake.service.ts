/** Confirmations of banks, many at a time: the same few statements for one message and for a thousand. */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import type { Reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import type { PayerAtBody } from '../ledger/account.js';
import { Ledger, type Posting, postingsIn } from '../ledger/ledger.repository.js';
import { Cover } from '../liability/cover.service.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import type { BankConfirmation } from './bank-confirmation.js';
import { type ConfirmationMessage, readConfirmation } from './confirmation-message.js';
import {
  countsForRelease,
  evolve,
  type MoneyReceipt,
  type MoneyReceiptEvent,
  receiveConfirmation,
} from './money-receipt.js';
import type { KeptReceipt } from './money-receipts.repository.js';
import { ReceiptAnnouncements } from './receipt-announcements.service.js';
import { type KeptMoney, ReceiptRows, type RefusedRow, type TakenRow } from './receipt-rows.repository.js';
import { legible } from './legible-message.js';
import { postingsOf } from './receipt-postings.js';
import { WaitingLineMatching } from './waiting-lines.service.js';

/** Whose queue gets a message that names no customs body of the register: the clearance post of Almaty. */
export const BODY_OF_LAST_RESORT = '55001';
/** A message waits for those before it that it repeats, and those for other transactions: more rounds are a bug. */
const MOST_ROUNDS = 10;

export interface ArrivedConfirmation {
  readonly message: ConfirmationMessage;
  /** Number of the on-site contract that the bank names; empty when it names none. */
  readonly contract: string;
  /** What it causes names it: the work of its own message, or the one work of a statement. */
  readonly work: Work;
}

/** REPEATED: the bank told of this payment before; the first receipt stands (R-PAY-105). */
export type ReceiptOutcome =
  | { readonly outcome: 'TAKEN' | 'REPEATED'; readonly kept: KeptMoney }
  | { readonly outcome: 'REFUSED'; readonly kept: KeptReceipt };

interface Pending extends ArrivedConfirmation {
  readonly place: number;
  readonly confirmation: BankConfirmation;
}

interface Taken extends TakenRow {
  readonly arrived: Pending;
  readonly events: readonly MoneyReceiptEvent[];
}

interface Refusal {
  readonly place: number;
  readonly arrived: ArrivedConfirmation;
  readonly reasons: readonly Reason[];
}

/** A refused message that did not come before. */
interface NewRefusal {
  readonly kept: KeptReceipt;
  readonly work: Work;
}

@Injectable()
export class ReceiptIntake {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(ReceiptRows) private readonly rows: ReceiptRows,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(ReceiptAnnouncements) private readonly announcements: ReceiptAnnouncements,
    @Inject(WaitingLineMatching) private readonly waitingLines: WaitingLineMatching,
  ) {}

  /**
   * Takes confirmations in the order of their arrival (art. 138.9, 139, 153.2) and answers one outcome for each. The same
   * bank reference counts once (R-PAY-105), within a batch too. A refused message is kept with its reasons and queued; money
   * of nobody known is posted and queued, never lost (R-PAY-106); a payer's money covers at once what waits for it; money
   * that the Treasury reported before is booked with its confirmation. Banks are locked first, then payers' accounts in the
   * order of their keys, then references in theirs.
   */
  async receiveAll(work: Work, arrivals: readonly ArrivedConfirmation[]): Promise<readonly ReceiptOutcome[]> {
    const outcomes: ReceiptOutcome[] = [];
    const refusals: Refusal[] = [];
    let pending: Pending[] = [];
    arrivals.forEach((arrival, place) => {
      const arrived = { ...arrival, message: legible(arrival.message) };
      const read = readConfirmation(arrived.message);
      if ('reasons' in read) refusals.push({ place, arrived, reasons: read.reasons });
      else pending.push({ ...arrived, place, confirmation: read.confirmation });
    });
    await this.waitingLines.admit(work, [...new Set(arrivals.map(({ message }) => message.bankId))]);
    const taken: Taken[] = [];
    for (let round = 1; pending.length > 0; round += 1) {
      if (round > MOST_ROUNDS) throw new Error(`${pending.length} confirmations wait for each other`);
      const decided = await this.decide(work, pending, outcomes, refusals);
      const kept = await this.keep(work, decided.taken);
      taken.push(...kept.taken);
      pending = [...decided.waiting, ...kept.overtaken].sort((one, other) => one.place - other.place);
    }
    await this.post(work, taken);
    const refused = await this.keepRefused(work, refusals, outcomes);
    const reported = await this.reportedBefore(work, taken, refused);
    for (const { arrived, kept } of taken) outcomes[arrived.place] = { outcome: 'TAKEN', kept };
    for (const { work: cause, kept } of refused)
      if (!reported.has(referenceOf(kept))) this.announcements.queueNew(cause, kept);
    await this.coverFrom(work, taken);
    return outcomes.map((told) =>
      told.outcome === 'REFUSED'
        ? told
        : { ...told, kept: reported.get(referenceOf(told.kept)) ?? told.kept },
    );
  }

  /** The money of messages just written that the Treasury reported before them, by their references. */
  private reportedBefore(
    work: Work,
    taken: readonly Taken[],
    refused: readonly NewRefusal[],
  ): Promise<ReadonlyMap<string, KeptMoney>> {
    return this.waitingLines.match(work, [
      ...taken.map(({ arrived, kept }) => ({ ...kept, work: arrived.work })),
      ...refused.map(({ kept, work: cause }) => ({ ...kept, work: cause })),
    ]);
  }

  /** Decides in order; a message that repeats one taken in this round waits until that one's row is there. */
  private async decide(
    work: Work,
    pending: readonly Pending[],
    outcomes: ReceiptOutcome[],
    refusals: Refusal[],
  ): Promise<{ readonly taken: readonly Taken[]; readonly waiting: readonly Pending[] }> {
    const today = this.calendar.civilDate(work.context.at);
    const facts = await this.rows.factsFor(work, pending, today);
    const held = new Set<string>();
    const taken: Taken[] = [];
    const waiting: Pending[] = [];
    for (const [index, arrived] of pending.entries()) {
      const known = facts[index];
      if (!known) throw new Error('no facts of a confirmation');
      const keys = keysOf(arrived.confirmation);
      if (keys.some((key) => held.has(key))) {
        waiting.push(arrived);
        continue;
      }
      const decision = receiveConfirmation(arrived.confirmation, known);
      if (!decision.accepted) {
        refusals.push({ place: arrived.place, arrived, reasons: decision.reasons });
      } else if (decision.events.some(({ type }) => type === 'PaymentConfirmationRepeated')) {
        if (!known.first) throw new Error('a confirmation repeats nothing');
        outcomes[arrived.place] = { outcome: 'REPEATED', kept: known.first };
      } else {
        for (const key of keys) held.add(key);
        taken.push(this.takenOf(arrived, decision.events, known.sameOrder === undefined));
      }
    }
    return { taken, waiting };
  }

  private takenOf(arrived: Pending, events: readonly MoneyReceiptEvent[], firstOfOrder: boolean): Taken {
    const receipt = events.reduce<MoneyReceipt | undefined>(evolve, undefined);
    if (!receipt) throw new Error('a confirmation was taken and made no receipt');
    const reasons = events.flatMap((event) => ('reasons' in event ? event.reasons : []));
    const kept = { ...this.keptOf(arrived), receipt, reasons };
    return { arrived, events, kept, message: arrived.message, firstOfOrder };
  }

  /** Locks the payers, then adds the rows; `overtaken` are those of which another transaction told first. */
  private async keep(
    work: Work,
    taken: readonly Taken[],
  ): Promise<{ readonly taken: readonly Taken[]; readonly overtaken: readonly Pending[] }> {
    if (taken.length === 0) return { taken: [], overtaken: [] };
    await this.payers.holdAll(
      work,
      taken.flatMap(({ kept: { receipt } }) =>
        receipt.matched ? [{ ...receipt.matched.owner, name: receipt.confirmation.payerName }] : [],
      ),
    );
    const added = await this.rows.addTaken(work, taken);
    return {
      taken: taken.filter(({ kept }) => added.has(kept.id)),
      overtaken: taken.flatMap(({ kept, arrived }) => (added.has(kept.id) ? [] : [arrived])),
    };
  }

  private async post(work: Work, taken: readonly Taken[]): Promise<void> {
    const postings: Posting[] = taken.flatMap(({ kept, events }) =>
      postingsIn(
        kept.id,
        events.flatMap((event) => postingsOf(event, undefined)),
      ),
    );
    await this.ledger.post(work, postings);
    for (const { arrived, kept } of taken) {
      this.announcements.received(arrived.work, kept);
      if (!kept.receipt.matched) this.announcements.queueNew(arrived.work, kept);
    }
  }

  /** The same refused message again keeps its first row; answers those that are new, to be queued once. */
  private async keepRefused(
    work: Work,
    refusals: readonly Refusal[],
    outcomes: ReceiptOutcome[],
  ): Promise<readonly NewRefusal[]> {
    if (refusals.length === 0) return [];
    const rows: RefusedRow[] = refusals.map(({ arrived, reasons }) => ({
      kept: { ...this.keptOf(arrived), reasons },
      message: arrived.message,
    }));
    const ids = await this.rows.addRefused(work, rows);
    return refusals.flatMap(({ place, arrived }, index) => {
      const row = rows[index];
      const id = ids[index];
      if (!row || id === undefined) throw new Error('a refused confirmation has no row');
      outcomes[place] = { outcome: 'REFUSED', kept: { ...row.kept, id } };
      if (id !== row.kept.id) return [];
      this.announcements.refused(arrived.work, row.kept);
      return [{ kept: row.kept, work: arrived.work }];
    });
  }

  /** Each payer's waiting declarations once, after all its money is there; the newest message is the cause. */
  private async coverFrom(work: Work, taken: readonly Taken[]): Promise<void> {
    const usable = new Map<string, { readonly owner: PayerAtBody; readonly work: Work }>();
    for (const { arrived, kept } of taken) {
      const owner = countsForRelease(kept.receipt) ? kept.receipt.matched?.owner : undefined;
      if (owner) usable.set(`${owner.payer}:${owner.customsBody}`, { owner, work: arrived.work });
    }
    await this.cover.retryAllShort(work, [...usable.values()]);
  }

  private keptOf({ message, work }: ArrivedConfirmation): KeptReceipt {
    const { at } = work.context;
    const known = this.reference.customsBodies.find(message.customsBody, this.calendar.civilDate(at));
    return {
      id: work.newId(),
      customsBody: known ? message.customsBody : BODY_OF_LAST_RESORT,
      bankId: message.bankId,
      bankReference: message.bankReference,
      payerNumber: message.payerIdentificationNumber,
      reasons: [],
      receivedAt: at,
    };
  }
}

function referenceOf({ bankId, bankReference }: KeptReceipt): string {
  return JSON.stringify([bankId, bankReference]);
}

/** What only one message of a round may take: its reference, its payment order. */
function keysOf({ bankId, bankReference, paymentOrder }: BankConfirmation): readonly string[] {
  const reference = JSON.stringify(['reference', bankId, bankReference]);
  return paymentOrder === undefined
    ? [reference]
    : [reference, JSON.stringify(['order', bankId, paymentOrder])];
}
