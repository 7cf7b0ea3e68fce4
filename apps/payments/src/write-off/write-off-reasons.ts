/** Why debt is not written off: no ground in other legislation, no decision of the head, decided already (art. 172). */
import { art, defineReasons } from '@shekara/kernel';

export const writeOffReasons = defineReasons({
  WRITE_OFF_GROUND_MISSING: {
    article: { CODE_2010: art(172) },
    text: {
      en: 'A write-off names no ground in other legislation.',
      ru: 'Не указано основание списания, предусмотренное иным законодательством.',
      kk: 'Есептен шығарудың өзге заңнамада көзделген негізі көрсетілмеген.',
    },
    cure: {
      en: 'Name the act and the provision.',
      ru: 'Укажите акт и его норму.',
      kk: 'Актіні және оның нормасын көрсетіңіз.',
    },
  },
  WRITE_OFF_NOT_AUTHORIZED: {
    article: { CODE_2010: art(172) },
    text: {
      en: 'The decision is not one of the authorized head, by number and signature.',
      ru: 'Решение не принято уполномоченным руководителем либо не имеет номера или подписи.',
      kk: 'Шешімді уәкілетті басшы қабылдамаған немесе онда нөмір не қол жоқ.',
    },
    cure: {
      en: 'Have the head decide and sign.',
      ru: 'Передайте на решение и подпись руководителю.',
      kk: 'Басшының шешіміне және қол қоюына беріңіз.',
    },
  },
  WRITE_OFF_STATE_UNFIT: {
    article: { CODE_2010: art(172) },
    text: {
      en: 'The write-off is decided already.',
      ru: 'Решение о списании уже принято.',
      kk: 'Есептен шығару туралы шешім қабылданып қойған.',
    },
    cure: {
      en: 'Read the proposal again.',
      ru: 'Откройте предложение заново.',
      kk: 'Ұсынысты қайта ашыңыз.',
    },
  },
});
