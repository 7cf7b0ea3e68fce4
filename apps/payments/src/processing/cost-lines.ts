/** Duty and taxes on the cost of processing or repair instead of the value of the products (art. 366, 459.2; F-23). */
import { Money } from '@shekara/kernel';
import type { AssessableItem } from '../calculation/assessable-item.js';
import { importDuty } from '../calculation/import-duty.js';
import type { PaymentLine } from '../calculation/payment-line.js';
import type { RatesOfDay } from '../calculation/rates-of-day.js';
import {
  costOfProcessing,
  dutyOnProcessedProducts,
  type ProcessedProducts,
  type ProductDuty,
  taxesOnProcessedProducts,
} from '../obligation/special-sums.js';
import type { CostOfProcessing, EarlierProcedure } from './earlier-procedure.js';
import { chargeOnRepair } from './processed-goods.js';

interface SumsOnCost {
  readonly duty: Money;
  readonly vat: Money;
  readonly excise: Money;
}

/** Products of outside processing: duty and VAT on the cost, excise in full and none after a repair (R-PAY-233, R-PAY-234). */
export function costOfOutsideProcessing(
  found: AssessableItem,
  lines: readonly PaymentLine[],
  earlier: Extract<EarlierProcedure, { kind: 'OUTSIDE_PROCESSING_PRODUCTS' }>,
  rates: RatesOfDay,
): readonly PaymentLine[] {
  const products = { ...productsOf(found, earlier), repaired: earlier.repaired };
  const fullExcise = Money.sum(
    lines.filter(({ kind }) => kind === 'IMPORT_EXCISE').map((line) => line.payable),
  );
  const taxes = taxesOnProcessedProducts(products, rates.vatPercent, fullExcise);
  const duty = dutyOnProcessedProducts(products, productDuty(found));
  return onCost(lines, products, { duty, ...taxes });
}

/** A vehicle repaired abroad without outside processing: as such products, and nothing for a repair on the free list (R-PAY-235). */
export function costOfRepair(
  found: AssessableItem,
  lines: readonly PaymentLine[],
  earlier: Extract<EarlierProcedure, { kind: 'REPAIRED_VEHICLE' }>,
  rates: RatesOfDay,
): readonly PaymentLine[] {
  const repair = productsOf(found, earlier);
  const charged = chargeOnRepair(
    { onFreeList: earlier.onFreeList, underOutsideProcessing: false, repair },
    productDuty(found),
    rates.vatPercent,
  );
  if (charged) return onCost(lines, { ...repair, repaired: true }, { ...charged, excise: Money.ZERO });
  return lines.map((line) => ({ ...line, payable: Money.ZERO, notPayable: 'EXEMPT_BY_LAW' as const }));
}

function productsOf(
  { customsValue }: AssessableItem,
  { costOfProcessing: cost, valueSentOut }: CostOfProcessing,
): Omit<ProcessedProducts, 'repaired'> {
  return { productsValue: customsValue, valueSentOut, ...(cost && { costOfProcessing: cost }) };
}

/** A rate with a specific part is applied to the products and then cut to the share of the cost. */
function productDuty({ duty, customsValue }: AssessableItem): ProductDuty {
  return duty.rate.kind === 'AD_VALOREM'
    ? { adValoremPercent: duty.rate.adValoremPercent }
    : { specificDutyOnProducts: importDuty(duty.rate, customsValue, duty.base) };
}

function onCost(
  lines: readonly PaymentLine[],
  products: ProcessedProducts,
  { duty, vat, excise }: SumsOnCost,
): readonly PaymentLine[] {
  const cost = { value: costOfProcessing(products) };
  return lines.map((line) => {
    if (line.kind === 'IMPORT_DUTY') return { ...withSum(line, duty), base: { ...line.base, ...cost } };
    if (line.kind === 'IMPORT_VAT') return { ...withSum(line, vat), base: cost };
    return withSum(line, excise);
  });
}

function withSum(line: PaymentLine, sum: Money): PaymentLine {
  return {
    ...line,
    unrounded: sum.toExact(),
    calculated: sum,
    payable: line.notPayable ? Money.ZERO : sum,
  };
}
