/** What happened to goods under the procedure before, in the facts that their payments depend on (art. 125.7, 342, 355, 366, 367, 379, 380, 388, 459.2). */
import type { CivilDate } from '@shekara/calendar';
import type { CommodityCode, Exact, Money } from '@shekara/kernel';
import type { Trigger } from '../obligation/trigger-matrix.js';
import type { PaymentKind } from '../payment-kind.js';
import type { ProcessingInput } from './processed-goods.js';

export interface PaidEarlier {
  readonly kind: PaymentKind;
  readonly amount: Money;
}

/** Foreign goods of inside processing: what was placed, of which the products hold a part. */
export interface PlacedForProcessing {
  readonly commodityCode: CommodityCode;
  /** In the unit of the yield norm. */
  readonly quantity: Exact;
  readonly unit: string;
  /** KZT, as on the processing declaration. */
  readonly customsValue: Exact;
  readonly netWeightKg: Exact;
}

/** Cost of processing or repair in KZT; where it is not known, the value of the goods sent out, as if exported that day. */
export interface CostOfProcessing {
  readonly costOfProcessing?: Exact;
  readonly valueSentOut: Exact;
}

export type EarlierProcedure =
  /** Foreign goods that lay in a customs warehouse, unchanged. */
  | {
      readonly kind: 'CUSTOMS_WAREHOUSE';
      readonly registeredOn: CivilDate;
      readonly paid: readonly PaidEarlier[];
    }
  | {
      readonly kind: 'TEMPORARY_IMPORT';
      readonly registeredOn: CivilDate;
      /** Who declares now: parts that another paid are not deducted (art. 388.2). */
      readonly declarant: string;
      readonly partsPaid: readonly (PaidEarlier & { readonly by: string })[];
    }
  | {
      readonly kind: 'INSIDE_PROCESSING_PRODUCTS';
      readonly registeredOn: CivilDate;
      readonly placed: PlacedForProcessing;
      readonly productQuantity: Exact;
      /** Products from one unit of the foreign goods, by the permission. */
      readonly yieldNorm: Exact;
    }
  | { readonly kind: 'INSIDE_PROCESSING_UNPROCESSED'; readonly registeredOn: CivilDate }
  | ({ readonly kind: 'OUTSIDE_PROCESSING_PRODUCTS'; readonly repaired: boolean } & CostOfProcessing)
  | { readonly kind: 'OUTSIDE_PROCESSING_GOODS'; readonly registeredOn: CivilDate }
  | {
      readonly kind: 'CONSUMPTION_PROCESSING_PRODUCTS';
      readonly inputs: readonly [ProcessingInput, ...ProcessingInput[]];
      /** The certificate or declaration of origin of the inputs is there and holds. */
      readonly originProved: boolean;
    }
  | { readonly kind: 'CONSUMPTION_PROCESSING_UNPROCESSED'; readonly registeredOn: CivilDate }
  /** A transport vehicle that comes back repaired, without outside processing. */
  | ({ readonly kind: 'REPAIRED_VEHICLE'; readonly onFreeList: boolean } & CostOfProcessing);

export type EarlierKind = EarlierProcedure['kind'];

interface Use {
  /** Two digits of the declared procedure, then of the previous one (box 37). */
  readonly movements: readonly string[];
  readonly trigger: Trigger;
}

/** To which movement of box 37 each kind belongs, and its row of the trigger matrix. */
export const EARLIER_KINDS = {
  CUSTOMS_WAREHOUSE: { movements: ['4070'], trigger: 'CONSUMPTION_AFTER_CUSTOMS_WAREHOUSE' },
  // Also after a warehouse in between, which box 37 then names (art. 388.2).
  TEMPORARY_IMPORT: { movements: ['4053', '4070'], trigger: 'CONSUMPTION_AFTER_TEMPORARY_IMPORT' },
  INSIDE_PROCESSING_PRODUCTS: {
    movements: ['4051', '3151'],
    trigger: 'INSIDE_PROCESSING_PRODUCTS_TO_CONSUMPTION',
  },
  INSIDE_PROCESSING_UNPROCESSED: {
    movements: ['4051'],
    trigger: 'INSIDE_PROCESSING_INPUTS_TO_CONSUMPTION',
  },
  OUTSIDE_PROCESSING_PRODUCTS: {
    movements: ['4021'],
    trigger: 'OUTSIDE_PROCESSING_PRODUCTS_TO_CONSUMPTION',
  },
  OUTSIDE_PROCESSING_GOODS: { movements: ['1021'], trigger: 'OUTSIDE_PROCESSING_CHANGED_TO_EXPORT' },
  CONSUMPTION_PROCESSING_PRODUCTS: {
    movements: ['4091'],
    trigger: 'CONSUMPTION_PROCESSING_PRODUCTS_TO_CONSUMPTION',
  },
  CONSUMPTION_PROCESSING_UNPROCESSED: {
    movements: ['4091'],
    trigger: 'CONSUMPTION_PROCESSING_INPUTS_TO_CONSUMPTION',
  },
  REPAIRED_VEHICLE: { movements: ['4000'], trigger: 'VEHICLE_REPAIRED_ABROAD' },
} as const satisfies Record<EarlierKind, Use>;

/** The earlier day whose rates are asked for, where the kind has one. */
export function earlierDayOf(earlier: EarlierProcedure): CivilDate | undefined {
  return 'registeredOn' in earlier ? earlier.registeredOn : undefined;
}
