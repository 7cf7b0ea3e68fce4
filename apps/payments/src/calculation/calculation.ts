/** The payment calculation of a goods declaration for release for domestic consumption (art. 124 to 127, 129.3(2)). */
import { art, Exact, type Money, reason, type Reason, type Refused } from '@shekara/kernel';
import type { CivilDate, ExciseRate, ImportDutyRate } from '@shekara/reference-data';
import type { PaymentKind } from '../payment-kind.js';
import { calculationReasons as reasons } from './calculation-reasons.js';
import type {
  AppliedExchangeRate,
  DeclarationForCalculation,
  ItemForCalculation,
  PaymentReference,
} from './declaration-for-calculation.js';
import { ExchangeRatesOfDay } from './exchange.js';
import {
  adValoremDuty,
  appliedDutyRate,
  appliedExciseRate,
  importDuty,
  specificDuty,
  specificPart,
  type SpecificBase,
} from './import-duty.js';
import { payableByKind, type PaymentLine, paymentLine } from './payment-line.js';
import { quantityIn } from './quantity.js';
import { rateDateOf } from './rate-date.js';
import { smallShipments } from './small-amounts.js';

/** Release for domestic consumption: the procedure in which import duty, excise and VAT are all due. */
const DOMESTIC_CONSUMPTION = '40';

export interface PaymentsCalculated {
  readonly accepted: true;
  readonly rateDate: CivilDate;
  /** Item by item: import duty, excise where a rate exists, VAT; then the declaration charge. */
  readonly lines: readonly PaymentLine[];
  /** Payable sum of each kind that has a line. */
  readonly payable: ReadonlyMap<PaymentKind, Money>;
  /** Customs value of all items in KZT, unrounded. */
  readonly customsValue: Exact;
  /** Unpaid duties and taxes up to this sum in KZT end the obligation (art. 129.2(4)): EUR 5 at the rate date. */
  readonly smallRemainderLimit: Exact;
}

export type Calculation = PaymentsCalculated | Refused;

/** An item whose rates, quantities and exchange rates are all found. */
interface AssessableItem {
  readonly item: ItemForCalculation;
  readonly customsValue: Exact;
  readonly valueExchangeRate: AppliedExchangeRate;
  readonly duty: { readonly rate: ImportDutyRate; readonly base: SpecificBase | undefined };
  readonly excise: { readonly rate: ExciseRate; readonly quantity: Exact } | undefined;
}

class RatesOfDay {
  readonly exchange: ExchangeRatesOfDay;
  readonly vatPercent: Exact;

  constructor(
    readonly reference: PaymentReference,
    readonly date: CivilDate,
  ) {
    this.exchange = new ExchangeRatesOfDay(reference.currencyRates, date);
    this.vatPercent = reference.parameters.get('VAT_RATE_PERCENT', date);
  }
}

/**
 * Calculates every payment of the declaration in KZT (R-PAY-035 to R-PAY-040): per item the import duty, excise and
 * VAT, and one charge for the whole declaration. Each line is rounded half up to the tiyn, once; VAT takes the
 * unrounded duty and excise into its base. All rates are those of the rate date. Refuses with every item's reasons:
 * TARIFF_CODE_WITHOUT_RATE, RATE_QUANTITY_MISSING, RATE_BASE_NEGATIVE, EXCHANGE_RATE_MISSING;
 * PROCEDURE_NEEDS_ASSESSMENT for another procedure.
 */
export function calculate(declaration: DeclarationForCalculation, reference: PaymentReference): Calculation {
  const date = rateDateOf(declaration.rateBasis);
  const rates = new RatesOfDay(reference, date);
  const against: Reason[] = [];
  if (declaration.procedure !== DOMESTIC_CONSUMPTION) {
    against.push(
      reason(reasons.PROCEDURE_NEEDS_ASSESSMENT, {
        pointer: '/procedure',
        parameters: { procedure: declaration.procedure },
      }),
    );
  }
  const euro = rates.exchange.find('EUR');
  if (!euro) against.push(exchangeRateMissing('EUR', date, '/rateBasis'));

  const items: AssessableItem[] = [];
  declaration.items.forEach((item, index) => {
    const assessable = assess(item, `/items/${index}`, rates, against);
    if (assessable) items.push(assessable);
  });
  const [first, ...rest] = against;
  if (first) return { accepted: false, reasons: [first, ...rest] };
  return assessed(declaration, items, rates, euro?.kztPerUnit ?? new Exact(0));
}

