/** What a registered declaration and an accepted arrival notice say, as the facts that expressions read. */
import { Exact, Money } from '@shekara/kernel';
import type {
  ArrivalItemFacts,
  ArrivalView,
  DeclarationItemFacts,
  DeclarationView,
  PersonFacts,
} from '../risk-profile/fact-view.js';

/** An amount of a message, in tiyn. */
interface TiynAmount {
  readonly tiyn: bigint;
}

/** The declaration as its registration tells it; texts are empty where the document is. */
export interface RegisteredDeclaration {
  readonly direction: string;
  readonly procedure: string;
  readonly declarant?: { readonly identificationNumber: string };
  readonly representative: string;
  readonly dispatchCountry: string;
  readonly invoiceCurrency: string;
  readonly invoiceTotal: string;
  readonly customsValue?: TiynAmount;
  readonly documents: readonly { readonly kind: string }[];
  readonly items: readonly {
    readonly number: number;
    readonly commodityCode: string;
    readonly description: string;
    readonly originCountry: string;
    readonly grossWeightKg: string;
    readonly netWeightKg: string;
    readonly supplementaryQuantity: string;
    readonly itemPrice: string;
    readonly customsValue?: TiynAmount;
    readonly preference: string;
    readonly packageCount: number;
  }[];
}

/** The notice as its acceptance tells it. */
export interface AcceptedArrivalNotice {
  readonly customsBody: string;
  readonly mode: string;
  readonly originCountry: string;
  readonly carrier?: { readonly identificationNumber: string };
  readonly goods: readonly {
    readonly line: number;
    readonly commodityCode: string;
    readonly name: string;
    readonly packageCount: number;
    readonly grossWeightKg: string;
  }[];
}

const DIRECTIONS: Readonly<Record<string, string>> = { IM: 'IMPORT', EX: 'EXPORT' };

/** A field that the document leaves empty is absent: an expression that reads it fails and is seen. */
function text(value: string): string | undefined {
  return value === '' ? undefined : value;
}

function decimal(value: string): Exact | undefined {
  return value === '' ? undefined : new Exact(value);
}

function tenge(amount: TiynAmount | undefined): Exact | undefined {
  return amount && Money.ofTiyn(amount.tiyn).toExact();
}

/** Leaves absent fields out: for expressions a field that is there but undefined would still be a field. */
function present<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}

/** Money in tenge, weights in kilograms. Mode of transport, trading country and terms of delivery are not told. */
export function declarationView(declaration: RegisteredDeclaration, person: PersonFacts): DeclarationView {
  const documents = declaration.documents.map(({ kind }) => kind);
  const packages = declaration.items.reduce((total, { packageCount }) => total + packageCount, 0);
  return {
    stage: 'DECLARATION',
    header: present({
      procedure: declaration.procedure,
      direction: DIRECTIONS[declaration.direction] ?? declaration.direction,
      departureCountry: text(declaration.dispatchCountry),
      currency: text(declaration.invoiceCurrency),
      declarant: text(declaration.declarant?.identificationNumber ?? ''),
      representative: text(declaration.representative),
      totalCustomsValue: tenge(declaration.customsValue),
      totalInvoice: decimal(declaration.invoiceTotal),
      packages: BigInt(packages),
      itemCount: BigInt(declaration.items.length),
    }),
    items: declaration.items.map((item): DeclarationItemFacts =>
      present({
        number: BigInt(item.number),
        commodityCode: item.commodityCode,
        description: text(item.description),
        originCountry: text(item.originCountry),
        preferenceClaimed: item.preference !== '',
        customsValue: tenge(item.customsValue),
        invoicePrice: decimal(item.itemPrice),
        netKg: decimal(item.netWeightKg),
        grossKg: decimal(item.grossWeightKg),
        packages: BigInt(item.packageCount),
        quantity: decimal(item.supplementaryQuantity),
        documents,
      }),
    ),
    person,
  };
}

/** Weights in kilograms; the total is absent where one line is measured by volume. */
export function arrivalView(notice: AcceptedArrivalNotice, person: PersonFacts): ArrivalView {
  const weights = notice.goods.map(({ grossWeightKg }) => decimal(grossWeightKg));
  const known = weights.filter((weight) => weight !== undefined);
  const packages = notice.goods.reduce((total, { packageCount }) => total + packageCount, 0);
  return {
    stage: 'ARRIVAL',
    header: present({
      transportMode: notice.mode,
      departureCountry: text(notice.originCountry),
      checkpoint: text(notice.customsBody),
      carrier: text(notice.carrier?.identificationNumber ?? ''),
      packages: BigInt(packages),
      grossKg:
        known.length === weights.length
          ? known.reduce((total, weight) => total.plus(weight), new Exact(0))
          : undefined,
      itemCount: BigInt(notice.goods.length),
    }),
    items: notice.goods.map((goods): ArrivalItemFacts =>
      present({
        number: BigInt(goods.line),
        commodityCode: goods.commodityCode,
        description: text(goods.name),
        originCountry: text(notice.originCountry),
        packages: BigInt(goods.packageCount),
        grossKg: decimal(goods.grossWeightKg),
      }),
    ),
    person,
  };
}
