/** Reasons to refuse a step in the life of a control instruction. */
import { art, defineReasons } from '@shekara/kernel';

export const instructionReasons = defineReasons({
  RSK_OUTCOME_MISSING: {
    article: { CODE_2010: art(219, '2') },
    text: {
      en: 'The result of the control is not recorded.',
      ru: 'Результат контроля не зафиксирован.',
      kk: 'Бақылау нәтижесі тіркелмеген.',
    },
    cure: {
      en: 'Record the result of every instruction first.',
      ru: 'Сначала зафиксируйте результат каждого предписания.',
      kk: 'Алдымен әр нұсқаманың нәтижесін тіркеңіз.',
    },
  },
  RSK_ACT_MISSING: {
    article: { CODE_2010: art(205, '6') },
    text: {
      en: 'This form of control ends with an act, paper or conclusion, which is missing.',
      ru: 'Эта форма контроля завершается актом, документом или заключением, которые отсутствуют.',
      kk: 'Бақылаудың бұл нысаны актімен, құжатпен немесе қорытындымен аяқталады, ол жоқ.',
    },
    cure: { en: 'Attach it.', ru: 'Приложите его.', kk: 'Оны қоса беріңіз.' },
  },
  RSK_MEASURE_MANDATORY: {
    article: { CODE_2010: art(217, '5') },
    text: {
      en: 'This measure is mandatory and cannot be dropped.',
      ru: 'Мера обязательна, отказаться от неё нельзя.',
      kk: 'Шара міндетті, одан бас тартуға болмайды.',
    },
    cure: { en: 'Carry it out.', ru: 'Проведите её.', kk: 'Оны орындаңыз.' },
  },
  RSK_NOT_EXECUTED_REASON: {
    article: { CODE_2010: art(219, '2') },
    text: {
      en: 'A measure that was not carried out needs its reason.',
      ru: 'Для непроведённой меры нужна причина.',
      kk: 'Орындалмаған шараның себебі қажет.',
    },
    cure: {
      en: 'Name the reason from the list.',
      ru: 'Укажите причину из перечня.',
      kk: 'Тізбеден себепті көрсетіңіз.',
    },
  },
  RSK_INSTRUCTION_STATE: {
    article: { CODE_2010: art(216, '1') },
    text: {
      en: 'The instruction is closed or cancelled, or this step does not belong to its form of control.',
      ru: 'Предписание закрыто или отменено либо действие не относится к этой форме контроля.',
      kk: 'Нұсқама жабылған не жойылған немесе бұл әрекет осы бақылау нысанына жатпайды.',
    },
    cure: { en: 'None.', ru: 'Нет.', kk: 'Жоқ.' },
  },
});