/** Finds the rates and measures of an item; adds a reason for each that is missing. */
function assess(
  item: ItemForCalculation,
  pointer: string,
  rates: RatesOfDay,
  against: Reason[],
): AssessableItem | undefined {
  const before = against.length;
  if (hasNegativeBase(item)) against.push(reason(reasons.RATE_BASE_NEGATIVE, { pointer }));

  const { currency } = item.customsValue;
  const valueExchangeRate = rates.exchange.find(currency);
  if (!valueExchangeRate)
    against.push(exchangeRateMissing(currency, rates.date, `${pointer}/customsValue/currency`));

  const dutyRate = rates.reference.tariff.find(item.commodityCode, rates.date);
  if (!dutyRate) {
    against.push(
      reason(reasons.TARIFF_CODE_WITHOUT_RATE, {
        pointer: `${pointer}/commodityCode`,
        parameters: { code: item.commodityCode, date: rates.date },
      }),
    );
  }
  const specific = dutyRate && specificPart(dutyRate);
  const base = specific && specificBase(specific, item, pointer, rates, against);

  const exciseRate = rates.reference.exciseRates.find(item.commodityCode, rates.date);
  const exciseQuantity = exciseRate && positive(quantityIn(exciseRate.unit, item));
  if (exciseRate && !exciseQuantity) against.push(quantityMissing(exciseRate.unit, pointer));

  if (against.length > before || !dutyRate || !valueExchangeRate) return undefined;
  return {
    item,
    customsValue: item.customsValue.amount.times(valueExchangeRate.kztPerUnit),
    valueExchangeRate,
    duty: { rate: dutyRate, base },
    excise: exciseRate && exciseQuantity && { rate: exciseRate, quantity: exciseQuantity },
  };
}

function specificBase(
  specific: { readonly unit: string; readonly currency: string },
  item: ItemForCalculation,
  pointer: string,
  rates: RatesOfDay,
  against: Reason[],
): SpecificBase | undefined {
  const quantity = positive(quantityIn(specific.unit, item));
  const exchangeRate = rates.exchange.find(specific.currency);
  if (!quantity) against.push(quantityMissing(specific.unit, pointer));
  if (!exchangeRate)
    against.push(exchangeRateMissing(specific.currency, rates.date, `${pointer}/commodityCode`));
  return quantity && exchangeRate && { quantity: { unit: specific.unit, amount: quantity }, exchangeRate };
}

function assessed(
  declaration: DeclarationForCalculation,
  items: readonly AssessableItem[],
  rates: RatesOfDay,
  kztPerEuro: Exact,
): PaymentsCalculated {
  const { parameters } = rates.reference;
  const shipmentLimit = parameters.get('SMALL_SHIPMENT_LIMIT', rates.date).times(kztPerEuro);
  const small = smallShipments(declaration, items, shipmentLimit);
  const lines: PaymentLine[] = [];
  let customsValue = new Exact(0);
  for (const item of items) {
    const document = item.item.shipment?.transportDocument;
    pushItemLines(lines, item, rates, document !== undefined && small.has(document));
    customsValue = customsValue.plus(item.customsValue);
  }
  lines.push(declarationCharge(rates, declaration.feeRelief !== undefined));
  return {
    accepted: true,
    rateDate: rates.date,
    lines,
    payable: payableByKind(lines),
    customsValue,
    smallRemainderLimit: parameters.get('SMALL_REMAINDER_LIMIT', rates.date).times(kztPerEuro),
  };
}

