/** Application for deferral or instalments of import duty (art. 133, 134, 135.1, 135.3). */
import type { CivilDate } from '@shekara/calendar';
import { decide, type Decision, type Exact, Money, type Reason, reason, when } from '@shekara/kernel';
import { calculationReasons } from '../calculation/calculation-reasons.js';
import type { PaymentKind } from '../payment-kind.js';
import { deferralReasons as reasons } from './deferral-reasons.js';

export const DEFERRAL_MODES = ['DEFERRAL', 'INSTALMENTS'] as const;
export type DeferralMode = (typeof DEFERRAL_MODES)[number];

/** Whose law changes the term of payment of a kind (art. 133.3, 134.1; R-PAY-080, R-PAY-091). */
export const TERM_CHANGE_LAW = {
  IMPORT_DUTY: 'CUSTOMS_LAW',
  IMPORT_VAT: 'TAX_LAW',
  IMPORT_EXCISE: 'TAX_LAW',
  EXPORT_DUTY: 'NONE',
  SPECIAL_DUTY: 'NONE',
  ANTI_DUMPING_DUTY: 'NONE',
  COUNTERVAILING_DUTY: 'NONE',
  CHARGE_DECLARATION: 'NONE',
  CHARGE_ESCORT: 'NONE',
  CHARGE_PRELIMINARY_DECISION: 'NONE',
  AGGREGATE_PAYMENT: 'NONE',
  UNIFORM_RATE_PAYMENT: 'NONE',
} as const satisfies Record<PaymentKind, 'CUSTOMS_LAW' | 'TAX_LAW' | 'NONE'>;

/** The one ground that the Code itself names: goods for industrial processing (art. 136.2). */
export const INDUSTRIAL_PROCESSING = 'INDUSTRIAL_PROCESSING';

/** A row of the treaty list of grounds (art. 134.4): reference data with its days. */
export interface TreatyGround {
  readonly code: string;
  readonly validFrom: CivilDate;
  /** Last day; absent while it is in force. */
  readonly validTo?: CivilDate;
}

/** Release for domestic consumption, the only procedure (art. 134.5). */
const DOMESTIC_CONSUMPTION = '40';

/** What must hold at application and again at decision (art. 134.4, 134.5). */
export interface DeferralConditions {
  readonly grounds: readonly string[];
  /** Two digits of the procedure of the declaration. */
  readonly procedure: string;
  readonly guarantee?: { readonly reference: string; readonly accepted: boolean };
}

/** A sum of one kind for which a later term is asked. */
export interface SumToDefer {
  readonly kind: PaymentKind;
  readonly amount: Exact;
  /** ISO 4217: KZT, or the currency on which the sum depends (art. 135.3). */
  readonly currency: string;
}

export interface DeferralApplication extends DeferralConditions {
  readonly payer: string;
  readonly declaration: string;
  readonly mode: DeferralMode;
  readonly sums: readonly SumToDefer[];
  readonly papers: readonly string[];
}

export interface DeferralReference {
  readonly treatyGrounds: readonly TreatyGround[];
  /** Papers that an application must carry. */
  readonly papersNeeded: readonly string[];
  readonly currencyRates: {
    find(
      currency: string,
      on: CivilDate,
    ): { readonly kztPerUnit: Exact; readonly date: CivilDate } | undefined;
  };
}

/** A sum of another kind in the application: left out, with the reason; import duty goes on. */
export interface SumLeftOut {
  readonly type: 'SumLeftOut';
  readonly kind: PaymentKind;
  readonly reason: Reason;
}

export interface DeferralRegistered {
  readonly type: 'DeferralRegistered';
  readonly registeredOn: CivilDate;
  readonly mode: DeferralMode;
  readonly grounds: readonly string[];
  /** Import duty in KZT, rounded once. */
  readonly duty: Money;
  /** Days of the rates used; the sum never moves with later rates (R-PAY-086). */
  readonly rateDate: CivilDate;
}

