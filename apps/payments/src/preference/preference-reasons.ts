/** Why a tariff preference is not given (art. 96, 123). */
import { art, defineReasons } from '@shekara/kernel';

export const preferenceReasons = defineReasons({
  PREFERENCE_ORIGIN_UNPROVEN: {
    article: { CODE_2010: art(96, 1) },
    text: {
      en: 'The origin on which the preference rests is not proved.',
      ru: 'Происхождение товара, дающее право на преференцию, не подтверждено.',
      kk: 'Преференцияға құқық беретін тауардың шығарылған елі расталмаған.',
    },
    cure: {
      en: 'Pay at the most-favoured-nation rate; hand in the proof within one year of registration to get the difference back.',
      ru: 'Уплатите по ставке режима наибольшего благоприятствования; представьте подтверждение в течение года со дня регистрации, чтобы вернуть разницу.',
      kk: 'Барынша қолайлылық режимінің мөлшерлемесі бойынша төлеңіз; айырманы қайтару үшін растауды тіркелген күннен бастап бір жыл ішінде ұсыныңыз.',
    },
  },
  PREFERENCE_CLAIMED_LATE: {
    article: { CODE_2010: art(96, 3) },
    text: {
      en: 'The preference is claimed for the first time more than one year after the declaration was registered.',
      ru: 'Преференция впервые заявлена более чем через год после регистрации декларации.',
      kk: 'Преференция декларация тіркелгеннен кейін бір жылдан астам уақыт өткен соң алғаш рет мәлімделген.',
    },
    cure: {
      en: 'None: the year of article 96 is over; the most-favoured-nation rate stays.',
      ru: 'Нет: годичный срок статьи 96 истёк; применяется ставка режима наибольшего благоприятствования.',
      kk: 'Жоқ: 96-баптағы бір жылдық мерзім өтті; барынша қолайлылық режимінің мөлшерлемесі қалады.',
    },
  },
  PREFERENCE_NOT_LISTED: {
    article: { CODE_2010: art(123, 1) },
    text: {
      en: 'On the rate date the lists give this origin and these goods no such preference.',
      ru: 'На дату применения ставок перечни не дают этому происхождению и этим товарам такой преференции.',
      kk: 'Мөлшерлемелер қолданылатын күні тізбелер бұл шығарылған елге және бұл тауарларға мұндай преференция бермейді.',
    },
    cure: {
      en: 'Name the preference that fits the origin and the code, or claim none.',
      ru: 'Укажите преференцию, соответствующую происхождению и коду, или не заявляйте её.',
      kk: 'Шығарылған елге және кодқа сәйкес келетін преференцияны көрсетіңіз немесе оны мәлімдемеңіз.',
    },
  },
  PREFERENCE_QUOTA_QUANTITY_MISSING: {
    article: { CODE_2010: art(123, 1) },
    text: {
      en: 'The quantity that the preferential quota is counted in is not declared.',
      ru: 'Не заявлено количество в единице, в которой учитывается тарифная квота.',
      kk: 'Преференциялық квота есептелетін бірліктегі мөлшер мәлімделмеген.',
    },
    cure: {
      en: 'Declare the quantity in the unit of the quota.',
      ru: 'Заявите количество в единице измерения квоты.',
      kk: 'Мөлшерді квотаның өлшем бірлігінде мәлімдеңіз.',
    },
  },
  PREFERENCE_QUOTA_USED_UP: {
    article: { CODE_2010: art(123, 1) },
    text: {
      en: 'The preferential quota has no balance left for this quantity.',
      ru: 'Остаток тарифной квоты недостаточен для этого количества.',
      kk: 'Преференциялық квотаның қалдығы бұл мөлшерге жетпейді.',
    },
    cure: {
      en: 'Declare the quantity that the balance allows under the quota and the rest without it.',
      ru: 'Заявите по квоте количество в пределах остатка, остальное — без неё.',
      kk: 'Квота бойынша қалдық шегіндегі мөлшерді, қалғанын квотасыз мәлімдеңіз.',
    },
  },
});
