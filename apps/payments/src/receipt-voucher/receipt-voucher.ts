/** The customs receipt voucher for personal and postal goods (art. 424.1, 472; F-18): which sum it carries, who fills it. */
import type { CivilDate } from '@shekara/calendar';
import { art, decide, type Decision, defineReasons, Exact, Money, when } from '@shekara/kernel';

export const receiptVoucherReasons = defineReasons({
  VOUCHER_NEEDS_OFFICER: {
    article: { CODE_2010: art(472, 1) },
    text: {
      en: 'A customs receipt voucher is filled by an officer.',
      ru: 'Таможенный приходный ордер заполняет должностное лицо таможенного органа.',
      kk: 'Кедендік кіріс ордерін кеден органының лауазымды тұлғасы толтырады.',
    },
    cure: {
      en: 'Hand the goods to the officer of the border or post office.',
      ru: 'Предъявите товары должностному лицу пункта пропуска или места международного почтового обмена.',
      kk: 'Тауарларды өткізу пунктінің немесе халықаралық пошта алмасу орнының лауазымды тұлғасына көрсетіңіз.',
    },
  },
  VOUCHER_NOT_FOR_THESE_GOODS: {
    article: { CODE_2010: art(424, 1) },
    text: {
      en: 'These goods need a goods declaration; a voucher is for personal goods declared in writing and for post without one.',
      ru: 'Для этих товаров нужна декларация на товары; ордер применяется к товарам личного пользования и почтовым отправлениям без декларации.',
      kk: 'Бұл тауарларға тауар декларациясы қажет; ордер жеке пайдалануға арналған тауарларға және декларациясыз пошта жөнелтілімдеріне қолданылады.',
    },
    cure: {
      en: 'Lodge a goods declaration.',
      ru: 'Подайте декларацию на товары.',
      kk: 'Тауар декларациясын беріңіз.',
    },
  },
});

export type VoucherGoods =
  | { readonly kind: 'PERSONAL'; readonly declaredInWriting: boolean; readonly value: Exact }
  | {
      readonly kind: 'POSTAL';
      readonly needsGoodsDeclaration: boolean;
      /** From the papers of the Universal Postal Union. */
      readonly valueInPostalPapers: Exact;
      readonly declaredValue: Exact | undefined;
    };

/** Uniform rates, or one aggregate payment: the officer names which applies; the sums come from art. 126 rates (art. 472.2). */
export type VoucherRate =
  | { readonly mode: 'UNIFORM'; readonly percent: Exact }
  | {
      readonly mode: 'AGGREGATE';
      readonly dutyPercent: Exact;
      readonly vatPercent: Exact;
      readonly excise: Exact;
    };

export interface VoucherToFill {
  readonly goods: VoucherGoods;
  readonly rate: VoucherRate;
  readonly filledByOfficer: boolean;
  readonly on: CivilDate;
}

export interface VoucherFilled {
  readonly type: 'ReceiptVoucherFilled';
  /** KZT, unrounded: what the rate was applied to. */
  readonly base: Exact;
  readonly sum: Money;
  readonly on: CivilDate;
  /** One copy goes to the payer. */
  readonly copies: readonly ['CUSTOMS', 'PAYER'];
}

/** The value of postal goods: that of the postal papers, or the declared one when it is higher (R-PAY-112). */
export function voucherValue(goods: VoucherGoods): Exact {
  if (goods.kind === 'PERSONAL') return goods.value;
  return Exact.max(goods.valueInPostalPapers, goods.declaredValue ?? 0);
}

/** F-18: duty, excise, and VAT on value, duty and excise, as one sum; or the uniform rate (R-PAY-110). Rounded once. */
export function voucherSum(value: Exact, rate: VoucherRate): Money {
  if (rate.mode === 'UNIFORM') return Money.round(percentOf(value, rate.percent));
  const duty = percentOf(value, rate.dutyPercent);
  const vat = percentOf(value.plus(duty).plus(rate.excise), rate.vatPercent);
  return Money.round(duty.plus(rate.excise).plus(vat));
}

/** Fills the voucher, or refuses VOUCHER_NEEDS_OFFICER, VOUCHER_NOT_FOR_THESE_GOODS (R-PAY-109). */
export function fillVoucher({ goods, rate, filledByOfficer, on }: VoucherToFill): Decision<VoucherFilled> {
  const fits = goods.kind === 'PERSONAL' ? goods.declaredInWriting : !goods.needsGoodsDeclaration;
  return decide(
    [
      when(!filledByOfficer, receiptVoucherReasons.VOUCHER_NEEDS_OFFICER),
      when(!fits, receiptVoucherReasons.VOUCHER_NOT_FOR_THESE_GOODS),
    ],
    () => {
      const base = voucherValue(goods);
      return [
        { type: 'ReceiptVoucherFilled', base, sum: voucherSum(base, rate), on, copies: ['CUSTOMS', 'PAYER'] },
      ];
    },
  );
}

function percentOf(value: Exact, percent: Exact): Exact {
  return value.times(percent).dividedBy(100);
}
