/** What is charged on goods that come from another procedure (art. 125.7, 342, 355, 366, 367.1, 379, 380, 388, 404.4, 459.2). */
import { type Reason, reason } from '@shekara/kernel';
import { type AssessableItem, assessableItem } from '../calculation/assessable-item.js';
import { calculationReasons } from '../calculation/calculation-reasons.js';
import { type ChargedDeclaration, type ChargedItem, exportedItem } from '../calculation/charged-item.js';
import { consumptionLines } from '../calculation/consumption-lines.js';
import type { ItemForCalculation } from '../calculation/declaration-for-calculation.js';
import { lessPaid, type PaymentLine } from '../calculation/payment-line.js';
import type { RatesOfDay } from '../calculation/rates-of-day.js';
import { consumptionAfterTemporaryImport } from '../obligation/special-sums.js';
import { rowOf } from '../obligation/trigger-matrix.js';
import { capped } from './cap.js';
import { costOfOutsideProcessing, costOfRepair } from './cost-lines.js';
import { EARLIER_KINDS, type EarlierKind, type EarlierProcedure } from './earlier-procedure.js';
import { foreignInputs } from './foreign-inputs.js';
import { rateDateOfUnprocessed } from './processed-goods.js';
import { productsOfConsumptionProcessing } from './consumption-products.js';

type Of<Kind extends EarlierKind> = Extract<EarlierProcedure, { kind: Kind }>;

/** The item with the lines of its own article; undefined, with the reasons added, where a rate or figure is missing. */
export function goodsAfterProcedure(
  item: ItemForCalculation,
  earlier: EarlierProcedure,
  pointer: string,
  of: ChargedDeclaration,
  against: Reason[],
): ChargedItem | undefined {
  const lines = (found: AssessableItem, rates: RatesOfDay) => consumptionLines(found, rates, false);
  const at = (rates: RatesOfDay) => assessableItem(item, pointer, rates, against);
  const charged = (
    found: AssessableItem | undefined,
    rule: string,
    linesOf: (found: AssessableItem) => readonly PaymentLine[],
  ) => found && { ...found, linesOf: () => underArticle(linesOf(found), earlier.kind, rule) };

  switch (earlier.kind) {
    case 'CUSTOMS_WAREHOUSE':
      return charged(at(of.rates), 'R-PAY-041', (found) =>
        capped(found, lines(found, of.rates), earlier, of),
      );
    case 'TEMPORARY_IMPORT': {
      const rates = of.ratesOf(earlier.registeredOn);
      return charged(at(rates), 'R-PAY-232', (found) => lessOwnParts(lines(found, rates), earlier));
    }
    case 'INSIDE_PROCESSING_PRODUCTS':
      return foreignInputs(item, earlier, pointer, of, against);
    case 'INSIDE_PROCESSING_UNPROCESSED': {
      const rates = of.ratesOf(rateDateOfUnprocessed(earlier.registeredOn));
      return charged(at(rates), 'R-PAY-039', (found) => lines(found, rates));
    }
    case 'OUTSIDE_PROCESSING_PRODUCTS':
      return charged(valuedProducts(at(of.rates), pointer, against), 'R-PAY-233', (found) =>
        costOfOutsideProcessing(found, lines(found, of.rates), earlier, of.rates),
      );
    case 'REPAIRED_VEHICLE':
      return charged(valuedProducts(at(of.rates), pointer, against), 'R-PAY-235', (found) =>
        costOfRepair(found, lines(found, of.rates), earlier, of.rates),
      );
    case 'OUTSIDE_PROCESSING_GOODS': {
      const exported = exportedItem(item, pointer, of, of.ratesOf(earlier.registeredOn), against);
      return (
        exported && {
          ...exported,
          linesOf: () => underArticle(exported.linesOf(false), earlier.kind, 'R-PAY-237'),
        }
      );
    }
    case 'CONSUMPTION_PROCESSING_PRODUCTS':
      return charged(
        assessableItem(productsOfConsumptionProcessing(item, earlier, of.rates), pointer, of.rates, against),
        'R-PAY-238',
        (found) => dutyOnly(lines(found, of.rates)),
      );
    case 'CONSUMPTION_PROCESSING_UNPROCESSED': {
      const rates = of.ratesOf(rateDateOfUnprocessed(earlier.registeredOn));
      return charged(at(rates), 'R-PAY-238', (found) => dutyOnly(lines(found, rates)));
    }
  }
}

/** The parts that the same declarant paid under temporary import are taken off each kind (art. 388.2). */
function lessOwnParts(
  lines: readonly PaymentLine[],
  { declarant, partsPaid }: Of<'TEMPORARY_IMPORT'>,
): readonly PaymentLine[] {
  return lines.map((line) => {
    const parts = partsPaid.filter(({ kind }) => kind === line.kind);
    const left = consumptionAfterTemporaryImport(line.payable, declarant, parts);
    return lessPaid(line, line.payable.minus(left));
  });
}

/** Taxes were paid before release for processing (art. 378.4): the duty alone is left. */
function dutyOnly(lines: readonly PaymentLine[]): readonly PaymentLine[] {
  return lines.filter(({ kind }) => kind === 'IMPORT_DUTY');
}

/** CUSTOMS_VALUE_MISSING: the share of the cost in the products' value needs one. */
function valuedProducts(
  found: AssessableItem | undefined,
  pointer: string,
  against: Reason[],
): AssessableItem | undefined {
  if (!found || found.customsValue.gt(0)) return found;
  against.push(reason(calculationReasons.CUSTOMS_VALUE_MISSING, { pointer: `${pointer}/customsValue` }));
  return undefined;
}

/** The lines with the article of their row of the matrix. */
function underArticle(
  lines: readonly PaymentLine[],
  kind: EarlierKind,
  rule: string,
): readonly PaymentLine[] {
  const { article } = rowOf(EARLIER_KINDS[kind].trigger);
  return lines.map((line) => ({ ...line, article, rule }));
}
