/** A customs receipt voucher as the payer receives it: one of its two copies (art. 424.1, 472.1). */
import { Money, type Sentence } from '@shekara/kernel';
import type { Part, PrintedDocument } from '@shekara/printing';
import type { PaymentKind } from '../payment-kind.js';
import type { WrittenGoods, WrittenRate } from '../receipt-voucher/receipt-voucher.js';
import { PAYMENT_NAMES } from './payment-names.js';
import { factsPart, framed, type Printing } from './printed-content.js';
import { type Language, shownDate, shownSum, speaking } from './print-words.js';
import { VOUCHER_WORDS } from './receipt-voucher-words.js';

export interface VoucherToPrint {
  readonly number: string;
  readonly customsBody: string;
  readonly payer: string;
  readonly payerName: string;
  readonly payerAddress: string;
  readonly goods: WrittenGoods;
  readonly rate: WrittenRate;
  readonly paymentKind: PaymentKind;
  readonly base: string;
  readonly amount: string;
  readonly issuedOn: string;
  readonly issuedBy: string;
  readonly paidOn: string | null;
}

const TITLE: Sentence = {
  kk: 'Кедендік кіріс ордері',
  ru: 'Таможенный приходный ордер',
  en: 'Customs receipt voucher',
};

/** Names the person, the goods, how the sum came about and the sum; says that one copy is the payer's. */
export function printReceiptVoucher(voucher: VoucherToPrint, printing: Printing): PrintedDocument {
  const { language, bodyName } = printing;
  const say = speaking(language);
  const words = (word: keyof typeof VOUCHER_WORDS) => VOUCHER_WORDS[word][language];
  const { goods, customsBody, number, paidOn } = voucher;
  return framed(printing, {
    customsBody,
    number,
    title: TITLE[language],
    parts: [
      factsPart(language, [
        ['date', shownDate(voucher.issuedOn)],
        ['payer', voucher.payerName],
        ['payerNumber', voucher.payer],
        ['address', voucher.payerAddress],
        ['customsBody', bodyName(customsBody)],
      ]),
      { is: 'HEADING', text: words(goods.kind === 'PERSONAL' ? 'personalGoods' : 'postalGoods') },
      { is: 'FACTS', facts: [[words('document'), goods.document]] },
      {
        is: 'TABLE',
        columns: [
          { title: words('goods'), align: 'left', share: 3 },
          { title: words('quantity'), align: 'right', share: 1 },
        ],
        rows: goods.items.map(({ description, quantity }) => [description, quantity]),
      },
      { is: 'HEADING', text: words('sum') },
      sumPart(voucher, language),
      { is: 'PARAGRAPH', text: paidOn === null ? words('unpaid') : `${words('paid')} ${shownDate(paidOn)}` },
      { is: 'PARAGRAPH', text: words('copies'), small: true },
      {
        is: 'SIGNATURES',
        signatures: [
          { who: say('official'), signature: voucher.issuedBy },
          { who: say('payer'), signature: '' },
        ],
      },
    ],
  });
}

/** Value, rates and the sum: of an aggregate payment the rates it was computed by, which are one sum (art. 472.2). */
function sumPart({ base, rate, paymentKind, amount }: VoucherToPrint, language: Language): Part {
  const words = (word: keyof typeof VOUCHER_WORDS) => VOUCHER_WORDS[word][language];
  const percent = (text: string) => `${language === 'en' ? text : text.replace('.', ',')} %`;
  const rates: readonly (readonly [string, string])[] =
    rate.mode === 'UNIFORM'
      ? [[words('uniformRate'), percent(rate.percent)]]
      : [
          [PAYMENT_NAMES.IMPORT_DUTY[language], percent(rate.dutyPercent)],
          [words('excise'), shownSum(Money.ofTenge(rate.excise), language)],
          [PAYMENT_NAMES.IMPORT_VAT[language], percent(rate.vatPercent)],
        ];
  return {
    is: 'TABLE',
    columns: [
      { title: words('basis'), align: 'left', share: 3 },
      { title: words('figure'), align: 'right', share: 1.6 },
    ],
    rows: [[words('value'), shownSum(Money.ofTenge(base), language)], ...rates],
    total: [PAYMENT_NAMES[paymentKind][language], shownSum(Money.ofTenge(amount), language)],
  };
}
