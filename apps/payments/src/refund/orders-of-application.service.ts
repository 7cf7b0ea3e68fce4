/** When all orders of an application are carried out, it ends (art. 154.8; R-PAY-192). */
import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { type OverpaymentApplicationEntity, overpaymentOf } from './overpayment-application.entity.js';
import { OverpaymentApplications } from './overpayment-applications.repository.js';
import { evolveOverpayment, recordTreasuryCopy } from './overpayment-lifecycle.js';

@Injectable()
export class OrdersOfApplication {
  constructor(@Inject(OverpaymentApplications) private readonly applications: OverpaymentApplications) {}

  /**
   * Ends the application once no order waits for the Treasury and no offset for an officer: OFFSET or REFUNDED by what was
   * executed; LAPSED where nothing was, since all that the conclusion set off was declined. The caller saves it.
   */
  async closeWhenDone(work: Work, application: OverpaymentApplicationEntity, on: CivilDate): Promise<void> {
    if (application.status !== 'AT_TREASURY' || application.held.length > 0) return;
    const orders = await this.applications.ordersOf(work.manager, application.id);
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
}
