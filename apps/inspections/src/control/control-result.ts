/** The result of a control and its act: what it has to hold before the control is completed (art. 198, 200, 205). */
import { decide, type Decision, type Reason, when } from '@shekara/kernel';
import type { Control } from './control.js';
import { controlReasons as reasons } from './control-reasons.js';

/** Art. 205.5: the only grounds to examine without the declarant. */
export const ABSENCE_REASONS = [
  'NO_SHOW_OR_UNKNOWN',
  'URGENT_THREAT',
  'INTERNATIONAL_MAIL',
  'LEFT_AGAINST_EXPORT_PROCEDURE',
] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** Roles of those present; the first four stand for the declarant (art. 205.2, 205.4). */
export const PRESENT_ROLES = [
  'DECLARANT',
  'AUTHORISED_PERSON',
  'REPRESENTATIVE',
  'DRIVER',
  'SPECIALIST',
  'OTHER',
] as const;
export type PresentRole = (typeof PRESENT_ROLES)[number];

export const DISCREPANCY_KINDS = [
  'QUANTITY',
  'WEIGHT',
  'DESCRIPTION',
  'COMMODITY_CODE',
  'ORIGIN',
  'CUSTOMS_VALUE',
  'MARKING',
  'UNDECLARED_GOODS',
  'PROHIBITION_OR_RESTRICTION',
  'INTELLECTUAL_PROPERTY',
  'DOCUMENT',
  'OTHER',
] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

export const EVIDENCE_KINDS = ['PHOTO', 'VIDEO', 'DOCUMENT', 'WEIGHING', 'DEVICE_IMAGE'] as const;

/** A file that is kept elsewhere; its SHA-256 (64 hexadecimal digits) proves that it is the same. */
export interface Evidence {
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  readonly reference: string;
  readonly sha256: string;
}

export interface ItemResult {
  /** 0 for the whole document. */
  readonly itemNumber: number;
  readonly outcome: 'CONFORMS' | 'DISCREPANCY';
  readonly kind?: DiscrepancyKind;
  readonly text?: string;
  /** References of the list of evidence. */
  readonly evidence: readonly string[];
  /** As weighed, kg. */
  readonly grossWeightKg?: string;
  readonly netWeightKg?: string;
  readonly packageCount?: number;
}

export interface SealCheck {
  readonly number: string;
  readonly found: 'INTACT' | 'BROKEN' | 'MISSING';
  readonly action: 'KEPT' | 'REMOVED' | 'REPLACED' | 'APPLIED';
  readonly newNumber?: string;
  readonly reportNumber?: string;
}

/** Art. 200.1: three questions; art. 200.2: with which other sources the data were compared. */
export interface DocumentFindings {
  readonly genuine?: boolean;
  readonly dataTrue?: boolean;
  readonly filledProperly?: boolean;
  readonly comparedWith: readonly string[];
}

export interface ControlResult {
  readonly officers: readonly { readonly name: string; readonly position: string }[];
  readonly place: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly presentPersons: readonly { readonly name: string; readonly role: PresentRole }[];
  readonly absenceReason?: AbsenceReason;
  /** The declarant is not known, so nobody could be told (art. 205.5(1)). */
  readonly personUnknown: boolean;
  readonly witnesses: readonly { readonly name: string; readonly address: string }[];
  readonly items: readonly ItemResult[];
  readonly evidence: readonly Evidence[];
  readonly seals: readonly SealCheck[];
  readonly documents?: DocumentFindings;
  readonly statements?: string;
  /** Who got the second copy of the act. */
  readonly copyHandedTo?: string;
}

export interface ControlResultRecorded {
  readonly type: 'ControlResultRecorded';
  readonly outcome: 'CONFORMS' | 'DISCREPANCY';
  readonly discrepancies: readonly ItemResult[];
}

type Objection = Reason | undefined;

const STANDS_FOR_DECLARANT: ReadonlySet<PresentRole> = new Set<PresentRole>([
  'DECLARANT',
  'AUTHORISED_PERSON',
  'REPRESENTATIVE',
  'DRIVER',
]);
const WITNESSES = 2;
const SHA_256 = /^[0-9a-f]{64}$/;

/**
 * Records the result, or refuses with every reason: CTL_CONTROL_STATE, CTL_TIME_IMPOSSIBLE, CTL_ACT_INCOMPLETE,
 * CTL_EVIDENCE_MISSING, CTL_SEAL_REPORT_MISSING (art. 198.4, 205.6); for an examination CTL_ABSENCE_NO_GROUND and
 * CTL_WITNESSES_MISSING (art. 205.5); for a document check CTL_CHECK_INCOMPLETE (art. 200). One discrepancy makes the
 * outcome DISCREPANCY.
 */
export function recordResult(
  control: Control,
  result: ControlResult,
  now: Date,
): Decision<ControlResultRecorded> {
  const discrepancies = result.items.filter(({ outcome }) => outcome === 'DISCREPANCY');
  return decide(
    [
      when(control.status !== 'OPEN', reasons.CTL_CONTROL_STATE),
      ...impossibleTimes(control, result, now),
      ...missingParts(control, result),
      ...missingEvidence(result),
      ...unreportedSeals(result),
      ...(control.form === 'EXAMINATION' ? absenceObjections(control, result) : checkObjections(result)),
    ],
    () => [
      {
        type: 'ControlResultRecorded',
        outcome: discrepancies.length > 0 ? 'DISCREPANCY' : 'CONFORMS',
        discrepancies,
      },
    ],
  );
}

