/** A line of the calculation as people and messages read it: every figure with its base, rate, date and article. */
import type { Span } from '@shekara/calendar';
import type { Reason } from '@shekara/kernel';
import type { ReliefClass } from '@shekara/reference-data';
import type { TakenOff } from '../relief/taken-off.js';
import type { PaymentBase, PaymentLine, AppliedRate } from './payment-line.js';

export interface PaymentLineView {
  /** 0 for a payment of the whole declaration. */
  readonly item: number;
  readonly kind: string;
  /** "10000000 KZT", "2000 KGM", or both; empty for a fixed sum. */
  readonly base: string;
  /** "10 %", "0.6 EUR per 1 KGM", "15 %, at least 0.6 EUR per 1 KGM"; empty for a fixed sum. */
  readonly rate: string;
  readonly rateDate: string;
  readonly exchangeRates: readonly {
    readonly currency: string;
    readonly kzt: string;
    readonly date: string;
  }[];
  readonly article: string;
  readonly rule: string;
  readonly calculated: string;
  readonly payable: string;
  readonly notPayable?: string;
  /** What falls due when the conditions of the procedure break, and by which row of the trigger matrix. */
  readonly contingent?: string;
  readonly breach?: string;
  /** Paid under the earlier procedure and not payable again. */
  readonly deducted?: string;
  /** The tariff preference that lowered the duty, and the share of the rate that it left: "PREF_DEVELOPING, 0.75". */
  readonly preference?: string;
  readonly relief?: ReliefView;
  /** Claims of box 36 that were refused; `GET /v1/reasons` explains the codes. */
  readonly refusedClaims?: readonly RefusedClaimView[];
}

/** What a preference or relief took off. */
export interface ReliefView {
  readonly code: string;
  readonly class: ReliefClass;
  readonly article: string;
  /** KZT. */
  readonly relieved: string;
  /** Present where the goods may be used only as the relief says. */
  readonly useLimits?: { readonly period?: Span };
}

export type RefusedClaimView = Pick<Reason, 'code' | 'article' | 'parameters'>;

export function lineView(line: PaymentLine): PaymentLineView {
  return {
    item: line.item ?? 0,
    kind: line.kind,
    base: baseText(line.base),
    rate: rateText(line.rate),
    rateDate: line.rateDate,
    exchangeRates: line.exchangeRates.map(({ currency, kztPerUnit, date }) => ({
      currency,
      kzt: kztPerUnit.toFixed(),
      date,
    })),
    article: line.article,
    rule: line.rule,
    calculated: line.calculated.toString(),
    payable: line.payable.toString(),
    ...(line.notPayable ? { notPayable: line.notPayable } : {}),
    ...(line.contingent
      ? { contingent: line.contingent.amount.toString(), breach: line.contingent.trigger }
      : {}),
    ...(line.deducted ? { deducted: line.deducted.toString() } : {}),
    ...(line.preference ? { preference: `${line.preference.kind}, ${line.preference.share.toFixed()}` } : {}),
    ...(line.takenOff ? { relief: reliefView(line.takenOff) } : {}),
    ...(line.refusedClaims
      ? {
          refusedClaims: line.refusedClaims.map(({ code, article, parameters }) => ({
            code,
            article,
            parameters,
          })),
        }
      : {}),
  };
}

function reliefView({ relieved, ...relief }: TakenOff): ReliefView {
  return { ...relief, relieved: relieved.toString() };
}

function baseText({ value, quantity }: PaymentBase): string {
  return [value && `${value.toFixed()} KZT`, quantity && `${quantity.amount.toFixed()} ${quantity.unit}`]
    .filter((part) => part !== undefined)
    .join(', ');
}

function rateText({ type, combineMode, percent, specific }: AppliedRate): string {
  const ofValue = percent && `${percent.toFixed()} %`;
  const perUnit =
    specific &&
    `${specific.amount.toFixed()} ${specific.currency} per ${specific.perQuantity.toFixed()} ${specific.unit}`;
  if (type !== 'COMBINED') return ofValue ?? perUnit ?? '';
  return combineMode === 'SUM' ? `${ofValue} plus ${perUnit}` : `${ofValue}, at least ${perUnit}`;
}
