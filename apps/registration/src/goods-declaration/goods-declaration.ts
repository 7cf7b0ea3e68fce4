/**
 * The goods declaration: filed, then registered or refused with every ground at once (art. 288; lifecycle L1). From
 * registration on it is immutable but for the routes of amendment, adjustment and withdrawal (R-DEC-094).
 */
import type { CustomsBodyCode, Decision, Reason, Regime } from '@shekara/kernel';
import { decide, parseCustomsBodyCode, refuse, when } from '@shekara/kernel';
import type { LegalTerm, TermEnd } from '@shekara/calendar';
import type { ReleaseTerm } from '../release/release-term.js';
import { releaseTermKind, startReleaseTerm } from '../release/release-term.js';
import { itemCountDefects, MOST_ITEMS, totalDefects } from './cross-checks.js';
import type { DeclarationDraft } from './declaration-draft.js';
import { documentDefects } from './document-checks.js';
import { filerDefects } from './filer-checks.js';
import type { FilingFacts, FilingLaw } from './filing-facts.js';
import { currencyDefects, formDefects, headerFieldDefects, officeDefects } from './header-checks.js';
import { itemDefects } from './item-checks.js';
import { missingFields } from './mandatory-fields.js';
import { priorActionDefects } from './prior-action-checks.js';
import { regimeOn } from './regime.js';
import { FILING_NOT_SERVED } from './registration-refusal.js';

/** States of L1. */
export const DECLARATION_STATES = [
  'FILED',
  'REGISTRATION_REFUSED',
  'REGISTERED',
  'AWAITING_GOODS',
  'UNDER_CHECK',
  'SUSPENDED_IP',
  'RELEASED',
  'CONDITIONALLY_RELEASED',
  'RELEASE_REFUSED',
  'WITHDRAWN',
  'RELEASE_CANCELLED',
] as const;
export type DeclarationState = (typeof DECLARATION_STATES)[number];

/** DL-01: a paper filing is registered or refused within 2 hours of the office's opening time (F-15, R-DEC-089). */
export const REGISTRATION_TERM = {
  id: 'DL-01',
  length: 2,
  unit: 'HOURS',
  hourMode: 'OFFICE_HOURS',
  article: 'art. 288.3',
  actor: 'CUSTOMS_BODY',
  customsOperation: true,
} as const satisfies LegalTerm;

export interface DeclarationRegistered {
  readonly type: 'DeclarationRegistered';
  readonly declarationId: string;
  /** Customs body and legal date of the registration number; the serial is given by the register of that body and day. */
  readonly customsBody: CustomsBodyCode;
  readonly legalDate: string;
  readonly filedAt: Date;
  readonly registeredAt: Date;
  /** Rates, bans and the exchange rate are those of `legalDate` (R-DEC-049, R-DEC-272). */
  readonly exchangeRate?: string;
  readonly regime: Regime;
  readonly releaseTerm: ReleaseTerm;
  /** No official took part (R-DEC-196), or the one who registered. */
  readonly decidedBy: 'SYSTEM' | { readonly officer: string };
  readonly resubmissionOf?: string;
}

export interface DeclarationPaperReceived {
  readonly type: 'DeclarationPaperReceived';
  readonly declarationId: string;
  readonly customsBody: CustomsBodyCode;
  readonly filedAt: Date;
  /** By when the officer registers or refuses. */
  readonly registerBy: TermEnd;
  /** What the checks found; the officer decides (art. 288.3). */
  readonly findings: readonly Reason[];
}

export interface DeclarationRegistrationRefused {
  readonly type: 'DeclarationRegistrationRefused';
  readonly declarationId: string;
  readonly filedAt: Date;
  readonly reasons: readonly [Reason, ...Reason[]];
  readonly decidedAt: Date;
  readonly automatic: boolean;
}

export type DeclarationEvent = DeclarationRegistered | DeclarationPaperReceived;

/**
 * Files a declaration at an instant that the platform stamps (R-DEC-011). An electronic one is registered or refused at
 * once, without an official (R-DEC-088); a refusal carries every defect under the five grounds of art. 288.4 (R-DEC-090).
 * A paper one goes to the registration officer with the findings and its term. Risk, doubts on value or code are no
 * ground here (R-DEC-097). A feature that the platform does not serve yet is turned away by FEATURE_NOT_SERVED alone.
 */
export function fileDeclaration(
  draft: DeclarationDraft,
  facts: FilingFacts,
  filedAt: Date,
  law: FilingLaw,
): Decision<DeclarationEvent> {
  const notServed = when(draft.feature !== 'STANDARD', FILING_NOT_SERVED.FEATURE_NOT_SERVED, {
    pointer: '/feature',
    parameters: { feature: draft.feature },
  });
  if (notServed) return refuse(notServed);
  const findings = registrationDefects(draft, facts, filedAt, law);
  if (draft.filingChannel !== 'PAPER') {
    return decide(findings, () => [registered(draft, facts, filedAt, filedAt, 'SYSTEM', law)]);
  }
  const undecidable = facts.office === undefined ? findings : [];
  return decide(undecidable, () => [paperReceived(draft, facts, filedAt, findings, law)]);
}