function impossibleTimes(control: Control, { startedAt, endedAt }: ControlResult, now: Date): Objection[] {
  return [
    when(startedAt < control.openedAt, reasons.CTL_TIME_IMPOSSIBLE, { pointer: '/startedAt' }),
    when(endedAt < startedAt || endedAt > now, reasons.CTL_TIME_IMPOSSIBLE, { pointer: '/endedAt' }),
  ];
}

/** Art. 205.6: the officers, the place, a result for each item that was ordered. */
function missingParts({ itemNumbers }: Control, result: ControlResult): Objection[] {
  const named = result.officers.every(({ name, position }) => hasText(name) && hasText(position));
  const found = new Set(result.items.map(({ itemNumber }) => itemNumber));
  const ordered = itemNumbers.filter((itemNumber) => !found.has(itemNumber));
  return [
    incomplete(result.officers.length === 0 || !named, '/officers'),
    incomplete(!hasText(result.place), '/place'),
    incomplete(result.items.length === 0 && itemNumbers.length === 0, '/items'),
    ...ordered.map((itemNumber) => incomplete(true, '/items', { itemNumber: String(itemNumber) })),
  ];
}

/** A discrepancy is named, described and proved; every piece of evidence has its checksum. */
function missingEvidence({ items, evidence }: ControlResult): Objection[] {
  const kept = new Set(
    evidence.filter(({ sha256 }) => SHA_256.test(sha256)).map(({ reference }) => reference),
  );
  return [
    ...evidence.map(({ sha256 }, index) =>
      when(!SHA_256.test(sha256), reasons.CTL_EVIDENCE_MISSING, { pointer: `/evidence/${index}/sha256` }),
    ),
    ...items.map((item, index) => {
      const proved = item.evidence.length > 0 && item.evidence.every((reference) => kept.has(reference));
      const described = item.kind !== undefined && hasText(item.text ?? '');
      return when(item.outcome === 'DISCREPANCY' && !(proved && described), reasons.CTL_EVIDENCE_MISSING, {
        pointer: `/items/${index}`,
        parameters: { itemNumber: String(item.itemNumber) },
      });
    }),
  ];
}

/** Art. 198.4: every change, removal, destruction or replacement has a report (R-CTL-086). */
function unreportedSeals({ seals }: ControlResult): Objection[] {
  return seals.map((seal, index) => {
    const changed = seal.found !== 'INTACT' || seal.action === 'REMOVED' || seal.action === 'REPLACED';
    return when(changed && !hasText(seal.reportNumber ?? ''), reasons.CTL_SEAL_REPORT_MISSING, {
      pointer: `/seals/${index}/reportNumber`,
      parameters: { seal: seal.number },
    });
  });
}

/** Art. 205.5, 205.6: who was there, why not, the two witnesses, the second copy (R-CTL-113 to R-CTL-115, R-CTL-119). */
function absenceObjections(control: Control, result: ControlResult): Objection[] {
  const attended = result.presentPersons.some(({ role }) => STANDS_FOR_DECLARANT.has(role));
  if (attended) return [incomplete(!hasText(result.copyHandedTo ?? ''), '/copyHandedTo')];
  return [
    when(!absenceHasGround(control, result), reasons.CTL_ABSENCE_NO_GROUND, { pointer: '/absenceReason' }),
    when(result.witnesses.length < WITNESSES, reasons.CTL_WITNESSES_MISSING, { pointer: '/witnesses' }),
  ];
}

function absenceHasGround(
  control: Control,
  { absenceReason, personUnknown, startedAt }: ControlResult,
): boolean {
  if (absenceReason !== 'NO_SHOW_OR_UNKNOWN') return absenceReason !== undefined;
  return personUnknown || (control.awaitPersonUntil !== undefined && startedAt >= control.awaitPersonUntil);
}

/** Art. 200.1, 200.2: three answers and a comparison; a "no" has to show as a discrepancy (R-CTL-090, R-CTL-091). */
function checkObjections({ documents, items }: ControlResult): Objection[] {
  const answers = [
    ['genuine', documents?.genuine],
    ['dataTrue', documents?.dataTrue],
    ['filledProperly', documents?.filledProperly],
  ] as const;
  const failed = answers.some(([, answer]) => answer === false);
  const shown = items.some(({ outcome }) => outcome === 'DISCREPANCY');
  return [
    ...answers.map(([question, answer]) =>
      when(answer === undefined, reasons.CTL_CHECK_INCOMPLETE, { pointer: `/documents/${question}` }),
    ),
    when(!documents?.comparedWith.some(hasText), reasons.CTL_CHECK_INCOMPLETE, {
      pointer: '/documents/comparedWith',
    }),
    incomplete(failed && !shown, '/items'),
  ];
}

function incomplete(missing: boolean, pointer: string, parameters: Record<string, string> = {}): Objection {
  return when(missing, reasons.CTL_ACT_INCOMPLETE, { pointer, parameters });
}

function hasText(text: string): boolean {
  return text.trim() !== '';
}
