/** Tells others when a debt, interest or penalty interest of a payer opens or closes (art. 293.11(2); Code 2017 art. 201(4)). */
import { Inject, Injectable } from '@nestjs/common';
import { ArrearsStatusChangedSchema, moneyMessage, timestampOf } from '@shekara/contracts';
import { art } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { PayerAtBody } from '../ledger/account.js';
import {
  type ArrearsByKind,
  type ArrearsChange,
  arrearsChange,
  sameArrears,
  withAccount,
} from './arrears-status.js';
import { ArrearsStatuses } from './arrears-statuses.repository.js';

const GROUND = art(293, '11(2)');

@Injectable()
export class ArrearsStatusService {
  constructor(
    @Inject(ArrearsStatuses) private readonly statuses: ArrearsStatuses,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * One account of the payer shows these arrears now; the payer's state over all customs bodies follows in this work. The
   * account is held, then the payer's row: two bodies of one payer change it one after the other (R-PAY-124).
   */
  async accountShows(work: Work, owner: PayerAtBody, caseId: string, now: ArrearsByKind): Promise<void> {
    const { payer, customsBody } = owner;
    if (now.size > 0) await this.statuses.open(work, payer);
    const before = await this.statuses.hold(work, payer);
    if (!before || sameArrears(before.bodies.get(customsBody) ?? new Map(), now)) return;
    const bodies = withAccount(before.bodies, customsBody, now);
    const change = arrearsChange(before.bodies, bodies);
    const version = change ? before.version + 1n : before.version;
    await this.statuses.save(work, payer, { version, bodies });
    if (change) this.tell(work, payer, caseId, version, change);
  }

  private tell(
    work: Work,
    payer: string,
    caseId: string,
    version: bigint,
    { opened, closed, arrears }: ArrearsChange,
  ): void {
    this.outbox.publish(
      work,
      ArrearsStatusChangedSchema,
      {
        payer,
        version,
        present: arrears.size > 0,
        arrears: [...arrears].map(([kind, amount]) => ({ kind, amount: moneyMessage(amount) })),
        opened: [...opened],
        closed: [...closed],
        changedAt: timestampOf(work.context.at),
      },
      { caseId, ground: GROUND },
    );
    work.record({
      stream: 'Arrears',
      streamId: payer,
      caseId,
      type: 'ArrearsStatusChanged',
      payload: {
        opened,
        closed,
        arrears: Object.fromEntries([...arrears].map(([kind, amount]) => [kind, amount.toString()])),
      },
      ground: GROUND,
    });
  }
}
