/** The charge of a customs escort or of a preliminary decision: who owes which part, since when (art. 116, 118, 120.3, 120.4). */
import type { CivilDate } from '@shekara/calendar';
import { type Bin, decide, type Decision, type Iin, Money, when } from '@shekara/kernel';
import {
  askForCharge,
  type ChargePaid,
  type ChargePayment,
  checkEscortCharge,
  checkPreliminaryDecisionCharge,
} from '../calculation/customs-charges.js';
import { splitEscortCharge } from '../calculation/escort-charge.js';
import type { PaymentKind } from '../payment-kind.js';
import { otherChargeReasons as reasons } from './other-charge-reasons.js';

/** The kind of payment of each charge that is set by itself; the declaration's is set with it. */
export const OTHER_CHARGES = {
  ESCORT: 'CHARGE_ESCORT',
  PRELIMINARY_DECISION: 'CHARGE_PRELIMINARY_DECISION',
} as const satisfies Record<string, PaymentKind>;

export type OtherChargeKind = keyof typeof OTHER_CHARGES;

/** Vehicles of one escort: each payer's account is entered and ages by itself. */
export const MOST_VEHICLES = 50;

export interface PayerNamed {
  readonly payer: Bin | Iin;
  readonly payerName: string;
}

/** `vehicle` is the registration number; a preliminary decision names its one payer without a vehicle. */
export interface VehicleOfEscort extends PayerNamed {
  readonly vehicle?: string | undefined;
}

export interface ChargeToSet {
  /** As the officer named it: ESCORT, PRELIMINARY_DECISION, or what the law does not know. */
  readonly named: string;
  readonly decidedOn: CivilDate;
  readonly firstEscortDay?: CivilDate | undefined;
  readonly payers: readonly VehicleOfEscort[];
}

/** What one payer owes: the parts of all its vehicles. */
export interface PartOfCharge extends PayerNamed {
  readonly vehicles: readonly string[];
  readonly amount: Money;
}

export interface ChargeSet {
  readonly type: 'ChargeSet';
  readonly kind: OtherChargeKind;
  readonly amount: Money;
  readonly parts: readonly PartOfCharge[];
}

/**
 * Sets a charge at its rate (R-PAY-005). An escort's is split equally over its vehicles (R-PAY-010), and a payer of several
 * owes their parts together. Refuses CHARGE_NOT_IN_LAW (R-PAY-004), CHARGE_SET_WITH_DECLARATION, ESCORT_DAY_UNFIT,
 * ESCORTED_VEHICLES_UNFIT, CHARGE_DECISION_IN_FUTURE.
 */
export function setCharge(
  charge: ChargeToSet,
  rateOf: (kind: OtherChargeKind) => Money,
  today: CivilDate,
): Decision<ChargeSet> {
  const asked = askForCharge(`CHARGE_${charge.named}`);
  if (!asked.accepted) return asked;
  const kind = isOtherCharge(charge.named) ? charge.named : undefined;
  const { decidedOn, firstEscortDay, payers } = charge;
  const fitsDay =
    kind === 'ESCORT'
      ? firstEscortDay !== undefined && firstEscortDay >= decidedOn
      : firstEscortDay === undefined;
  return decide(
    [
      when(kind === undefined, reasons.CHARGE_SET_WITH_DECLARATION, { pointer: '/kind' }),
      when(kind !== undefined && !fitsDay, reasons.ESCORT_DAY_UNFIT, { pointer: '/firstEscortDay' }),
      when(kind !== undefined && !fitsVehicles(kind, payers), reasons.ESCORTED_VEHICLES_UNFIT, {
        pointer: '/payers',
      }),
      when(decidedOn > today, reasons.CHARGE_DECISION_IN_FUTURE, { pointer: '/decidedOn' }),
    ],
    () => {
      if (!kind) throw new Error('a charge of no kind was not refused');
      const amount = rateOf(kind);
      return [{ type: 'ChargeSet', kind, amount, parts: partsOf(amount, payers) }];
    },
  );
}

function isOtherCharge(text: string): text is OtherChargeKind {
  return Object.hasOwn(OTHER_CHARGES, text);
}

function fitsVehicles(kind: OtherChargeKind, payers: readonly VehicleOfEscort[]): boolean {
  const vehicles = payers.flatMap(({ vehicle }) => vehicle ?? []);
  if (kind === 'PRELIMINARY_DECISION') return payers.length === 1 && vehicles.length === 0;
  return (
    vehicles.length > 0 &&
    vehicles.length <= MOST_VEHICLES &&
    vehicles.length === payers.length &&
    new Set(vehicles).size === vehicles.length
  );
}

/** The parts of the payers, in the order in which the payers were named first; they add up to the charge. */
function partsOf(charge: Money, payers: readonly VehicleOfEscort[]): readonly PartOfCharge[] {
  const shares = splitEscortCharge(charge, payers.length);
  const named = payers.map((one, place) => ({ ...one, share: shares[place] ?? Money.ZERO }));
  return [...Map.groupBy(named, ({ payer }) => payer).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { payer, payerName } = first;
    const vehicles = own.flatMap(({ vehicle }) => vehicle ?? []);
    return [{ payer, payerName, vehicles, amount: Money.sum(own.map(({ share }) => share)) }];
  });
}

/** A set charge, as far as its payment depends on it. */
export interface ChargeToPay {
  readonly kind: OtherChargeKind;
  readonly decidedOn: CivilDate;
  readonly firstEscortDay: CivilDate | null;
}

/**
 * Whether a part is paid as the law wants it: of an escort from its decision to its first day (R-PAY-009), of a preliminary
 * decision before it is handed over (R-PAY-011). Else CHARGE_UNPAID.
 */
export function checkPart(
  { kind, decidedOn, firstEscortDay }: ChargeToPay,
  amount: Money,
  payments: readonly ChargePayment[],
): Decision<ChargePaid> {
  return kind === 'ESCORT' && firstEscortDay !== null
    ? checkEscortCharge(amount, { decidedOn, firstEscortDay }, payments)
    : checkPreliminaryDecisionCharge(amount, payments);
}

/**
 * The day on which money pays: its bank date, and not before the decision, since a charge may be paid in advance (art.
 * 120.6; R-PAY-014).
 */
export function paidOn(bankDate: CivilDate, decidedOn: CivilDate): CivilDate {
  return bankDate > decidedOn ? bankDate : decidedOn;
}
