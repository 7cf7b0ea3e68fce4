/**
 * The goods declaration as filed (art. 279; tables 1, 2 and 4 of the law file). Every field may be absent in a draft:
 * absence is a defect that the registration names, not a broken request. Decimals are text, dates are `yyyy-mm-dd`.
 */
import type { DeclarantCapacity, DeclarationFeature, DeclarationForm, FilingChannel } from './code-lists.js';

export interface Party {
  readonly name?: string;
  readonly address?: string;
  readonly country?: string;
  /** BIN or IIN of a person of Kazakhstan, else the number of its own country. */
  readonly identification?: string;
}

export interface Declarant extends Party {
  readonly capacity?: DeclarantCapacity;
  /** FOREIGN_REPRESENTATIVE_OFFICE: the goods are for the office's own use (art. 284.2). */
  readonly forOwnUse?: boolean;
}

export interface RepresentativeOnDeclaration extends Party {
  readonly registerNumber?: string;
  readonly contractNumber?: string;
  readonly contractDate?: string;
}

export interface Transport {
  readonly count?: number;
  readonly number?: string;
  readonly nationality?: string;
}

export interface Packages {
  readonly count?: number;
  readonly kind?: string;
  readonly marks?: string;
}

/** Box 36: fee, duty, excise, VAT; two characters each. */
export interface Preference {
  readonly fee?: string;
  readonly duty?: string;
  readonly excise?: string;
  readonly vat?: string;
}

export const PAYMENT_KINDS = [
  'DECLARATION_FEE',
  'IMPORT_DUTY',
  'EXPORT_DUTY',
  'VAT',
  'EXCISE',
  'SPECIAL',
  'ANTI_DUMPING',
  'COUNTERVAILING',
] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** Box 47 of an item, box B of the declaration; KZT. */
export interface PaymentLine {
  readonly kind: PaymentKind;
  readonly amount: string;
}

/** Box 44 (table 4). `itemNumbers` absent: the document covers every item. */
export interface DocumentReference {
  /** Code of the classifier of kinds of documents. */
  readonly kind?: string;
  readonly number?: string;
  readonly date?: string;
  readonly issuer?: string;
  readonly form?: 'ORIGINAL' | 'COPY' | 'ELECTRONIC' | 'REFERENCE';
  readonly language?: string;
  readonly availability?: 'PRESENT' | 'BEFORE_RELEASE' | 'AFTER_RELEASE';
  readonly dueDate?: string;
  readonly earlierDeclarationNumber?: string;
  readonly itemNumbers?: readonly number[];
}

export interface ItemDraft {
  readonly itemNumber?: number;
  readonly description?: string;
  readonly manufacturer?: string;
  readonly trademark?: string;
  readonly model?: string;
  readonly article?: string;
  readonly packages?: readonly Packages[];
  readonly containerNumbers?: readonly string[];
  readonly commodityCode?: string;
  readonly restrictionMark?: boolean;
  readonly intellectualPropertyMark?: boolean;
  readonly originCountry?: string;
  readonly grossKg?: string;
  readonly netKg?: string;
  readonly preference?: Preference;
  /** Seven digits: declared 2, previous 2, feature of the movement 3. */
  readonly procedure?: string;
  readonly previousDocument?: string;
  readonly supplementaryQuantity?: string;
  readonly supplementaryUnit?: string;
  readonly itemPrice?: string;
  readonly valuationMethod?: number;
  readonly customsValue?: string;
  readonly statisticalValue?: string;
  readonly conditionsProof?: string;
  readonly payments?: readonly PaymentLine[];
}

export interface DeclarationDraft {
  readonly declarationId: string;
  readonly form: DeclarationForm;
  readonly feature: DeclarationFeature;
  readonly filingChannel: FilingChannel;
  /** Resubmission after a refusal: the declaration that was refused (R-DEC-099). */
  readonly resubmissionOf?: string;
  readonly direction?: 'IM' | 'EX';
  readonly procedureCode?: string;
  readonly officeCode?: string;
  readonly sender?: Party;
  readonly itemsTotal?: number;
  readonly packagesTotal?: number;
  readonly consignee?: Party;
  readonly financialParty?: Party;
  readonly tradingCountry?: string;
  readonly totalCustomsValue?: string;
  readonly declarant?: Declarant;
  readonly representative?: RepresentativeOnDeclaration;
  readonly dispatchCountry?: string;
  /** A country, "various" or "unknown". */
  readonly originCountryOverall?: string;
  readonly destinationCountry?: string;
  readonly transportArrival?: Transport;
  readonly containerFlag?: boolean;
  readonly deliveryTerms?: { readonly code?: string; readonly place?: string };
  /** Known at filing, else before release (art. 291.3). */
  readonly transportBorder?: Transport;
  readonly invoiceCurrency?: string;
  readonly invoiceTotal?: string;
  readonly deliveryCostsShownApart?: boolean;
  readonly exchangeRate?: string;
  readonly rateDate?: string;
  readonly dealNature?: string;
  readonly modeBorder?: string;
  readonly modeInland?: string;
  readonly entryExitOffice?: string;
  readonly goodsLocation?: {
    readonly type?: string;
    readonly address?: string;
    readonly warehouseRegisterNumber?: string;
    readonly vehicleNumber?: string;
  };
  readonly warehouse?: string;
  readonly filledBy?: {
    readonly name?: string;
    readonly position?: string;
    readonly phone?: string;
    readonly certificateNumber?: string;
  };
  readonly place?: string;
  readonly date?: string;
  readonly documents?: readonly DocumentReference[];
  readonly paymentTotals?: readonly PaymentLine[];
  readonly items: readonly ItemDraft[];
}

/** A deal exists when a party to it declares (art. 284.1); its data are then due (art. 279.2.7). */
export function dealExists(draft: DeclarationDraft): boolean {
  return draft.declarant?.capacity === 'DEAL_PARTY';
}

/** Customs value is declared for imports, and wherever a declaration shows it (art. 279.2.5). */
export function customsValueIsDeclared(draft: DeclarationDraft): boolean {
  return draft.direction === 'IM' || draft.items.some((item) => item.customsValue !== undefined);
}

/** The two digits of box 37 that name the earlier procedure. */
export function previousProcedure(item: ItemDraft): string | undefined {
  return item.procedure?.slice(2, 4);
}
