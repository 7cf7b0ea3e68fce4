/** Why an adjustment after release is not taken or rejected (art. 289.2, 289.3, 132). */
import { art, defineReasons } from '@shekara/kernel';
import { AMENDMENT_REFUSAL } from '../amendment/amendment-reasons.js';

const OWN_REFUSALS = defineReasons({
  NOT_PROVEN: {
    article: { CODE_2010: art(289, 2) },
    text: {
      en: 'The new data are not proven.',
      ru: 'Новые сведения не подтверждены.',
      kk: 'Жаңа мәліметтер расталмаған.',
    },
    cure: {
      en: 'Submit the adjustment again with the documents that prove it.',
      ru: 'Подайте корректировку снова с подтверждающими документами.',
      kk: 'Растайтын құжаттармен түзетуді қайта беріңіз.',
    },
  },
});

/** What the officer may reject an adjustment for (L3). */
export const ADJUSTMENT_REFUSAL = { ...OWN_REFUSALS, OTHER_GOODS: AMENDMENT_REFUSAL.OTHER_GOODS } as const;

export type AdjustmentRefusalCode = keyof typeof ADJUSTMENT_REFUSAL;

export const ADJUSTMENT_COMMAND_REFUSALS = defineReasons({
  NOT_RELEASED: {
    article: { CODE_2010: art(289, 2) },
    text: {
      en: 'The goods are not released: the declaration is changed by an amendment.',
      ru: 'Товары не выпущены: сведения меняются до выпуска.',
      kk: 'Тауарлар шығарылмаған: мәліметтер шығарғанға дейін өзгертіледі.',
    },
    cure: {
      en: 'Ask for an amendment before release.',
      ru: 'Подайте обращение об изменении сведений до выпуска.',
      kk: 'Шығарғанға дейін мәліметтерді өзгерту туралы өтініш беріңіз.',
    },
  },
  ADJUSTMENT_LIMIT_OVER: {
    article: { CODE_2010: art(132, 1) },
    text: {
      en: 'Five years since the declaring ended are over, and no control, complaint or court case extends them.',
      ru: 'Пять лет со дня завершения декларирования истекли и не продлены контролем, жалобой или делом в суде.',
      kk: 'Декларациялау аяқталғаннан бері бес жыл өтті және бақылау, шағым немесе сот ісі оны ұзартпайды.',
    },
    cure: {
      en: 'Name the control, complaint or court case that is still running.',
      ru: 'Укажите продолжающийся контроль, жалобу или дело в суде.',
      kk: 'Жүріп жатқан бақылауды, шағымды немесе сот ісін көрсетіңіз.',
    },
  },
  FIELD_NOT_FOR_CUSTOMS: {
    article: { CODE_2010: art(289, 3) },
    text: {
      en: 'Customs may adjust value, other duty-relevant data and bans or restrictions, not this field.',
      ru: 'Таможенный орган вправе корректировать стоимость, сведения о платежах, запреты и ограничения, но не это поле.',
      kk: 'Кеден органы құнды, төлемдерге қатысты мәліметтерді, тыйымдар мен шектеулерді түзете алады, бұл өрісті емес.',
    },
    cure: {
      en: 'Leave the field to the declarant.',
      ru: 'Оставьте это поле декларанту.',
      kk: 'Бұл өрісті декларантқа қалдырыңыз.',
    },
  },
});
