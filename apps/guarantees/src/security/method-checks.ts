/** The grounds of refusal of each method: what dates and sums decide, and what an officer found (art. 145 to 149). */
import { type CivilDate, plusDays } from '@shekara/calendar';
import { type Reason, when } from '@shekara/kernel';
import { methodRefusals as refusals } from './method-reasons.js';
import type { Judgement, SecurityApplication } from './security-application.js';
import { securityRefusals } from './security-reasons.js';

type Refusals = (Reason | undefined)[];

/** Art. 148.2: the report is not older than this on the day of the application; a backward term, never rolled. */
const OLDEST_REPORT_DAYS = 15;

/** What dates and sums alone decide, for the method of the application; `dueOn` is the last day of the obligation. */
export function methodDefects(application: SecurityApplication, dueOn: CivilDate | undefined): Refusals {
  const { method, amount, validTo, obligation, currency } = application;
  const short = obligation !== undefined && amount.compare(obligation.dutiesAndTaxes) < 0;
  const sums = { parameters: { amount: String(amount), needed: String(obligation?.dutiesAndTaxes ?? '') } };
  const endsBefore = dueOn !== undefined && validTo !== undefined && validTo < dueOn;
  const endsBy = dueOn !== undefined && validTo !== undefined && validTo <= dueOn;
  switch (method) {
    case 'CASH':
      return [
        when(currency !== 'KZT', securityRefusals.CASH_NOT_KZT, { pointer: '/currency' }),
        when(short, securityRefusals.AMOUNT_TOO_LOW, sums),
      ];
    case 'BANK_GUARANTEE':
      return [
        when(short, refusals.BG_AMOUNT_TOO_LOW, sums),
        when(endsBefore, refusals.BG_TERM_TOO_SHORT, { pointer: '/validTo' }),
      ];
    case 'SURETYSHIP':
      return [
        when(short, refusals.SU_AMOUNT_TOO_LOW, sums),
        when(endsBy, refusals.SU_TERM_NOT_LONGER, { pointer: '/validTo' }),
      ];
    case 'INSURANCE':
      return [
        when(short, refusals.IN_AMOUNT_TOO_LOW, sums),
        when(endsBefore, refusals.IN_TERM_TOO_SHORT, { pointer: '/validTo' }),
      ];
    case 'PLEDGE':
      return pledgeDefects(application);
  }
}

/** Art. 148.2, 148.3.2, 148.6: age of the report, value with the costs of sale, insurance to the end, registration. */
function pledgeDefects({ pledge, amount, validTo, obligation }: SecurityApplication): Refusals {
  if (!pledge) return [];
  const oldest = plusDays(pledge.appliedOn, -OLDEST_REPORT_DAYS);
  const needed = (obligation?.dutiesAndTaxes ?? amount).plus(pledge.saleExpenses);
  const insured = pledge.insuredTo !== undefined && (validTo === undefined || validTo <= pledge.insuredTo);
  return [
    when(pledge.reportOn < oldest, refusals.PL_REPORT_TOO_OLD, {
      pointer: '/pledge/reportOn',
      parameters: { oldest },
    }),
    when(pledge.marketValue.compare(needed) < 0, refusals.PL_VALUE_TOO_LOW, {
      pointer: '/pledge/marketValue',
      parameters: { needed: String(needed) },
    }),
    when(!insured, refusals.PL_NOT_INSURED, { pointer: '/pledge/insuredTo' }),
    when(!pledge.civilRegistration, refusals.PL_NOT_LAWFUL, { pointer: '/pledge/civilRegistration' }),
  ];
}

/** What the officer found against the application; a question that was not answered counts against it. */
export function judgedDefects({ method }: SecurityApplication, judgement: Judgement): Refusals {
  const { issuerInRegister, contentLawful } = judgement;
  switch (method) {
    case 'CASH':
      return [when(!judgement.cashReceived, securityRefusals.CASH_NOT_RECEIVED)];
    case 'BANK_GUARANTEE':
      return [
        when(!issuerInRegister, refusals.BG_BANK_NOT_IN_REGISTER),
        when(!contentLawful, refusals.BG_CONTENT_NOT_LAWFUL),
      ];
    case 'SURETYSHIP':
      return [
        when(!judgement.suretyAllowed, refusals.SU_PERSON_NOT_ALLOWED),
        when(!contentLawful, refusals.SU_NOT_CIVIL_LAW),
        when(!judgement.suretyBacked, refusals.SU_NOT_BACKED),
      ];
    case 'INSURANCE':
      return [
        when(!issuerInRegister, refusals.IN_INSURER_NOT_IN_REGISTER),
        when(!contentLawful, refusals.IN_CONTENT_NOT_LAWFUL),
      ];
    case 'PLEDGE':
      return [
        when(!judgement.reportValid, refusals.PL_REPORT_NOT_VALID),
        when(!judgement.liquid, refusals.PL_NOT_LIQUID),
        when(judgement.excludedProperty !== undefined, refusals.PL_PROPERTY_EXCLUDED, {
          parameters: { exclusion: judgement.excludedProperty ?? '' },
        }),
        when(!contentLawful, refusals.PL_NOT_LAWFUL),
      ];
  }
}
