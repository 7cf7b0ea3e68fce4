/** Who owes an obligation, alone and jointly (art. 30, 128, 130.2, 331.6, 383.3, 424.4). */
import { decide, type Decision, when } from '@shekara/kernel';
import { obligationReasons as reasons } from './obligation-reasons.js';
import type { Payer } from './trigger.js';
import { rowOf, type Trigger } from './trigger-matrix.js';

/** A person in its part; BIN or IIN. */
export interface PersonInvolved {
  readonly part: Payer;
  readonly person: string;
  /** For participants and buyers: the finding that it knew or should have known (for a buyer, when buying). */
  readonly knewOrShouldHaveKnown?: boolean;
}

export interface PayersNamed {
  readonly type: 'PayersNamed';
  readonly payer: string;
  readonly jointPayers: readonly string[];
}

/** Rows born by the operation itself; all others come from a condition broken later (art. 30.7). */
const BORN_BY_THE_OPERATION: ReadonlySet<Trigger> = new Set<Trigger>([
  'DOMESTIC_CONSUMPTION',
  'VALUE_CORRECTED_BEFORE_RELEASE',
  'EXPORT',
  'LATE_DECLARATION',
  'RELEASE_BEFORE_DECLARATION',
  'PERIODIC_DECLARATION',
  'PERIODIC_DECLARATION_OF_EXCISE_GOODS',
  'TEMPORARY_DECLARATION',
  'TEMPORARY_DECLARATION_TOP_UP',
  'PRELIMINARY_DECLARATION',
  'CONSUMPTION_AFTER_CUSTOMS_WAREHOUSE',
  'INSIDE_PROCESSING_PRODUCTS_TO_CONSUMPTION',
  'INSIDE_PROCESSING_INPUTS_TO_CONSUMPTION',
  'OUTSIDE_PROCESSING_PRODUCTS_TO_CONSUMPTION',
  'OUTSIDE_PROCESSING_CHANGED_TO_EXPORT',
  'CONSUMPTION_PROCESSING_TAXES',
  'CONSUMPTION_PROCESSING_PRODUCTS_TO_CONSUMPTION',
  'CONSUMPTION_PROCESSING_INPUTS_TO_CONSUMPTION',
  'TEMPORARY_IMPORT_FIRST_PART',
  'CONSUMPTION_AFTER_TEMPORARY_IMPORT',
  'TEMPORARY_EXPORT_CHANGED_TO_EXPORT',
]);

const KNOWLEDGE_NEEDED: ReadonlySet<Payer> = new Set<Payer>(['KNOWING_PARTICIPANT', 'KNOWING_BUYER']);

/**
 * The payer of the row and those who owe jointly (R-PAY-055 to R-PAY-057, R-PAY-242, R-PAY-245). A representative owes
 * jointly for the operation it carried out, not for a condition broken later. Between transit and storage nobody owes
 * unless goods are lost: then the carrier. Refuses PAYER_NOT_NAMED, and JOINT_PAYER_KNOWLEDGE_MISSING for a participant or
 * buyer without the finding. Undefined when nobody owes.
 */
export function payersOf(
  trigger: Trigger,
  involved: readonly PersonInvolved[],
  circumstances: { readonly representative?: string; readonly goodsLost?: boolean } = {},
): Decision<PayersNamed> | undefined {
  const row = rowOf(trigger);
  const owes = row.owes === 'NOBODY' ? (circumstances.goodsLost ? 'CARRIER' : undefined) : row.owes;
  if (owes === undefined) return undefined;
  const payer = involved.find(({ part }) => part === owes)?.person;
  const joint = involved.filter(({ part }) => row.jointly?.includes(part) ?? false);
  const unproven = joint.filter(
    ({ part, knewOrShouldHaveKnown }) => KNOWLEDGE_NEEDED.has(part) && knewOrShouldHaveKnown !== true,
  );
  const representative = BORN_BY_THE_OPERATION.has(trigger) ? circumstances.representative : undefined;
  return decide(
    [
      when(payer === undefined, reasons.PAYER_NOT_NAMED, { parameters: { owes } }),
      ...unproven.map(({ person }) =>
        when(true, reasons.JOINT_PAYER_KNOWLEDGE_MISSING, { parameters: { person } }),
      ),
    ],
    () => {
      if (payer === undefined) return [];
      const others = [...joint.map(({ person }) => person), ...(representative ? [representative] : [])];
      const jointPayers = [...new Set(others)].filter((person) => person !== payer);
      return [{ type: 'PayersNamed', payer, jointPayers }];
    },
  );
}
