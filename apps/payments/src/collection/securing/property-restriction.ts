/** PropertyRestrictionDecision with its PropertyInventory (L7; art. 164): what is restricted, its worth and its papers. */
import type { CivilDate } from '@shekara/calendar';
import { type Decision, decide, Money, reason, type Reason, when } from '@shekara/kernel';
import { collectionDocumentReasons as reasons } from '../documents/collection-document-reasons.js';

export interface RestrictedItem {
  readonly name: string;
  readonly title: 'OWNERSHIP' | 'ECONOMIC_CONTROL';
  /** KZT, from the payer's books or an independent valuation (art. 164.4). */
  readonly price: Money;
  readonly pricedBy: 'BOOKS' | 'INDEPENDENT_VALUATION';
  /** Leased out to, or pledged with, another person. */
  readonly held?: 'LEASED' | 'PLEDGED';
}

export interface PropertyRestrictionDecision {
  readonly number: string;
  readonly on: CivilDate;
  readonly items: readonly RestrictedItem[];
  /** The payer has no other property: then less than the debt is restricted. */
  readonly allOfPayersProperty: boolean;
  /** In two copies (art. 164.4). */
  readonly inventoryCopies: number;
  /** That the payer answers for selling, hiding or spoiling what is restricted. */
  readonly warningGiven: boolean;
  readonly decisionCopyToPayer: boolean;
  readonly inventoryCopyToPayer: boolean;
}

export interface PropertyRestricted {
  readonly type: 'PropertyRestricted';
  readonly document: string;
  readonly value: Money;
  readonly items: readonly (RestrictedItem & { readonly mayNotPassTo?: 'LESSEE' | 'MORTGAGEE' })[];
}

/**
 * Checks a restriction before it is taken: the items are worth the debt with penalty interest, none more than needed
 * (F-16), and inventory, warning and the payer's copies are there (R-PAY-163). Leased and pledged items are flagged as not
 * to pass to their lessee or mortgagee (R-PAY-164).
 */
export function restrictProperty(
  decision: PropertyRestrictionDecision,
  debtWithInterest: Money,
): Decision<PropertyRestricted> {
  const { items, number: document } = decision;
  const value = Money.sum(items.map(({ price }) => price));
  return decide<PropertyRestricted>(
    [valueUnfit(decision, value, debtWithInterest), ...missingPapers(decision)],
    () => [{ type: 'PropertyRestricted', document, value, items: items.map(flagged) }],
  );
}

function valueUnfit(
  { items, allOfPayersProperty }: PropertyRestrictionDecision,
  value: Money,
  target: Money,
): Reason | undefined {
  const short = value.compare(target) < 0 && !allOfPayersProperty;
  const needless = items.some(({ price }) => value.minus(price).compare(target) >= 0);
  return when(items.length === 0 || short || needless, reasons.RESTRICTION_VALUE_UNFIT, {
    pointer: '/items',
    parameters: { value: value.toString(), debtWithInterest: target.toString() },
  });
}

function missingPapers(decision: PropertyRestrictionDecision): Reason[] {
  const { inventoryCopies, warningGiven, decisionCopyToPayer, inventoryCopyToPayer } = decision;
  const missing = [
    ...(inventoryCopies === 2 ? [] : ['/inventoryCopies']),
    ...(warningGiven ? [] : ['/warningGiven']),
    ...(decisionCopyToPayer ? [] : ['/decisionCopyToPayer']),
    ...(inventoryCopyToPayer ? [] : ['/inventoryCopyToPayer']),
  ];
  return missing.map((pointer) => reason(reasons.COLLECTION_PAPER_MISSING, { pointer }));
}

function flagged(item: RestrictedItem): PropertyRestricted['items'][number] {
  if (item.held === undefined) return item;
  return { ...item, mayNotPassTo: item.held === 'LEASED' ? 'LESSEE' : 'MORTGAGEE' };
}
