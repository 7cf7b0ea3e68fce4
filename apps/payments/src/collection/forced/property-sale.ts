/** Stage 4c and what comes after it: foreclosure on restricted property, sale, bankruptcy (art. 167 to 169). */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Decision, decide, type Money, reason, type Reason, when } from '@shekara/kernel';
import { closingIfPaid } from '../case/case-end.js';
import type { CollectionCase, CollectionEvent } from '../case/collection-case.js';
import { collectionDocumentReasons } from '../documents/collection-document-reasons.js';
import { collectionReasons as reasons } from '../case/collection-reasons.js';
import type { ForeclosureResolution } from '../documents/foreclosure-resolution.js';
import { inForce } from '../securing/securing-measures.js';
import { actRefusals, orderRefusals, pastRefusal } from '../case/stage-order.js';

/** Forecloses: only property that is restricted, after banks and debtors fell short (R-PAY-174), with its papers (R-PAY-175). */
export function foreclose(one: CollectionCase, resolution: ForeclosureResolution): Decision<CollectionEvent> {
  return decide<CollectionEvent>(
    [
      ...actRefusals(one, 'S4C_PROPERTY_SALE', resolution.on),
      when(one.state === 'S4C_PROPERTY' && !hasRestricted(one), reasons.STAGE_NOT_REACHED, {
        parameters: { open: 'S3_PROPERTY_RESTRICTION' },
      }),
      ...missingPapers(resolution),
    ],
    () => [{ type: 'ForeclosureResolved', resolution }],
  );
}

function hasRestricted(one: CollectionCase): boolean {
  return inForce(one).some(({ measure }) => measure === 'S3_PROPERTY_RESTRICTION');
}

function missingPapers(resolution: ForeclosureResolution): Reason[] {
  const { copies, authorizedLegalEntity, restrictionAttached, inventoryAttached } = resolution;
  const missing = [
    ...(copies === 2 ? [] : ['/copies']),
    ...(authorizedLegalEntity.trim() === '' ? ['/authorizedLegalEntity'] : []),
    ...(restrictionAttached ? [] : ['/restrictionAttached']),
    ...(inventoryAttached ? [] : ['/inventoryAttached']),
  ];
  return missing.map((pointer) => reason(collectionDocumentReasons.COLLECTION_PAPER_MISSING, { pointer }));
}

/** The sale money that the authorized legal entity handed over; above the debt it is over-collected (art. 168, 153.1). */
export function recordSale(
  one: CollectionCase,
  proceeds: Money,
  on: CivilDate,
  calendar: LegalCalendar,
): Decision<CollectionEvent> {
  const credited = proceeds.min(one.debt);
  return decide<CollectionEvent>(
    [
      ...orderRefusals(one, 'S4C_PROPERTY_SALE'),
      when(one.state === 'S4C_PROPERTY' && one.foreclosure === undefined, reasons.STAGE_NOT_REACHED, {
        parameters: { open: 'S4C_PROPERTY_SALE' },
      }),
      when(proceeds.isNegative(), reasons.COLLECTION_ABOVE_DEBT, { pointer: '/proceeds' }),
    ],
    () => [
      { type: 'SaleProceedsCredited', credited, overCollected: proceeds.minus(credited) },
      ...closingIfPaid(one, credited, on, calendar),
    ],
  );
}

/** Every measure of Chapter 18 was used: the sale is done, or there is no restricted property to sell (art. 169.1). */
export function closePropertyStage(one: CollectionCase, on: CivilDate): Decision<CollectionEvent> {
  const open = hasRestricted(one) && !one.saleDone;
  return decide<CollectionEvent>(
    [
      ...actRefusals(one, 'S4C_PROPERTY_SALE', on),
      pastRefusal(one, 'S4C_PROPERTY'),
      when(one.state === 'S4C_PROPERTY' && open, reasons.STAGE_NOT_REACHED, {
        parameters: { open: 'S4C_PROPERTY_SALE' },
      }),
    ],
    () => [{ type: 'CollectionExhausted', remaining: one.debt }],
  );
}

/** BankruptcyApplication: the payer and the debt of the case, only after all measures (R-PAY-176). */
export function applyForBankruptcy(one: CollectionCase, on: CivilDate): Decision<CollectionEvent> {
  return decide<CollectionEvent>(
    [...actRefusals(one, 'S5_BANKRUPTCY', on), pastRefusal(one, 'EXHAUSTED')],
    () => [{ type: 'BankruptcyApplied', debt: one.debt, on }],
  );
}
