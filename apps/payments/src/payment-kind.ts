/** Kinds of payment (art. 113, 116, 472.2): each has its own budget code and is never mixed with another (R-PAY-001). */
export const PAYMENT_KINDS = [
  'IMPORT_DUTY',
  'EXPORT_DUTY',
  'SPECIAL_DUTY',
  'ANTI_DUMPING_DUTY',
  'COUNTERVAILING_DUTY',
  'IMPORT_EXCISE',
  'IMPORT_VAT',
  'CHARGE_DECLARATION',
  'CHARGE_ESCORT',
  'CHARGE_PRELIMINARY_DECISION',
  // Personal and postal goods by a receipt voucher: one sum for duty, excise and VAT (art. 472.2).
  'AGGREGATE_PAYMENT',
  'UNIFORM_RATE_PAYMENT',
] as const;

export type PaymentKind = (typeof PAYMENT_KINDS)[number];

const CHARGES: ReadonlySet<PaymentKind> = new Set<PaymentKind>([
  'CHARGE_DECLARATION',
  'CHARGE_ESCORT',
  'CHARGE_PRELIMINARY_DECISION',
]);

/** A customs charge pays for a service of customs (art. 113.1(5), 116); every other kind is a duty or a tax. */
export function isCharge(kind: PaymentKind): boolean {
  return CHARGES.has(kind);
}

/** Penalty interest on one kind: it has a budget code of its own and stays with its kind (art. 158.5; R-PAY-003). */
export type PenaltyInterestPurpose = `PENALTY_INTEREST_${PaymentKind}`;

/** What is owed to the budget: a kind, or the penalty interest on a kind. */
export type PayableKind = PaymentKind | PenaltyInterestPurpose;

/** What money is sent for: a kind, its penalty interest, or future obligations of any kind (ADVANCE, art. 120.6, 138.7). */
export type MoneyPurpose = PayableKind | 'ADVANCE';

/** The purpose of money that pays the penalty interest on a kind. */
export function penaltyInterestOn(kind: PaymentKind): PenaltyInterestPurpose {
  return `PENALTY_INTEREST_${kind}`;
}

export const PAYABLE_KINDS: readonly PayableKind[] = [
  ...PAYMENT_KINDS,
  ...PAYMENT_KINDS.map((kind) => penaltyInterestOn(kind)),
];

export const MONEY_PURPOSES: readonly MoneyPurpose[] = ['ADVANCE', ...PAYABLE_KINDS];

export function isPaymentKind(text: string): text is PaymentKind {
  return (PAYMENT_KINDS as readonly string[]).includes(text);
}

export function isPayableKind(text: string): text is PayableKind {
  return (PAYABLE_KINDS as readonly string[]).includes(text);
}

export function isMoneyPurpose(text: string): text is MoneyPurpose {
  return text === 'ADVANCE' || isPayableKind(text);
}
