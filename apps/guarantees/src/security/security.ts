/** The registration of a security (art. 143 to 152): complete, enough, long enough, usable where it is to be used. */
import type { CivilDate, LegalCalendar, LegalTerm, OfficeCalendar, TermEnd } from '@shekara/calendar';
import { art, type Decision, decide, parseBinOrIin, type Reason, when } from '@shekara/kernel';
import { judgedDefects, methodDefects } from './method-checks.js';
import type { Judgement, SecurityApplication } from './security-application.js';
import { securityRefusals } from './security-reasons.js';

export type SecurityStatus =
  | 'REGISTERED'
  | 'REFUSED'
  | 'ACTIVE'
  /** A demand or a transfer is under way; what is free may still be reserved. */
  | 'CALLED'
  | 'EXHAUSTED'
  | 'EXPIRED'
  | 'EXPIRED_UNCOVERED';

/** Whether obligations may be reserved on it while it lasts. */
export function isInForce(status: SecurityStatus): boolean {
  return status === 'ACTIVE' || status === 'CALLED';
}

export const REGISTRATION_ARTICLE = art(152, 1);
export const CONTINUITY_ARTICLE = art(144, 3);

/** Working days that a demand may take after the term of the obligation (art. 146.4, 147.3, 149.4; F-GUA-9). */
const DEMAND_WORKING_DAYS = 5;

/** D-GUA-01: the security is registered within one working day after the application. */
const REGISTRATION_TERM: LegalTerm = {
  id: 'D-GUA-01',
  length: 1,
  unit: 'WORKING_DAYS',
  actor: 'CUSTOMS_BODY',
  article: REGISTRATION_ARTICLE.text,
};

export type SecurityEvent =
  | { readonly type: 'SecurityAccepted' }
  /** Dates and sums are in order; a person has to look at the rest (Q-GUA-1). */
  | { readonly type: 'ReviewNeeded' };

/** The earliest last day of an instrument for an obligation due on `dueOn` (F-GUA-9; R-GUA-072). */
export function earliestEnd(dueOn: CivilDate, calendar: LegalCalendar): CivilDate {
  return calendar.addWorkingDays(dueOn, DEMAND_WORKING_DAYS);
}

/** The end of the term for deciding on the application (art. 152.1). */
export function registrationTerm(
  registeredAt: Date,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): TermEnd {
  return calendar.end(REGISTRATION_TERM, registeredAt, { office });
}

/**
 * Decides on an application with every ground against it. Without a judgement, or where the same document was filed
 * before (`filedBefore`), an application that dates and sums allow goes to an officer; with one it is accepted.
 */
export function decideSecurity(
  application: SecurityApplication,
  judgement: Judgement | undefined,
  filedBefore: boolean,
  calendar: LegalCalendar,
): Decision<SecurityEvent> {
  return decide(
    [
      ...gaps(application),
      ...placeAndKind(application),
      ...methodDefects(application, dueOnOf(application)),
      tooShort(application, calendar),
      ...(judgement ? judgedDefects(application, judgement) : []),
    ],
    () => [{ type: judgement && !filedBefore ? 'SecurityAccepted' : 'ReviewNeeded' }],
  );
}

/** Art. 152.2, 152.3: every datum that the kind and method need and that is not there (R-GUA-054). */
function gaps(application: SecurityApplication): (Reason | undefined)[] {
  const { method, kind, validTo, pledge, obligation, obligationsDueBy, guarantor } = application;
  const byThirdPerson = method !== 'CASH' && method !== 'PLEDGE';
  const missing: [boolean, string][] = [
    [parseBinOrIin(application.principal) === undefined, '/principal'],
    [byThirdPerson && parseBinOrIin(guarantor ?? '') === undefined, '/guarantor'],
    [!application.amount.isPositive(), '/amount'],
    [method !== 'CASH' && validTo === undefined, '/validTo'],
    [validTo !== undefined && validTo < application.validFrom, '/validTo'],
    [method === 'PLEDGE' && pledge === undefined, '/pledge'],
    [kind === 'SINGLE' && obligation === undefined, '/obligation'],
    [kind === 'GENERAL' && obligationsDueBy === undefined, '/obligationsDueBy'],
  ];
  return missing.map(([absent, pointer]) =>
    when(absent, securityRefusals.APPL_INCOMPLETE, { pointer, parameters: { field: pointer } }),
  );
}

function placeAndKind(application: SecurityApplication): (Reason | undefined)[] {
  const { method, kind, bodyScope, validTo, obligation, obligationsDueBy } = application;
  const ofOneBody = method === 'CASH' || method === 'PLEDGE';
  return [
    when(
      kind === 'SINGLE' &&
        obligation !== undefined &&
        obligation.controllingBody !== application.acceptingBody,
      securityRefusals.WRONG_BODY,
      { pointer: '/acceptingBody', parameters: { body: obligation?.controllingBody ?? '' } },
    ),
    when(ofOneBody && bodyScope === 'ANY_BODY', securityRefusals.GEN_NOT_USABLE_BY_ALL_BODIES, {
      pointer: '/bodyScope',
    }),
    when(
      kind === 'GENERAL' &&
        validTo !== undefined &&
        obligationsDueBy !== undefined &&
        validTo <= obligationsDueBy,
      securityRefusals.GEN_TERM_NOT_LONGER,
      { pointer: '/validTo' },
    ),
  ];
}

function dueOnOf({ obligation, obligationsDueBy }: SecurityApplication): CivilDate | undefined {
  return obligation?.dueOn ?? obligationsDueBy;
}

/** Art. 144.3: five working days must be left for the demand after the obligation's term. */
function tooShort(application: SecurityApplication, calendar: LegalCalendar): Reason | undefined {
  const { validTo } = application;
  const dueOn = dueOnOf(application);
  if (validTo === undefined || dueOn === undefined) return undefined;
  const earliest = earliestEnd(dueOn, calendar);
  return when(validTo < earliest, securityRefusals.TERM_TOO_SHORT, {
    pointer: '/validTo',
    parameters: { earliest },
  });
}
