/** The cap on what foreign goods bear over all their procedures (art. 125.7; F-09, R-PAY-041). */
import { Exact, Money } from '@shekara/kernel';
import { assessableItem, type AssessableItem } from '../calculation/assessable-item.js';
import { type ChargedDeclaration } from '../calculation/charged-item.js';
import { consumptionLines } from '../calculation/consumption-lines.js';
import { lessPaid, type PaymentLine } from '../calculation/payment-line.js';
import { cappedConsumptionSum } from '../obligation/special-sums.js';
import { sumBeforeReliefs } from '../relief/taken-off.js';
import type { EarlierProcedure, PaidEarlier } from './earlier-procedure.js';

/**
 * The lines less what is above the cap: the sum before concessions and tax reliefs at the rates of the earlier registration, with
 * the growth from rates that rose since, less what was paid. It is taken off the kinds that were paid, then off the others.
 */
export function capped(
  found: AssessableItem,
  lines: readonly PaymentLine[],
  { registeredOn, paid }: Extract<EarlierProcedure, { kind: 'CUSTOMS_WAREHOUSE' }>,
  of: ChargedDeclaration,
): readonly PaymentLine[] {
  const now = sumBeforeReliefs(lines);
  const then = sumAtEarlierRates(found, of.ratesOf(registeredOn, of.rates.date)) ?? now;
  const payable = Money.sum(lines.map((line) => line.payable));
  const allowed = cappedConsumptionSum({
    payable: payable.toExact(),
    paidEarlier: Money.sum(paid.map(({ amount }) => amount)).toExact(),
    fullSum: then,
    growthFromRates: Exact.max(0, now.minus(then)),
  });
  return lowered(lines, payable.minus(allowed), paid);
}

/** Undefined where the code had no rate then: nothing grew that can be told. */
function sumAtEarlierRates({ item }: AssessableItem, rates: ChargedDeclaration['rates']): Exact | undefined {
  const found = assessableItem(item, '', rates, []);
  return found && sumBeforeReliefs(consumptionLines(found, rates, false));
}

function lowered(
  lines: readonly PaymentLine[],
  excess: Money,
  paid: readonly PaidEarlier[],
): readonly PaymentLine[] {
  let left = excess;
  const takeOff = (from: readonly PaymentLine[], most: (line: PaymentLine) => Money) =>
    from.map((line) => {
      const lower = lessPaid(line, left.min(most(line)));
      left = left.minus(line.payable.minus(lower.payable));
      return lower;
    });
  const paidOf = ({ kind }: PaymentLine) =>
    Money.sum(paid.filter((part) => part.kind === kind).map(({ amount }) => amount));
  return takeOff(takeOff(lines, paidOf), ({ payable }) => payable);
}
