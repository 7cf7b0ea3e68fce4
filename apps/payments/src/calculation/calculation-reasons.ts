/** Why payments cannot be calculated: the declaration or the reference data lack a figure that the formula needs. */
import { art, defineReasons } from '@shekara/kernel';

export const calculationReasons = defineReasons({
  TARIFF_CODE_WITHOUT_RATE: {
    article: { CODE_2010: art(126, 2) },
    text: {
      en: 'The commodity code has no import duty rate in the tariff of the rate date.',
      ru: 'Для кода товара нет ставки ввозной таможенной пошлины в тарифе на дату применения ставок.',
      kk: 'Мөлшерлемелер қолданылатын күнгі тарифте тауар коды үшін кедендік әкелу бажының мөлшерлемесі жоқ.',
    },
    cure: {
      en: 'State a ten-digit code of the tariff in force on the registration day.',
      ru: 'Укажите десятизначный код тарифа, действующего на день регистрации декларации.',
      kk: 'Декларация тіркелген күні қолданыста болған тарифтің он таңбалы кодын көрсетіңіз.',
    },
  },
  RATE_QUANTITY_MISSING: {
    article: { CODE_2010: art(124, 2) },
    text: {
      en: 'The rate is set per physical unit and the item does not state the quantity in that unit.',
      ru: 'Ставка установлена за физическую единицу, а количество товара в этой единице не указано.',
      kk: 'Мөлшерлеме физикалық бірлікке белгіленген, ал тауардың осы бірліктегі саны көрсетілмеген.',
    },
    cure: {
      en: 'State the quantity in the unit of the rate.',
      ru: 'Укажите количество товара в единице измерения ставки.',
      kk: 'Тауардың санын мөлшерлеменің өлшем бірлігінде көрсетіңіз.',
    },
  },
  RATE_BASE_NEGATIVE: {
    article: { CODE_2010: art(124, 2) },
    text: {
      en: 'The customs value, weight or quantity of the item is negative.',
      ru: 'Таможенная стоимость, вес или количество товара отрицательны.',
      kk: 'Тауардың кедендік құны, салмағы немесе саны теріс.',
    },
    cure: {
      en: 'State a customs value, weight and quantity of zero or more.',
      ru: 'Укажите таможенную стоимость, вес и количество не меньше нуля.',
      kk: 'Кедендік құнды, салмақты және санды нөлден кем емес етіп көрсетіңіз.',
    },
  },
  EXCHANGE_RATE_MISSING: {
    article: { CODE_2010: art(127) },
    text: {
      en: 'No exchange rate of the currency is known for the rate date.',
      ru: 'На дату применения ставок нет курса этой валюты.',
      kk: 'Мөлшерлемелер қолданылатын күнге бұл валютаның бағамы жоқ.',
    },
    cure: {
      en: 'State a currency that has a market rate, or wait until the rate of the day is published.',
      ru: 'Укажите валюту, для которой есть рыночный курс, или дождитесь публикации курса на этот день.',
      kk: 'Нарықтық бағамы бар валютаны көрсетіңіз немесе сол күннің бағамы жарияланғанын күтіңіз.',
    },
  },
  PROCEDURE_NEEDS_ASSESSMENT: {
    article: { CODE_2010: art(125, 2) },
    text: {
      en: 'Payments under this procedure are not calculated by machine; an officer assesses them.',
      ru: 'Платежи по этой процедуре не исчисляются автоматически, их определяет должностное лицо.',
      kk: 'Бұл рәсім бойынша төлемдер автоматты түрде есептелмейді, оларды лауазымды тұлға айқындайды.',
    },
    cure: {
      en: 'Wait for the officer of the clearing body (queue Q-PAY-02).',
      ru: 'Дождитесь расчёта должностного лица таможенного органа (очередь Q-PAY-02).',
      kk: 'Кеден органының лауазымды тұлғасының есебін күтіңіз (Q-PAY-02 кезегі).',
    },
  },
  CUSTOMS_VALUE_MISSING: {
    article: { CODE_2010: art(124, 2) },
    text: {
      en: 'The sum is a part of the customs value, and the item states none.',
      ru: 'Сумма исчисляется от таможенной стоимости, а она по товару не указана.',
      kk: 'Сома кедендік құннан есептеледі, ал тауар бойынша ол көрсетілмеген.',
    },
    cure: {
      en: 'State the customs value of the item.',
      ru: 'Укажите таможенную стоимость товара.',
      kk: 'Тауардың кедендік құнын көрсетіңіз.',
    },
  },
  TEMPORARY_IMPORT_PERIOD_MISSING: {
    article: { CODE_2010: art(386, 3) },
    text: {
      en: 'The sum depends on the months of temporary import, and its period or full exemption is not stated.',
      ru: 'Сумма зависит от срока временного ввоза, а срок или полное освобождение не указаны.',
      kk: 'Сома уақытша әкелу мерзіміне байланысты, ал мерзім немесе толық босату көрсетілмеген.',
    },
    cure: {
      en: 'State the months or the last day of the period, or wait for the officer (queue Q-PAY-02).',
      ru: 'Укажите число месяцев или последний день срока либо дождитесь расчёта должностного лица (очередь Q-PAY-02).',
      kk: 'Айлар санын немесе мерзімнің соңғы күнін көрсетіңіз не лауазымды тұлғаның есебін күтіңіз (Q-PAY-02 кезегі).',
    },
  },
  MEMBER_STATE_TAXES_MISSING: {
    article: { CODE_2010: art(126, 5) },
    text: {
      en: 'The taxes of the member state in which the goods were found are not loaded for these goods and this day.',
      ru: 'Налоги государства-члена, в котором обнаружены товары, для этих товаров на эту дату не загружены.',
      kk: 'Тауарлар табылған мүше мемлекеттің салықтары бұл тауарлар үшін осы күнге жүктелмеген.',
    },
    cure: {
      en: 'Ask the customs body of that state: the sum is payable there.',
      ru: 'Обратитесь в таможенный орган этого государства: сумма уплачивается там.',
      kk: 'Сол мемлекеттің кеден органына жүгініңіз: сома сонда төленеді.',
    },
  },
});