/** Import duty (F-01 to F-03), excise where a rate exists, and VAT on value, duty and excise (F-04). */
function pushItemLines(
  lines: PaymentLine[],
  assessable: AssessableItem,
  rates: RatesOfDay,
  isSmall: boolean,
): void {
  const { item, customsValue, valueExchangeRate, duty, excise } = assessable;
  const facts = {
    item: item.number,
    rateDate: rates.date,
    ...(isSmall ? { notPayable: 'UP_TO_200_EUR' as const } : {}),
  };
  const ofValue = foreign([valueExchangeRate]);

  const { share = WHOLE_RATE, preference } = item.dutyTreatment ?? {};
  const dutySum = importDuty(duty.rate, customsValue, duty.base).times(share);
  const ofDuty = duty.base ? foreign([valueExchangeRate, duty.base.exchangeRate]) : ofValue;
  lines.push(
    paymentLine(
      {
        ...facts,
        kind: 'IMPORT_DUTY',
        base: { value: customsValue, ...(duty.base ? { quantity: duty.base.quantity } : {}) },
        rate: appliedDutyRate(duty.rate),
        ...(preference && { preference: { kind: preference, share } }),
        exchangeRates: ofDuty,
        unrounded: dutySum,
      },
      DUTY_GROUND,
    ),
  );

  let taxBase = customsValue.plus(dutySum);
  if (excise) {
    const rate = { amount: excise.rate.kztAmount, perQuantity: excise.rate.perQuantity };
    const exciseSum = specificDuty(excise.quantity, rate, KZT_PER_KZT);
    taxBase = taxBase.plus(exciseSum);
    lines.push(
      paymentLine(
        {
          ...facts,
          kind: 'IMPORT_EXCISE',
          base: { quantity: { unit: excise.rate.unit, amount: excise.quantity } },
          rate: appliedExciseRate(excise.rate),
          exchangeRates: [],
          unrounded: exciseSum,
        },
        TAX_GROUND,
      ),
    );
  }
  lines.push(
    paymentLine(
      {
        ...facts,
        kind: 'IMPORT_VAT',
        base: { value: taxBase },
        rate: { type: 'AD_VALOREM', percent: rates.vatPercent },
        exchangeRates: ofDuty,
        unrounded: adValoremDuty(taxBase, rates.vatPercent),
      },
      TAX_GROUND,
    ),
  );
}

const KZT_PER_KZT = new Exact(1);
const WHOLE_RATE = new Exact(1);
const DUTY_GROUND = { article: art(124, 2), rule: 'R-PAY-037' };
const TAX_GROUND = { article: art(124, 3), rule: 'R-PAY-044' };
const CHARGE_GROUND = { article: art(116), rule: 'R-PAY-005' };

/** One charge a declaration, however many goods or pages of a goods list it has (art. 116(1); R-PAY-005, R-PAY-016). */
function declarationCharge(rates: RatesOfDay, relieved: boolean): PaymentLine {
  return paymentLine(
    {
      kind: 'CHARGE_DECLARATION',
      base: {},
      ...(relieved ? { notPayable: 'EXEMPT_BY_LAW' as const } : {}),
      rate: { type: 'FIXED' },
      rateDate: rates.date,
      exchangeRates: [],
      unrounded: rates.reference.parameters.get('DECLARATION_FEE', rates.date).toExact(),
    },
    CHARGE_GROUND,
  );
}

function foreign(exchangeRates: readonly AppliedExchangeRate[]): readonly AppliedExchangeRate[] {
  return [...new Set(exchangeRates)].filter(({ currency }) => currency !== 'KZT');
}

/** A quantity of zero measures nothing: a specific rate needs a real one. */
function positive(quantity: Exact | undefined): Exact | undefined {
  return quantity?.gt(0) ? quantity : undefined;
}

function hasNegativeBase(item: ItemForCalculation): boolean {
  return [
    item.customsValue.amount,
    item.netWeightKg,
    item.primaryPacking?.weightKg,
    ...item.quantities.map(({ amount }) => amount),
  ].some((figure) => figure?.isNegative() && !figure.isZero());
}

function exchangeRateMissing(currency: string, date: CivilDate, pointer: string): Reason {
  return reason(reasons.EXCHANGE_RATE_MISSING, { pointer, parameters: { currency, date } });
}

function quantityMissing(unit: string, pointer: string): Reason {
  return reason(reasons.RATE_QUANTITY_MISSING, { pointer: `${pointer}/quantities`, parameters: { unit } });
}
