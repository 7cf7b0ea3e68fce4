/** Why a customs receipt voucher is not filled, paid or taken back (art. 424.1, 472). */
import { art, defineReasons } from '@shekara/kernel';

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
  VOUCHER_OWES_NOTHING: {
    article: { CODE_2010: art(472, 2) },
    text: {
      en: 'By this value and these rates nothing is payable.',
      ru: 'По этой стоимости и этим ставкам платить нечего.',
      kk: 'Осы құн мен мөлшерлемелер бойынша төлейтін ештеңе жоқ.',
    },
    cure: {
      en: 'Let the goods go without a voucher, or state the value and the rate.',
      ru: 'Выпустите товары без ордера либо укажите стоимость и ставку.',
      kk: 'Тауарларды ордерсіз шығарыңыз немесе құн мен мөлшерлемені көрсетіңіз.',
    },
  },
  PERSONAL_GOODS_OF_PERSON: {
    article: { CODE_2010: art(472, 1) },
    text: {
      en: 'Personal goods are those of a natural person, who has an IIN.',
      ru: 'Товары для личного пользования принадлежат физическому лицу, у которого есть ИИН.',
      kk: 'Жеке пайдалануға арналған тауарлар ЖСН бар жеке тұлғаға тиесілі.',
    },
    cure: {
      en: 'State the IIN of the person.',
      ru: 'Укажите ИИН лица.',
      kk: 'Тұлғаның ЖСН көрсетіңіз.',
    },
  },
  VOUCHER_NOT_OPEN: {
    article: { CODE_2010: art(472, 1) },
    text: {
      en: 'The voucher is paid or taken back.',
      ru: 'Ордер оплачен или отозван.',
      kk: 'Ордер төленген немесе кері қайтарылған.',
    },
    cure: {
      en: 'Read the voucher; for a paid one apply for a refund.',
      ru: 'Откройте ордер; по оплаченному подайте заявление о возврате.',
      kk: 'Ордерді ашыңыз; төленгені бойынша қайтару туралы өтініш беріңіз.',
    },
  },
});
