/** The ways of calling a security in, each with its article, its clock and the days its addressee has to pay (CallInPath). */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  plusDays,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';
import { art, type LegalRef } from '@shekara/kernel';
import type { SecurityMethod } from '../security/security-application.js';

export const CALL_IN_PATHS = [
  'BUDGET_TRANSFER_CASH',
  'DEMAND_BANK',
  'DEMAND_SURETY',
  'PLEDGE_ENFORCEMENT',
  'DEMAND_INSURER',
] as const;
export type CallInPath = (typeof CALL_IN_PATHS)[number];

interface CallIn {
  readonly article: LegalRef;
  /** The term to send the demand, or that a transfer waits; none for a pledge (art. 148.7). */
  readonly act?: LegalTerm;
  /** The days of the addressee, from its receipt of the demand. */
  readonly payment?: LegalTerm;
}

export const CALL_INS: Readonly<Record<CallInPath, CallIn>> = {
  BUDGET_TRANSFER_CASH: {
    article: art(145, 3),
    act: { id: 'D-GUA-08', length: 15, unit: 'CALENDAR_DAYS', article: 'art. 145.3' },
  },
  DEMAND_BANK: {
    article: art(146, 4),
    act: { id: 'D-GUA-09', length: 5, unit: 'WORKING_DAYS', article: 'art. 146.4' },
    payment: { id: 'D-GUA-10', length: 2, unit: 'WORKING_DAYS', article: 'art. 146.5' },
  },
  DEMAND_SURETY: {
    article: art(147, 3),
    act: { id: 'D-GUA-11', length: 5, unit: 'WORKING_DAYS', article: 'art. 147.3' },
    payment: { id: 'D-GUA-12', length: 5, unit: 'WORKING_DAYS', article: 'art. 147.4' },
  },
  DEMAND_INSURER: {
    article: art(149, 4),
    act: { id: 'D-GUA-13', length: 5, unit: 'WORKING_DAYS', article: 'art. 149.4' },
    payment: { id: 'D-GUA-14', length: 2, unit: 'WORKING_DAYS', article: 'art. 149.5' },
  },
  PLEDGE_ENFORCEMENT: { article: art(148, 7) },
};

const PATH_OF: Readonly<Record<SecurityMethod, CallInPath>> = {
  CASH: 'BUDGET_TRANSFER_CASH',
  BANK_GUARANTEE: 'DEMAND_BANK',
  SURETYSHIP: 'DEMAND_SURETY',
  PLEDGE: 'PLEDGE_ENFORCEMENT',
  INSURANCE: 'DEMAND_INSURER',
};

export function pathOf(method: SecurityMethod): CallInPath {
  return PATH_OF[method];
}

/**
 * The term that a default opens. A demand has five working days after the due day, counted from the day the default became
 * known when that was not at once (R-GUA-131); a deposit waits 15 calendar days from the day it was identified (R-GUA-066).
 * Undefined for a pledge: no number of days is set (R-GUA-097).
 */
export function actTerm(
  path: CallInPath,
  { dueOn, identifiedOn }: { readonly dueOn: CivilDate; readonly identifiedOn: CivilDate },
  calendar: LegalCalendar,
): TermEnd | undefined {
  const term = CALL_INS[path].act;
  const knownAtOnce = identifiedOn <= plusDays(dueOn, 1);
  const from = path === 'BUDGET_TRANSFER_CASH' || !knownAtOnce ? identifiedOn : dueOn;
  return term && termFromDay(term, from, calendar);
}

/** The day of the transfer of a deposit: the first working day after the last of the 15 days (D-GUA-08). */
export function transferDay(waits: TermEnd, calendar: LegalCalendar): CivilDate {
  return calendar.addWorkingDays(waits.lastDay, 1);
}

/** The last day of the addressee to pay (R-GUA-077, R-GUA-083, R-GUA-101). Undefined where nobody is asked to pay. */
export function paymentTerm(
  path: CallInPath,
  deliveredOn: CivilDate,
  calendar: LegalCalendar,
): TermEnd | undefined {
  const term = CALL_INS[path].payment;
  return term && termFromDay(term, deliveredOn, calendar);
}
