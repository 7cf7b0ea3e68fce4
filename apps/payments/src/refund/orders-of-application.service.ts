/** When all orders of an application are carried out, it ends (art. 154.8; R-PAY-192). */
import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { type OverpaymentApplicationEntity, overpaymentOf } from './overpayment-application.entity.js';
import { OverpaymentApplications } from './overpayment-applications.repository.js';
import { evolveOverpayment, recordTreasuryCopy } from './overpayment-lifecycle.js';
import type { TreasuryOrderEntity } from './treasury-order.entity.js';

@Injectable()
export class OrdersOfApplication {
  constructor(@Inject(OverpaymentApplications) private readonly applications: OverpaymentApplications) {}

  /**
   * Ends the application once no order waits for the Treasury and no offset for an officer: OFFSET or REFUNDED by what was
   * executed; LAPSED where nothing was, since all that the conclusion set off was declined. The caller saves it.
   */
  closeWhenDone(work: Work, application: OverpaymentApplicationEntity, on: CivilDate): Promise<void> {
    return this.closeAllWhenDone(work, [{ application, on }]);
  }

  /** As `closeWhenDone`, for several applications: one query. */
  async closeAllWhenDone(
    work: Work,
    done: readonly { readonly application: OverpaymentApplicationEntity; readonly on: CivilDate }[],
  ): Promise<void> {
    const waiting = done.filter(
      ({ application: { status, held } }) => status === 'AT_TREASURY' && held.length === 0,
    );
    if (waiting.length === 0) return;
    const orders = await this.applications.ordersOfAll(
      work.manager,
      waiting.map(({ application }) => application.id),
    );
    for (const { application, on } of waiting) endByOrders(application, orders.get(application.id) ?? [], on);
  }
}

function endByOrders(
  application: OverpaymentApplicationEntity,
  orders: readonly TreasuryOrderEntity[],
  on: CivilDate,
): void {
  if (orders.some(({ status }) => status === 'ORDERED')) return;
  application.closedOn = on;
  if (orders.length === 0) {
    application.status = 'LAPSED';
    application.reserved = Money.ZERO.toString();
    return;
  }
  const overpayment = overpaymentOf(application);
  const copy = recordTreasuryCopy(overpayment, on);
  if (!copy.accepted) throw new Error(`${application.number} is ${application.status}`);
  application.status = copy.events.reduce(evolveOverpayment, overpayment).status;
}
