/** What the decision on uncollectible debt says of each obligation (art. 129.2(9), 172); collection closes its case by it. */
import type { CivilDate } from '@shekara/calendar';
import type { Money } from '@shekara/kernel';

/** Where the ground stands: another act than the Code (art. 172). */
export interface GroundInOtherLaw {
  readonly act: string;
  readonly provision: string;
}

/** One obligation that ends, with the code of list ObligationEnd. */
export interface DebtWrittenOff {
  readonly type: 'DebtWrittenOff';
  readonly liability: string;
  readonly amount: Money;
  readonly ground: GroundInOtherLaw;
  readonly on: CivilDate;
  readonly ends: 'WRITTEN_OFF';
}
