/** The bank confirms what the Treasury reported before: the lines that waited are booked with it (R-PAY-101, R-PAY-103). */
import { Inject, Injectable } from '@nestjs/common';
import { art } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { ReceiptBooking, verdictOf } from './receipt-booking.service.js';
import type { KeptMoney } from './receipt-rows.repository.js';
import { type ReferenceOfBank, WaitingLines } from './waiting-lines.repository.js';

/** What a bank told of a reference, and the work of its message. */
export interface ToldReference extends ReferenceOfBank {
  readonly work: Work;
}

@Injectable()
export class WaitingLineMatching {
  constructor(
    @Inject(WaitingLines) private readonly lines: WaitingLines,
    @Inject(ReceiptBooking) private readonly booking: ReceiptBooking,
  ) {}

  /** The first lock of a work that takes confirmations of these banks. */
  admit(work: Work, banks: readonly string[]): Promise<void> {
    return this.lines.admit(work, banks);
  }

  /**
   * Books the lines that wait for these references, whose receipts or refused messages are written, and answers the
   * receipts by `[bank, reference]` as JSON. A line waits on when its message cannot be read: the bank corrects it.
   */
  async match(work: Work, told: readonly ToldReference[]): Promise<ReadonlyMap<string, KeptMoney>> {
    const waiting = await this.lines.hold(work, told);
    if (waiting.length === 0) return new Map();
    const works = new Map(told.toReversed().map((one) => [referenceOf(one), one.work]));
    const booked = await this.booking.bookAll(
      work,
      waiting.map(({ handledBodies, ...line }) => ({
        ...line,
        mayHandle: (body: string) => handledBodies?.includes(body) ?? true,
        work: works.get(referenceOf(line)) ?? work,
      })),
    );
    const settled = waiting.flatMap((line, place) => {
      const outcome = booked[place];
      const verdict = outcome && verdictOf(outcome);
      return verdict && verdict.outcome !== 'WAITING' ? [{ line, verdict, kept: outcome.kept }] : [];
    });
    await this.lines.settle(work, settled);
    for (const { line, verdict } of settled) {
      const { reportId, reportReference, number, bankId, bankReference } = line;
      work.record({
        stream: 'TreasuryReport',
        streamId: reportId,
        caseId: reportId,
        type: 'TreasuryLineMatched',
        payload: { reportReference, number, bankId, bankReference, ...verdict },
        ground: art(138, 9),
      });
    }
    return new Map(
      settled.flatMap(({ line, kept, verdict }) =>
        kept && verdict.outcome === 'BOOKED' ? [[referenceOf(line), kept]] : [],
      ),
    );
  }
}

function referenceOf({ bankId, bankReference }: ReferenceOfBank): string {
  return JSON.stringify([bankId, bankReference]);
}