/**
 * Registers an application on its day (L10; R-PAY-080 to R-PAY-082, R-PAY-086, R-PAY-091). Sums of other kinds are left out
 * with DEFERRAL_WRONG_KIND (`law` TAX_LAW: to be asked of the tax authority). Refuses when no import duty is asked for,
 * and with DEFERRAL_WRONG_PROCEDURE, DEFERRAL_NO_GUARANTEE, DEFERRAL_NO_GROUND, DEFERRAL_DOCS_INCOMPLETE and
 * EXCHANGE_RATE_MISSING.
 */
export function registerDeferral(
  application: DeferralApplication,
  reference: DeferralReference,
  registeredOn: CivilDate,
): Decision<DeferralRegistered | SumLeftOut> {
  const leftOut = application.sums.flatMap(wrongKind);
  const dutySums = application.sums.filter(({ kind }) => TERM_CHANGE_LAW[kind] === 'CUSTOMS_LAW');
  const unrated = dutySums.filter(({ currency }) => !reference.currencyRates.find(currency, registeredOn));
  const missing = missingParts(application, dutySums, reference);
  return decide<DeferralRegistered | SumLeftOut>(
    [
      ...(dutySums.length === 0 ? leftOut.map((sum) => sum.reason) : []),
      ...conditionsUnmet(application, reference.treatyGrounds, registeredOn),
      when(missing.length > 0, reasons.DEFERRAL_DOCS_INCOMPLETE, {
        parameters: { missing: missing.join(', ') },
      }),
      ...unrated.map(({ currency }) =>
        reason(calculationReasons.EXCHANGE_RATE_MISSING, { parameters: { currency, date: registeredOn } }),
      ),
    ],
    () => [
      {
        type: 'DeferralRegistered',
        registeredOn,
        mode: application.mode,
        grounds: application.grounds,
        duty: Money.sum(dutySums.map((sum) => inTenge(sum, reference, registeredOn))),
        rateDate: registeredOn,
      },
      ...leftOut,
    ],
  );
}

/** What of art. 134.4 and 134.5 does not hold on the day: procedure, accepted security, a treaty ground in force. */
export function conditionsUnmet(
  { grounds, procedure, guarantee }: DeferralConditions,
  treatyGrounds: readonly TreatyGround[],
  on: CivilDate,
): readonly (Reason | undefined)[] {
  const inForce = treatyGrounds.filter(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo),
  );
  const unlisted = grounds.filter((ground) => !inForce.some(({ code }) => code === ground));
  return [
    when(procedure !== DOMESTIC_CONSUMPTION, reasons.DEFERRAL_WRONG_PROCEDURE, {
      pointer: '/procedure',
      parameters: { procedure },
    }),
    when(guarantee?.accepted !== true, reasons.DEFERRAL_NO_GUARANTEE, { pointer: '/guarantee' }),
    when(grounds.length === unlisted.length, reasons.DEFERRAL_NO_GROUND, {
      pointer: '/grounds',
      parameters: { unlisted: unlisted.join(', ') },
    }),
  ];
}

function wrongKind({ kind }: SumToDefer, index: number): readonly SumLeftOut[] {
  const law = TERM_CHANGE_LAW[kind];
  if (law === 'CUSTOMS_LAW') return [];
  return [
    {
      type: 'SumLeftOut',
      kind,
      reason: reason(reasons.DEFERRAL_WRONG_KIND, {
        pointer: `/sums/${index}/kind`,
        parameters: { kind, law },
      }),
    },
  ];
}

function missingParts(
  application: DeferralApplication,
  dutySums: readonly SumToDefer[],
  { papersNeeded }: DeferralReference,
): readonly string[] {
  const details = (['payer', 'declaration'] as const).filter((detail) => application[detail].trim() === '');
  const noSum = application.sums.length === 0 || dutySums.some(({ amount }) => amount.lessThanOrEqualTo(0));
  const papers = papersNeeded.filter((paper) => !application.papers.includes(paper));
  return [...details, ...(noSum ? ['sums'] : []), ...papers];
}

function inTenge(
  { amount, currency }: SumToDefer,
  { currencyRates }: DeferralReference,
  on: CivilDate,
): Money {
  const rate = currencyRates.find(currency, on);
  return rate ? Money.round(amount.times(rate.kztPerUnit)) : Money.ZERO;
}
