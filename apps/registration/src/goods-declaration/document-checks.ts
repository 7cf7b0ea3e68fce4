/** Supporting documents named in box 44 (art. 281, 282): the kinds asked for, and the dates of those that come later. */
import type { Reason } from '@shekara/kernel';
import { art, parseDeclarationNumber } from '@shekara/kernel';
import type { LegalCalendar, LegalTerm } from '@shekara/calendar';
import type { FilingLaw } from './filing-facts.js';
import { DOCUMENTS_ALWAYS_ASKED, DOCUMENTS_OF_PROCEDURE } from './code-lists.js';
import type { DeclarationDraft, DocumentReference, ItemDraft, Preference } from './declaration-draft.js';
import { codeForm, dateForm } from './field-forms.js';
import { defect, defectWhen } from './registration-refusal.js';

/** A late document comes by the 30th calendar day after registration at the latest (DL-11, art. 281.4). */
export const LATE_DOCUMENT_TERM = {
  id: 'DL-11',
  length: 30,
  unit: 'CALENDAR_DAYS',
  article: 'art. 281.4',
} as const satisfies LegalTerm;

/** Box 37: re-export of goods released for domestic consumption (art. 282.5, 403). */
const RE_EXPORT_AFTER_CONSUMPTION = '3140';
/** Box 36: no relief in this part. */
const NO_RELIEF: ReadonlySet<string> = new Set(['00', '--', 'OO', 'ОО']);

/** Each document reference is complete, and each kind that the law asks for is named (R-DEC-051 to R-DEC-053). */
export function documentDefects(
  draft: DeclarationDraft,
  filedAt: Date,
  on: string,
  law: FilingLaw,
): readonly Reason[] {
  const last = lastDayForLateDocument(filedAt, law.calendar);
  const documents = draft.documents ?? [];
  return [
    ...documents.flatMap((document, index) =>
      referenceDefects(document, `/documents/${index}`, last, on, law),
    ),
    ...kindDefects(draft, on, law),
  ];
}

/** The last day on which a document allowed after release may come, for a declaration registered at the instant (R-DEC-056). */
export function lastDayForLateDocument(registeredAt: Date, calendar: LegalCalendar): string {
  return calendar.end(LATE_DOCUMENT_TERM, registeredAt).lastDay;
}

function referenceDefects(
  document: DocumentReference,
  at: string,
  last: string,
  on: string,
  law: FilingLaw,
): readonly Reason[] {
  const { kind, number, date, availability, dueDate, form, earlierDeclarationNumber } = document;
  const late = availability === 'BEFORE_RELEASE' || availability === 'AFTER_RELEASE';
  const required = { kind, availability, form, ...(late ? { dueDate } : { number, date }) };
  return [
    ...Object.entries(required).flatMap(([field, value]) =>
      defectWhen(!value, 'FIELD_MISSING', { pointer: `${at}/${field}`, expected: art(281).text }),
    ),
    ...codeForm(kind, law.reference.documentKinds, on, `${at}/kind`),
    ...dateForm(date, `${at}/date`),
    ...dateForm(dueDate, `${at}/dueDate`),
    ...defectWhen(late && dueDate !== undefined && dueDate > last, 'DOCUMENT_DATE_TOO_LATE', {
      pointer: `${at}/dueDate`,
      value: dueDate,
      expected: last,
    }),
    ...defectWhen(form === 'REFERENCE' && !earlierDeclarationNumber, 'FIELD_MISSING', {
      pointer: `${at}/earlierDeclarationNumber`,
      expected: art(281, 5).text,
    }),
    ...defectWhen(
      !!earlierDeclarationNumber && parseDeclarationNumber(earlierDeclarationNumber) === undefined,
      'EARLIER_DECLARATION_NUMBER_MALFORMED',
      { pointer: `${at}/earlierDeclarationNumber`, value: earlierDeclarationNumber },
    ),
  ];
}

/**
 * The three kinds of art. 281.1 cover the declaration as a whole and are present or referred to; the others are asked
 * only where their trigger is true, item by item, and may be named as coming later (art. 281.4, 281.7).
 */
function kindDefects(draft: DeclarationDraft, on: string, law: FilingLaw): readonly Reason[] {
  const isOfKind = (document: DocumentReference, kind: string): boolean =>
    document.kind === kind || law.reference.documentKinds.find(document.kind ?? '', on)?.group === kind;
  const documents = draft.documents ?? [];
  const present = (document: DocumentReference): boolean =>
    document.availability === 'PRESENT' || document.form === 'REFERENCE';
  const always = DOCUMENTS_ALWAYS_ASKED.filter(
    (kind) => !documents.some((document) => isOfKind(document, kind) && present(document)),
  ).map((kind) => defect('DOCUMENT_MISSING', { pointer: '/documents', expected: kind }));
  const { procedureCode = '' } = draft;
  const ofProcedure = DOCUMENTS_OF_PROCEDURE[procedureCode] ?? [];
  const perItem = draft.items.flatMap((item, index) =>
    [...ofProcedure, ...triggeredKinds(item)]
      .filter(
        (kind) => !documents.some((document) => isOfKind(document, kind) && covers(document, index + 1)),
      )
      .map((kind) => defect('DOCUMENT_MISSING', { pointer: `/items/${index}`, expected: kind })),
  );
  return [...always, ...perItem];
}

/** Restrictions marked in box 33, relief claimed in box 36 and re-export after release are to be proved (art. 281.2.2, 281.2.5, 282.5). */
function triggeredKinds(item: ItemDraft): readonly string[] {
  return [
    ...(item.restrictionMark === true ? (['RESTRICTION_PROOF'] as const) : []),
    ...(claimsRelief(item.preference) ? (['RELIEF_PROOF'] as const) : []),
    ...(item.procedure?.startsWith(RE_EXPORT_AFTER_CONSUMPTION) ? (['REEXPORT_FACTS'] as const) : []),
  ];
}

export function claimsRelief(preference: Preference | undefined): boolean {
  return Object.values(preference ?? {}).some((part) => part !== '' && !NO_RELIEF.has(part));
}

function covers(document: DocumentReference, itemNumber: number): boolean {
  return document.itemNumbers === undefined || document.itemNumbers.includes(itemNumber);
}
