/** An item with the lines that its declared procedure charges on it (art. 129.1, 129.3, 318, 378, 386). */
import { type Reason, reason } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import { type AmountRule } from '../obligation/trigger.js';
import { rowOf } from '../obligation/trigger-matrix.js';
import { assessableItem, type ValuedItem, valuedItem } from './assessable-item.js';
import { calculationReasons as reasons } from './calculation-reasons.js';
import { consumptionLines } from './consumption-lines.js';
import type { DeclarationForCalculation, ItemForCalculation } from './declaration-for-calculation.js';
import { exportDutyLine } from './export-duty.js';
import { monthlyPart } from './monthly-part.js';
import { type PaymentLine, sleeping } from './payment-line.js';
import type { Charged, ChargesOfProcedure } from './procedure-charges.js';
import type { RatesOfDay } from './rates-of-day.js';

/** What the items of one declaration have in common. */
export interface ChargedDeclaration {
  readonly declaration: DeclarationForCalculation;
  readonly charges: ChargesOfProcedure;
  readonly rates: RatesOfDay;
  /** The rates of an earlier day; `exchangeDay` where its exchange rates are not asked for. */
  readonly ratesOf: (day: CivilDate, exchangeDay?: CivilDate) => RatesOfDay;
}

export interface ChargedItem extends ValuedItem {
  /** `isSmall`: the goods came in a shipment of at most EUR 200 (art. 129.3(2)). */
  readonly linesOf: (isSmall: boolean) => readonly PaymentLine[];
}

/** The item as its procedure charges it; undefined, with the reasons added, where a rate, figure or period is missing. */
export function chargedItem(
  item: ItemForCalculation,
  pointer: string,
  of: ChargedDeclaration,
  against: Reason[],
): ChargedItem | undefined {
  if (of.charges.exportDuty) return exportedItem(item, pointer, of, of.rates, against);
  if (of.charges.importDuty) return importedItem(item, pointer, of, against);
  const valued = valuedItem(item, pointer, of.rates, against);
  return valued && { ...valued, linesOf: () => [] };
}

/** Export duty, payable or sleeping; nothing for goods that bear none. */
export function exportedItem(
  item: ItemForCalculation,
  pointer: string,
  { charges, declaration }: ChargedDeclaration,
  rates: RatesOfDay,
  against: Reason[],
): ChargedItem | undefined {
  const valued = valuedItem(item, pointer, rates, against);
  const line = valued && exportDutyLine(valued, declaration.destination, pointer, rates, against);
  if (!valued) return undefined;
  const lines = line ? [charges.breach ? sleeping(line, charges.breach) : line] : [];
  return { ...valued, linesOf: () => lines };
}

function importedItem(
  item: ItemForCalculation,
  pointer: string,
  { declaration, charges, rates }: ChargedDeclaration,
  against: Reason[],
): ChargedItem | undefined {
  const { breach } = charges;
  const found = assessableItem(item, pointer, rates, against);
  if (!found) return undefined;
  if (breach === undefined)
    return { ...found, linesOf: (isSmall) => consumptionLines(found, rates, isSmall) };
  const whole = { ...found, item: asCounted(item, rowOf(breach).amount) };
  return {
    ...found,
    linesOf: (isSmall) => {
      const normal = consumptionLines(found, rates, isSmall);
      const ofBreach = whole.item === item ? normal : consumptionLines(whole, rates, isSmall);
      return normal.map((line, index) => {
        const full = ofBreach[index] ?? line;
        switch (chargedOn(line, charges)) {
          case 'CONDITIONAL':
            return sleeping(full, breach);
          case 'MONTHLY':
            return monthlyPart(line, full, declaration.temporaryImport, rates);
          default:
            return line;
        }
      });
    },
  };
}

function chargedOn({ kind }: PaymentLine, { importDuty, taxes }: ChargesOfProcedure): Charged | undefined {
  return kind === 'IMPORT_DUTY' ? importDuty : taxes;
}

/** The item without the preferences and reliefs that the row does not count (R-PAY-048, R-PAY-049); itself where it claims none. */
export function asCounted(
  item: ItemForCalculation,
  { preferences, reliefs }: AmountRule,
): ItemForCalculation {
  const claims = (!preferences && item.dutyTreatment) || (!reliefs && (item.reliefs ?? item.lowerDuty));
  if (!claims) return item;
  const { dutyTreatment, reliefs: relieved, lowerDuty, ...plain } = item;
  return {
    ...plain,
    ...(preferences && dutyTreatment && { dutyTreatment }),
    ...(reliefs && relieved && { reliefs: relieved }),
    ...(reliefs && lowerDuty && { lowerDuty }),
  };
}

/** TEMPORARY_IMPORT_PERIOD_MISSING where the sum depends on months that nobody stated (art. 386.3). */
export function periodMissing(
  { importDuty }: ChargesOfProcedure,
  of: DeclarationForCalculation,
): Reason | undefined {
  const missing = importDuty === 'MONTHLY' && of.temporaryImport === undefined;
  return missing
    ? reason(reasons.TEMPORARY_IMPORT_PERIOD_MISSING, { pointer: '/temporaryImport' })
    : undefined;
}
