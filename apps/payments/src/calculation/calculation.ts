/** The payment calculation of a goods declaration, whatever its procedure (art. 124 to 127, 129.1, 129.3, 306.1). */
import { Exact, type Money, reason, type Reason, refuse, type Refused } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { Trigger } from '../obligation/trigger-matrix.js';
import type { PaymentKind } from '../payment-kind.js';
import { goodsAfterProcedure } from '../processing/after-procedure.js';
import { earlierFacts } from '../processing/earlier-facts.js';
import { EARLIER_KINDS } from '../processing/earlier-procedure.js';
import { exchangeRateMissing, memberStateTaxesMissing } from './assessable-item.js';
import { calculationReasons as reasons } from './calculation-reasons.js';
import { type ChargedDeclaration, type ChargedItem, chargedItem, periodMissing } from './charged-item.js';
import { declarationCharge } from './declaration-charge.js';
import type {
  DeclarationForCalculation,
  ItemForCalculation,
  PaymentReference,
} from './declaration-for-calculation.js';
import { otherChargeLine } from './other-charge-line.js';
import { payableByKind, type PaymentLine } from './payment-line.js';
import { chargesOf } from './procedure-charges.js';
import { rateDateOf } from './rate-date.js';
import { RatesOfDay } from './rates-of-day.js';
import { smallShipments } from './small-amounts.js';
import { type MemberState, placeOfTransitDebt } from './transit-rates.js';

export interface PaymentsCalculated {
  readonly accepted: true;
  readonly rateDate: CivilDate;
  /** Row of the matrix by which payable sums fall due; absent where the charge alone is payable (R-PAY-055). */
  readonly trigger?: Trigger;
  /** The member state to which duties and taxes are payable (art. 125.6, 138.2). */
  readonly payableIn: MemberState;
  /** Item by item: the duty, excise where a rate exists, VAT; then the declaration charge. */
  readonly lines: readonly PaymentLine[];
  /** Payable sum of each kind that has a line. */
  readonly payable: ReadonlyMap<PaymentKind, Money>;
  /** Customs value of all items in KZT, unrounded. */
  readonly customsValue: Exact;
  /** Unpaid duties and taxes up to this sum in KZT end the obligation (art. 129.2(4)): EUR 5 at the rate date. */
  readonly smallRemainderLimit: Exact;
}

export type Calculation = PaymentsCalculated | Refused;

/**
 * Calculates every payment of the declaration in KZT (R-PAY-035 to R-PAY-041): per item what its procedure charges, and one
 * charge for the whole declaration. Each line is rounded half up to the tiyn, once; VAT takes the unrounded duty and excise
 * into its base. All rates are those of the rate date, or of the earlier registration where the matrix says so. Refuses with
 * every item's reasons; PROCEDURE_NEEDS_ASSESSMENT, PREVIOUS_PROCEDURE_NEEDS_ASSESSMENT and TEMPORARY_IMPORT_PERIOD_MISSING
 * leave the declaration to an officer; MEMBER_STATE_TAXES_MISSING for goods found where taxes are not loaded.
 */
export function calculate(declaration: DeclarationForCalculation, reference: PaymentReference): Calculation {
  const charges = chargesOf(declaration.procedure, declaration.unionGoods ?? false);
  if (!charges) {
    const parameters = { procedure: declaration.procedure };
    return refuse(reason(reasons.PROCEDURE_NEEDS_ASSESSMENT, { pointer: '/procedure', parameters }));
  }
  const date = rateDateOf(declaration.rateBasis);
  const { taxRatesOf } = placeOfTransitDebt(declaration.foundIn);
  if (taxRatesOf !== 'KZ' && !reference.memberStateVat.find(taxRatesOf, date))
    return refuse(memberStateTaxesMissing(taxRatesOf, date, '/foundIn'));
  const rates = new RatesOfDay(reference, date, date, taxRatesOf);
  const of = { declaration, charges, rates, ratesOf: ratesByDay(reference) };
  const against: Reason[] = [];
  const missing = periodMissing(charges, declaration);
  if (missing) against.push(missing);
  const euro = rates.exchange.find('EUR');
  if (!euro) against.push(exchangeRateMissing('EUR', date, '/rateBasis'));

  const items: ChargedItem[] = [];
  declaration.items.forEach((item, index) => {
    const charged = itemOf(item, `/items/${index}`, of, against);
    if (charged) items.push(charged);
  });
  const [first, ...rest] = against;
  if (first) return refuse(first, ...rest);
  return assessed(of, items, euro?.kztPerUnit ?? new Exact(0));
}

/** An item as its procedure charges it, or as its article does after the procedure before (box 37). */
function itemOf(
  item: ItemForCalculation,
  pointer: string,
  of: ChargedDeclaration,
  against: Reason[],
): ChargedItem | undefined {
  const facts = earlierFacts(item, of.declaration.procedure, of.rates.date, pointer);
  if (facts.state === 'REFUSED') against.push(facts.reason);
  if (facts.state === 'KNOWN') return goodsAfterProcedure(item, facts.earlier, pointer, of, against);
  return facts.state === 'NONE' ? chargedItem(item, pointer, of, against) : undefined;
}

function assessed(
  of: ChargedDeclaration,
  items: readonly ChargedItem[],
  kztPerEuro: Exact,
): PaymentsCalculated {
  const { declaration, charges, rates } = of;
  const trigger = triggerOf(of);
  const { parameters } = rates.reference;
  const shipmentLimit = parameters.get('SMALL_SHIPMENT_LIMIT', rates.date).times(kztPerEuro);
  const small = smallShipments(declaration, items, shipmentLimit);
  const lines: PaymentLine[] = [];
  let customsValue = new Exact(0);
  for (const charged of items) {
    const document = charged.item.shipment?.transportDocument;
    lines.push(...charged.linesOf(document !== undefined && small.has(document)));
    customsValue = customsValue.plus(charged.customsValue);
  }
  lines.push(...(declaration.otherCharges ?? []).map((charge) => otherChargeLine(charge, rates)));
  if (charges.declarationCharge) lines.push(declarationCharge(rates, declaration.feeRelief !== undefined));
  return {
    accepted: true,
    rateDate: rates.date,
    payableIn: placeOfTransitDebt(declaration.foundIn).payableIn,
    ...(trigger && { trigger }),
    lines,
    payable: payableByKind(lines),
    customsValue,
    smallRemainderLimit: parameters.get('SMALL_REMAINDER_LIMIT', rates.date).times(kztPerEuro),
  };
}

/** The row of the procedure, or of the procedure before where all goods come from it in one way (R-PAY-055). */
function triggerOf({ declaration, charges }: ChargedDeclaration): Trigger | undefined {
  const [kind, ...others] = new Set(declaration.items.map(({ earlier }) => earlier?.kind));
  const fromOne = kind !== undefined && others.length === 0 && charges.breach === undefined;
  return fromOne ? EARLIER_KINDS[kind].trigger : charges.trigger;
}

/** The rates of earlier days, each looked up once. */
function ratesByDay(reference: PaymentReference): ChargedDeclaration['ratesOf'] {
  const found = new Map<string, RatesOfDay>();
  return (day, exchangeDay = day) => {
    const key = `${day} ${exchangeDay}`;
    const rates = found.get(key) ?? new RatesOfDay(reference, day, exchangeDay);
    found.set(key, rates);
    return rates;
  };
}
