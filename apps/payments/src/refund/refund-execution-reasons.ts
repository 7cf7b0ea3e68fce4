/** Why a line of the Treasury does not fit an order of offset or refund (art. 154.8). */
import { art, defineReasons } from '@shekara/kernel';

export const refundExecutionReasons = defineReasons({
  TREASURY_ORDER_UNKNOWN: {
    article: { CODE_2010: art(154, 8) },
    text: {
      en: 'No order of offset or refund has this number.',
      ru: 'Поручения на зачёт или возврат с таким номером нет.',
      kk: 'Мұндай нөмірлі есепке жатқызу немесе қайтару тапсырмасы жоқ.',
    },
    cure: {
      en: 'Compare the number with the conclusion sent to the Treasury.',
      ru: 'Сверьте номер с заключением, направленным в казначейство.',
      kk: 'Нөмірді қазынашылыққа жіберілген қорытындымен салыстырыңыз.',
    },
  },
  TREASURY_ORDER_AMOUNT_DIFFERS: {
    article: { CODE_2010: art(154, 8) },
    text: {
      en: 'The Treasury names another sum than the order.',
      ru: 'Казначейство указало сумму, отличную от суммы поручения.',
      kk: 'Қазынашылық тапсырмадағыдан өзге соманы көрсеткен.',
    },
    cure: {
      en: 'Ask the Treasury for a corrected copy.',
      ru: 'Запросите у казначейства исправленную копию.',
      kk: 'Қазынашылықтан түзетілген көшірмені сұратыңыз.',
    },
  },
  TREASURY_ORDER_STATE_UNFIT: {
    article: { CODE_2010: art(154, 8) },
    text: {
      en: 'The order is not in a state in which this can be done.',
      ru: 'В текущем состоянии поручения это действие невозможно.',
      kk: 'Тапсырманың қазіргі күйінде бұл әрекет мүмкін емес.',
    },
    cure: {
      en: 'Read the order again; its state may have changed.',
      ru: 'Откройте поручение заново: его состояние могло измениться.',
      kk: 'Тапсырманы қайта ашыңыз: оның күйі өзгерген болуы мүмкін.',
    },
  },
});
