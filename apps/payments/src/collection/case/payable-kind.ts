/** Between budget codes and kinds: penalty interest belongs to the kind it runs on (R-PAY-003). */
import {
  isPaymentKind,
  type PayableKind,
  PAYMENT_KINDS,
  type PaymentKind,
  penaltyInterestOn,
} from '../../payment-kind.js';

/** The kind itself, or the kind on which the penalty interest runs. @throws RangeError for no budget code's name. */
export function principalKindOf(payable: PayableKind): PaymentKind {
  if (isPaymentKind(payable)) return payable;
  const kind = PAYMENT_KINDS.find((one) => penaltyInterestOn(one) === payable);
  if (!kind) throw new RangeError(`no kind of ${payable}`);
  return kind;
}
