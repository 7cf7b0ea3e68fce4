/** An instruction as the officer reads it: what to do, how much of it, what to look at; never why (art. 219.4). */
import type { Measure } from '../risk-profile/measure.js';
import { MEASURES } from '../risk-profile/measure.js';
import type { ControlInstruction } from './control-instruction.js';

/** The two forms in which inspections carry an instruction out. */
export type CarriedOutAs = 'DOCUMENT_CHECK' | 'EXAMINATION';

/** Goods are opened only under an examination; every other measure is worked on as a check, its name in the task. */
export function carriedOutAs(measure: Measure): CarriedOutAs {
  return measure === 'EXAMINATION' ? 'EXAMINATION' : 'DOCUMENT_CHECK';
}

const NAMES: Readonly<Record<Measure, string>> = {
  DOCUMENT_CHECK: 'Check of documents and data',
  ORAL_INTERVIEW: 'Oral interview',
  EXPLANATIONS: 'Explanations in writing',
  SURVEILLANCE: 'Surveillance',
  EXTERNAL_INSPECTION: 'External inspection',
  EXAMINATION: 'Examination',
  PERSONAL_EXAMINATION: 'Personal examination',
  MARKING_CHECK: 'Check of marking',
  PREMISES_INSPECTION: 'Inspection of premises',
  GOODS_ACCOUNTING: 'Accounting of goods',
  ACCOUNTING_CHECK: 'Check of accounting',
  CUSTOMS_INSPECTION: 'Customs inspection',
  ADDITIONAL_DOCUMENTS: 'Request for more documents',
  CUSTOMS_EXPERTISE: 'Expertise',
  VALUE_CHECK: 'Check of the customs value',
  SEAL_OR_IDENTIFY: 'Putting on means of identification',
  TRANSIT_ROUTE: 'Route of transit',
  TRANSIT_ESCORT: 'Escort of transit',
  TRANSIT_PLACE: 'Place of delivery of transit',
  MAIL_PRESENTATION: 'Presentation of mail',
};

/** Said where nothing is to be looked at in particular; so a random choice reads like any other. */
const IN_GENERAL = 'Compare everything declared with what is found.';

/** The text of the order; without profile, indicator, parameter or origin (R-RSK-071). */
export function controlTask(
  instruction: Pick<ControlInstruction, 'measure' | 'extentPercent' | 'guidance'>,
): string {
  const { measure, extentPercent, guidance } = instruction;
  const extent = extentPercent === undefined ? '' : `, ${extentPercent} % of the packages`;
  const what = `${NAMES[measure]} (${MEASURES[measure].article.text})${extent}.`;
  return [what, ...(guidance.length > 0 ? guidance : [IN_GENERAL])].join(' ');
}
