/**
 * The officer's result of a control before it is sent. The service checks the act and names everything that is missing;
 * here only what cannot be sent at all is asked for.
 */
import type {
  AbsenceReason,
  ControlResultBody,
  ControlView,
  DiscrepancyKind,
  EvidencePiece,
  PresentRole,
} from '../api/contract.js';
import type { TextKey } from '../i18n/language.js';

export interface ItemDraft {
  readonly itemNumber: number;
  readonly outcome: 'CONFORMS' | 'DISCREPANCY' | undefined;
  readonly kind: DiscrepancyKind;
  readonly text: string;
}

export interface PersonDraft {
  readonly name: string;
  /** Role, position or address. */
  readonly detail: string;
}

export type DocumentAnswer = 'YES' | 'NO' | undefined;

export interface ControlResultDraft {
  readonly officer: PersonDraft;
  readonly place: string;
  /** As the field of the page gives it: "2026-02-03T13:05" or with seconds, clock of Asia/Almaty. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly items: readonly ItemDraft[];
  readonly evidence: readonly EvidencePiece[];
  readonly presentName: string;
  /** Empty: nobody stood for the declarant. */
  readonly presentRole: PresentRole | '';
  readonly copyHandedTo: string;
  readonly absenceReason: AbsenceReason | '';
  readonly witnesses: readonly PersonDraft[];
  readonly genuine: DocumentAnswer;
  readonly dataTrue: DocumentAnswer;
  readonly filledProperly: DocumentAnswer;
  /** One source on each line. */
  readonly comparedWith: string;
  readonly statements: string;
}

const NOBODY: PersonDraft = { name: '', detail: '' };

/** An empty result with a line for each item that was ordered, or for the whole document (0). */
export function emptyResult(
  { itemNumbers }: Pick<ControlView, 'itemNumbers'>,
  officerName: string,
): ControlResultDraft {
  return {
    officer: { name: officerName, detail: '' },
    place: '',
    startedAt: '',
    endedAt: '',
    items: (itemNumbers.length > 0 ? itemNumbers : [0]).map((itemNumber) => ({
      itemNumber,
      outcome: undefined,
      kind: 'QUANTITY',
      text: '',
    })),
    evidence: [],
    presentName: '',
    presentRole: '',
    copyHandedTo: '',
    absenceReason: '',
    witnesses: [NOBODY, NOBODY],
    genuine: undefined,
    dataTrue: undefined,
    filledProperly: undefined,
    comparedWith: '',
    statements: '',
  };
}

/** What cannot be sent: an item without an outcome, a control without its times. */
export function missingInResult(draft: ControlResultDraft): readonly TextKey[] {
  const missing: readonly (TextKey | false)[] = [
    (instantOf(draft.startedAt) === undefined || instantOf(draft.endedAt) === undefined) && 'timesMissing',
    draft.items.some(({ outcome }) => outcome === undefined) && 'outcomeMissing',
  ];
  return missing.filter((key) => key !== false);
}

/** What goes to inspections; undefined while something is missing. A discrepancy is proved by every piece of evidence. */
export function controlResultBody(
  draft: ControlResultDraft,
  form: ControlView['form'],
): ControlResultBody | undefined {
  const startedAt = instantOf(draft.startedAt);
  const endedAt = instantOf(draft.endedAt);
  if (startedAt === undefined || endedAt === undefined || missingInResult(draft).length > 0) return undefined;
  const references = draft.evidence.map(({ reference }) => reference);
  const statements = draft.statements.trim();
  return {
    officers: [{ name: draft.officer.name.trim(), position: draft.officer.detail.trim() }],
    place: draft.place.trim(),
    startedAt,
    endedAt,
    items: draft.items.map(({ itemNumber, outcome, kind, text }) =>
      outcome === 'DISCREPANCY'
        ? { itemNumber, outcome, kind, text: text.trim(), evidence: references }
        : { itemNumber, outcome: 'CONFORMS' },
    ),
    evidence: draft.evidence,
    ...(form === 'DOCUMENT_CHECK' ? { documents: documentsOf(draft) } : presenceOf(draft)),
    ...(statements === '' ? {} : { statements }),
  };
}

/** The moment of a date and time in Asia/Almaty (UTC+5 since 1 March 2024); undefined for an empty field. */
export function instantOf(local: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?$/.exec(local);
  return match ? new Date(`${match[1]}${match[2] ?? ':00'}+05:00`).toISOString() : undefined;
}

/** Who stood for the declarant and got the second copy; else why nobody did, and the witnesses (art. 205.5). */
function presenceOf(draft: ControlResultDraft): Partial<ControlResultBody> {
  if (draft.presentRole !== '') {
    return {
      presentPersons: [{ name: draft.presentName.trim(), role: draft.presentRole }],
      copyHandedTo: draft.copyHandedTo.trim(),
    };
  }
  return {
    ...(draft.absenceReason === '' ? {} : { absenceReason: draft.absenceReason }),
    witnesses: draft.witnesses
      .map(({ name, detail }) => ({ name: name.trim(), address: detail.trim() }))
      .filter(({ name, address }) => name !== '' && address !== ''),
  };
}

function documentsOf({ genuine, dataTrue, filledProperly, comparedWith }: ControlResultDraft) {
  const answer = (given: DocumentAnswer) => (given === undefined ? undefined : given === 'YES');
  return {
    genuine: answer(genuine),
    dataTrue: answer(dataTrue),
    filledProperly: answer(filledProperly),
    comparedWith: comparedWith
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
}