/** The registration officer decides on a paper filing: registers it, or refuses with every defect that still stands (art. 288.3-5). */
export function registerPaperDeclaration(
  draft: DeclarationDraft,
  facts: FilingFacts,
  moments: { readonly filedAt: Date; readonly decidedAt: Date; readonly officer: string },
  law: FilingLaw,
): Decision<DeclarationRegistered> {
  const { filedAt, decidedAt, officer } = moments;
  return decide(registrationDefects(draft, facts, decidedAt, law), () => [
    registered(draft, facts, filedAt, decidedAt, { officer }, law),
  ]);
}

/** The record of a refusal: the declaration counts as not filed, its papers go back to the filer (art. 288.5-6; R-DEC-092, R-DEC-093). */
export function registrationRefused(
  draft: DeclarationDraft,
  reasons: readonly [Reason, ...Reason[]],
  filedAt: Date,
  decidedAt: Date,
): DeclarationRegistrationRefused {
  const automatic = draft.filingChannel !== 'PAPER';
  return {
    type: 'DeclarationRegistrationRefused',
    declarationId: draft.declarationId,
    filedAt,
    reasons,
    decidedAt,
    automatic,
  };
}

/** Every defect that stops the registration on the legal date of the instant, in the order of the declaration. */
export function registrationDefects(
  draft: DeclarationDraft,
  facts: FilingFacts,
  at: Date,
  law: FilingLaw,
): readonly Reason[] {
  const on = law.calendar.civilDate(at, facts.office?.calendar.timeZone);
  const frame = [
    ...officeDefects(draft, facts),
    ...filerDefects(draft, facts, on, law),
    ...formDefects(draft, facts),
  ];
  return [...frame, ...priorActionDefects(draft, facts), ...contentDefects(draft, at, on, law)];
}

/**
 * What is wrong with the content itself, whoever files it: a declaration that was amended is looked at again by this, as
 * of the moment and the legal date `on` of its registration.
 */
export function contentDefects(
  draft: DeclarationDraft,
  at: Date,
  on: string,
  law: FilingLaw,
): readonly Reason[] {
  const count = itemCountDefects(draft);
  if (draft.items.length > MOST_ITEMS) return count;
  return [
    ...count,
    ...missingFields(draft, law.reductions),
    ...headerFieldDefects(draft, on, law),
    ...currencyDefects(draft, on, law),
    ...draft.items.flatMap((_, index) => itemDefects(draft, index, on, law)),
    ...totalDefects(draft),
    ...documentDefects(draft, at, on, law),
  ];
}

function registered(
  draft: DeclarationDraft,
  facts: FilingFacts,
  filedAt: Date,
  registeredAt: Date,
  decidedBy: DeclarationRegistered['decidedBy'],
  law: FilingLaw,
): DeclarationRegistered {
  const { customsBody, office } = customsBodyOf(facts);
  const legalDate = law.calendar.civilDate(registeredAt, office.timeZone);
  const codes = draft.items.map((item) => item.commodityCode ?? '');
  const kind = releaseTermKind({
    procedureCode: draft.procedureCode ?? '',
    preliminary: draft.feature === 'PRELIMINARY',
    owesExportDuty: codes.some((code) => law.exportMeasures.owesExportDuty(code, legalDate)),
    onTemporaryExportList: codes.every((code) => law.exportMeasures.onTemporaryExportList(code, legalDate)),
  });
  const rate = draft.invoiceCurrency
    ? law.reference.currencyRates.find(draft.invoiceCurrency, legalDate)
    : undefined;
  return {
    type: 'DeclarationRegistered',
    declarationId: draft.declarationId,
    customsBody,
    legalDate,
    filedAt,
    registeredAt,
    exchangeRate: rate?.kztPerUnit.toFixed(),
    regime: regimeOn(legalDate),
    releaseTerm: startReleaseTerm(kind, registeredAt, office, law.calendar),
    decidedBy,
    resubmissionOf: draft.resubmissionOf,
  };
}

function paperReceived(
  draft: DeclarationDraft,
  facts: FilingFacts,
  filedAt: Date,
  findings: readonly Reason[],
  law: FilingLaw,
): DeclarationPaperReceived {
  const { customsBody, office } = customsBodyOf(facts);
  const registerBy = law.calendar.end(REGISTRATION_TERM, filedAt, { office });
  return {
    type: 'DeclarationPaperReceived',
    declarationId: draft.declarationId,
    customsBody,
    filedAt,
    registerBy,
    findings,
  };
}

function customsBodyOf({ office }: FilingFacts): {
  readonly customsBody: CustomsBodyCode;
  readonly office: NonNullable<FilingFacts['office']>['calendar'];
} {
  const customsBody = parseCustomsBodyCode(office?.code ?? '');
  if (office === undefined || customsBody === undefined) throw new Error('no customs body to register at');
  return { customsBody, office: office.calendar };
}
