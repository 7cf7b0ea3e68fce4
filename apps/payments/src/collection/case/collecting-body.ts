/** Which customs body, or state, collects a debt (art. 157.7-9). */
import { type Decision, decide, when } from '@shekara/kernel';
import { collectionDocumentReasons as reasons } from '../documents/collection-document-reasons.js';

/** What the debt arose from. States are ISO 3166-1 alpha-2; KZ is ours. */
export type DebtOrigin =
  | { readonly origin: 'RELEASE'; readonly releasedBy: string }
  | { readonly origin: 'ILLEGAL_MOVEMENT'; readonly foundBy: string }
  /** Art. 331.3: from the security, by the state that holds it. */
  | { readonly origin: 'TRANSIT_SECURED'; readonly securityHeldIn: string; readonly releasedBy: string }
  /** Where a customs carrier owes, by the state that registered it. */
  | {
      readonly origin: 'TRANSIT_BY_CUSTOMS_CARRIER';
      readonly carrierRegisteredIn: string;
      readonly releasedBy: string;
    };

export type Collector =
  | { readonly by: 'CUSTOMS_BODY'; readonly customsBody: string }
  | { readonly by: 'OTHER_STATE'; readonly state: string };

/** The body of release, or that found the illegal movement (R-PAY-154); transit debts by R-PAY-179. */
export function collectorOf(debt: DebtOrigin): Collector {
  switch (debt.origin) {
    case 'RELEASE':
      return { by: 'CUSTOMS_BODY', customsBody: debt.releasedBy };
    case 'ILLEGAL_MOVEMENT':
      return { by: 'CUSTOMS_BODY', customsBody: debt.foundBy };
    case 'TRANSIT_SECURED':
      return ofState(debt.securityHeldIn, debt.releasedBy);
    case 'TRANSIT_BY_CUSTOMS_CARRIER':
      return ofState(debt.carrierRegisteredIn, debt.releasedBy);
  }
}

function ofState(state: string, customsBody: string): Collector {
  return state === 'KZ' ? { by: 'CUSTOMS_BODY', customsBody } : { by: 'OTHER_STATE', state };
}

export interface MayCollect {
  readonly type: 'MayCollect';
}

/** Refuses COLLECTING_BODY_WRONG, naming the body or state to hand the case over to. */
export function checkCollector(debt: DebtOrigin, customsBody: string): Decision<MayCollect> {
  const collector = collectorOf(debt);
  const to = collector.by === 'CUSTOMS_BODY' ? collector.customsBody : collector.state;
  const wrong = collector.by === 'OTHER_STATE' || to !== customsBody;
  return decide([when(wrong, reasons.COLLECTING_BODY_WRONG, { parameters: { handOverTo: to } })], () => [
    { type: 'MayCollect' },
  ]);
}
