/** The decisions on lots that wait in queues of the customs body that supervises the place. */

/** Who takes them. */
export const STORAGE_OFFICER = 'CHECKPOINT_OFFICER';

/** The term ran out: detain the goods, or see what holds it (art. 268.4). */
export const TERM_EXPIRED_ITEM = 'STORAGE_TERM_EXPIRED';
/** Goods differ from their documents: accept, inspect, or open a loss case (art. 270.3). */
export const RECEIPT_DIFFERENCE_ITEM = 'RECEIPT_DIFFERENCE';
/** A request to extend the term (art. 268.2), and the same undecided when the term ran out. */
export const EXTENSION_ITEM = 'STORAGE_EXTENSION';
export const EXTENSION_OVERDUE_ITEM = 'STORAGE_EXTENSION_OVERDUE';
