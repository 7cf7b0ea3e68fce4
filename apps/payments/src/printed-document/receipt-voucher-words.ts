/** The words of receipt vouchers in Kazakh, Russian and English. */
import type { Sentence } from '@shekara/kernel';

export const VOUCHER_WORDS = {
  personalGoods: {
    kk: 'Жазбаша декларацияланған жеке пайдалануға арналған тауарлар',
    ru: 'Товары для личного пользования, задекларированные в письменной форме',
    en: 'Personal goods declared in writing',
  },
  postalGoods: {
    kk: 'Тауар декларациясын талап етпейтін халықаралық пошта жөнелтілімдері',
    ru: 'Международные почтовые отправления без декларации на товары',
    en: 'International post without a goods declaration',
  },
  document: {
    kk: 'Декларация немесе пошта құжаты',
    ru: 'Декларация или почтовый документ',
    en: 'Declaration or postal paper',
  },
  goods: { kk: 'Тауарлар', ru: 'Товары', en: 'Goods' },
  quantity: { kk: 'Саны', ru: 'Количество', en: 'Quantity' },
  sum: { kk: 'Төлем сомасы', ru: 'Сумма платежа', en: 'Sum to pay' },
  basis: { kk: 'Есептеу негізі', ru: 'Основа исчисления', en: 'Basis' },
  figure: { kk: 'Теңге немесе мөлшерлеме', ru: 'Тенге или ставка', en: 'KZT or rate' },
  value: { kk: 'Тауарлардың құны', ru: 'Стоимость товаров', en: 'Value of the goods' },
  excise: { kk: 'Акциз', ru: 'Акциз', en: 'Excise' },
  uniformRate: { kk: 'Бірыңғай мөлшерлеме', ru: 'Единая ставка', en: 'Uniform rate' },
  unpaid: {
    kk: 'Басып шығарылған күні ордер төленбеген.',
    ru: 'На день печати ордер не оплачен.',
    en: 'The voucher is not paid on the day of printing.',
  },
  paid: { kk: 'Төленген күні:', ru: 'Оплачен', en: 'Paid on' },
  copies: {
    kk: 'Ордер екі данада толтырылды: бірі – төлеушіге, екіншісі – кеден органына.',
    ru: 'Ордер заполнен в двух экземплярах: один – плательщику, другой – таможенному органу.',
    en: 'The voucher is filled in two copies: one for the payer, one for the customs body.',
  },
} as const satisfies Record<string, Sentence>;
