/** Which customs body, or state, payments go to: its accounts carry the sum (art. 120.7, 138.1, 138.2). */

/** What made the sum payable. States are ISO 3166-1 alpha-2; KZ is ours. */
export type PaymentOrigin =
  | { readonly origin: 'RELEASE'; readonly releasedBy: string }
  | { readonly origin: 'ILLEGAL_MOVEMENT'; readonly foundBy: string }
  /** Goods released for transit; `foundIn`: the state in which goods that were not delivered are found to be. */
  | { readonly origin: 'TRANSIT'; readonly releasedBy: string; readonly foundIn?: string };

export type BookedAt =
  | { readonly at: 'CUSTOMS_BODY'; readonly customsBody: string }
  | { readonly at: 'OTHER_STATE'; readonly state: string };

/**
 * The body of release, or the body that found the illegal movement; for transit the body that released it, or the other
 * state where the goods are found to be (R-PAY-095). Charges go the same way (art. 120.7; R-PAY-015).
 */
export function bookedAt(payment: PaymentOrigin): BookedAt {
  switch (payment.origin) {
    case 'RELEASE':
      return { at: 'CUSTOMS_BODY', customsBody: payment.releasedBy };
    case 'ILLEGAL_MOVEMENT':
      return { at: 'CUSTOMS_BODY', customsBody: payment.foundBy };
    case 'TRANSIT':
      return payment.foundIn === undefined || payment.foundIn === 'KZ'
        ? { at: 'CUSTOMS_BODY', customsBody: payment.releasedBy }
        : { at: 'OTHER_STATE', state: payment.foundIn };
  }
}
