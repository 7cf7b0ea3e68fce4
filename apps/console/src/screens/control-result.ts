/** The officer's result of a control before it is sent: what is filled in, what is missing, what goes out. */
import type { ControlResultBody, FindingKind } from '../api/contract.js';
import type { TextKey } from '../i18n/language.js';

export interface FindingDraft {
  readonly itemNumber: string;
  readonly kind: FindingKind;
  readonly text: string;
}

export interface ControlResultDraft {
  readonly outcome: ControlResultBody['outcome'] | undefined;
  readonly findings: readonly FindingDraft[];
  /** One piece on each line. */
  readonly evidence: string;
}

export const EMPTY_FINDING: FindingDraft = { itemNumber: '0', kind: 'QUANTITY', text: '' };
export const EMPTY_RESULT: ControlResultDraft = { outcome: undefined, findings: [], evidence: '' };

/** The sentences of everything that is missing; the service checks the rest. */
export function missingInResult(draft: ControlResultDraft): readonly TextKey[] {
  const missing: readonly (TextKey | false)[] = [
    draft.outcome === undefined && 'outcomeMissing',
    draft.outcome === 'DISCREPANCY' && !describesFindings(draft.findings) && 'findingMissing',
    evidenceOf(draft).length === 0 && 'evidenceMissing',
  ];
  return missing.filter((key) => key !== false);
}

/** What goes to the service; undefined while something is missing. Findings belong to a discrepancy only. */
export function controlResultBody(draft: ControlResultDraft): ControlResultBody | undefined {
  if (draft.outcome === undefined || missingInResult(draft).length > 0) return undefined;
  return {
    outcome: draft.outcome,
    findings:
      draft.outcome === 'CONFORMS'
        ? []
        : draft.findings.map(({ itemNumber, kind, text }) => ({ itemNumber: Number(itemNumber), kind, text: text.trim() })),
    evidence: evidenceOf(draft),
  };
}

function describesFindings(findings: readonly FindingDraft[]): boolean {
  return (
    findings.length > 0 && findings.every(({ itemNumber, text }) => /^\d{1,3}$/.test(itemNumber) && text.trim() !== '')
  );
}

function evidenceOf({ evidence }: ControlResultDraft): readonly string[] {
  return evidence.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}
