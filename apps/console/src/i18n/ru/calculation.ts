import type { calculation as en } from '../en/calculation.js';
import type { Words } from '../words.js';

export const calculation: Words<typeof en> = {
  calculationIntro:
    'Сколько придётся уплатить за товары, которые ещё не задекларированы. Ничего не сохраняется.',
  calculationGoods: 'Товары',
  calculationProcedure: 'Таможенная процедура',
  calculationProcedureHint: 'Две цифры, 40 — выпуск для внутреннего потребления.',
  calculationDay: 'День регистрации',
  calculationDayHint: 'Применяются его ставки; сегодня, если пусто.',
  calculationCode: 'Код ТН ВЭД, 10 цифр',
  calculationValue: 'Таможенная стоимость',
  calculationCurrency: 'Валюта',
  calculationQuantity: 'Количество (если нужно)',
  calculationUnit: 'Единица количества',
  calculationAdd: 'Добавить товар',
  calculationRemove: 'Удалить товар {number}',
  calculationSubmit: 'Рассчитать',
  calculationTotal: 'Всего к уплате: {total}',
  calculationLines: 'Каждый платёж по каждому товару',
  calculationItem: 'Товар',
  calculationBase: 'Основа',
  calculationRate: 'Ставка',
  calculationRateOn: 'на {day}',
  calculationExchange: '1 {currency} = {kzt} KZT на {day}',
  calculationPayable: 'К уплате',
  calculationRatesOf: 'Ставки на',
  calculationOrigin: 'Страна происхождения',
  calculationPreference: 'Преференция или льгота (графа 36)',
  calculationOriginProved: 'Происхождение подтверждено',
  calculationContingent: 'при нарушении: {amount}',
  calculationRelief: 'льгота {amount}, {article}',
};
