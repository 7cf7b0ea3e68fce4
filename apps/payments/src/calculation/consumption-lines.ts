/** The duties and taxes of goods as for release for domestic consumption (art. 124 to 127). */
import { art, Exact } from '@shekara/kernel';
import type { AssessableItem } from './assessable-item.js';
import { claimedDutyLine, claimedLine, dueForTaxBase, rateOfDuty } from '../relief/claimed-lines.js';
import type { AppliedExchangeRate } from './declaration-for-calculation.js';
import {
  adValoremDuty,
  appliedDutyRate,
  appliedExciseRate,
  importDuty,
  specificDuty,
} from './import-duty.js';
import { type PaymentLine, paymentLine } from './payment-line.js';
import type { RatesOfDay } from './rates-of-day.js';

/** Import duty (F-01 to F-03), excise where a rate exists, and VAT on value, duty and excise (F-04), with what box 36 claims. */
export function consumptionLines(
  assessable: AssessableItem,
  rates: RatesOfDay,
  isSmall: boolean,
): readonly PaymentLine[] {
  const lines: PaymentLine[] = [];
  const { item, customsValue, valueExchangeRate, duty, excise } = assessable;
  const facts = {
    item: item.number,
    rateDate: rates.date,
    ...(isSmall ? { notPayable: 'UP_TO_200_EUR' as const } : {}),
  };
  const ofValue = foreign([valueExchangeRate]);

  const { share = WHOLE_RATE, preference } = item.dutyTreatment ?? {};
  const dutyRate = rateOfDuty(duty.rate, item);
  const wholeDuty = importDuty(dutyRate, customsValue, duty.base);
  const ofDuty = duty.base ? foreign([valueExchangeRate, duty.base.exchangeRate]) : ofValue;
  const dutyLine = claimedDutyLine(
    paymentLine(
      {
        ...facts,
        kind: 'IMPORT_DUTY',
        base: { value: customsValue, ...(duty.base ? { quantity: duty.base.quantity } : {}) },
        rate: appliedDutyRate(dutyRate),
        ...(preference && { preference: { kind: preference, share } }),
        exchangeRates: ofDuty,
        unrounded: wholeDuty.times(share),
      },
      DUTY_GROUND,
    ),
    item,
    { customsValue, sum: wholeDuty, commonRate: duty.rate },
  );
  lines.push(dutyLine);

  let taxBase = customsValue.plus(dueForTaxBase(dutyLine));
  if (excise) {
    const rate = { amount: excise.rate.kztAmount, perQuantity: excise.rate.perQuantity };
    const exciseSum = specificDuty(excise.quantity, rate, KZT_PER_KZT);
    const exciseLine = claimedLine(
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
      'IMPORT_EXCISE',
      item,
    );
    taxBase = taxBase.plus(dueForTaxBase(exciseLine));
    lines.push(exciseLine);
  }
  lines.push(
    claimedLine(
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
      'IMPORT_VAT',
      item,
    ),
  );
  return lines;
}

const KZT_PER_KZT = new Exact(1);
const WHOLE_RATE = new Exact(1);
const DUTY_GROUND = { article: art(124, 2), rule: 'R-PAY-037' };
const TAX_GROUND = { article: art(124, 3), rule: 'R-PAY-044' };

/** The foreign currencies among exchange rates, each once. */
export function foreign(exchangeRates: readonly AppliedExchangeRate[]): readonly AppliedExchangeRate[] {
  return [...new Set(exchangeRates)].filter(({ currency }) => currency !== 'KZT');
}
