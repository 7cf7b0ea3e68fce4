/** Why a presentation of goods cannot be recorded (art. 248.2, 252.4). */
import { art, defineReasons } from '@shekara/kernel';

export const presentationReasons = defineReasons({
  GOODS_ALREADY_PRESENTED: {
    article: { CODE_2010: art(252, 4) },
    text: {
      en: 'The goods of this notice are already presented; the placement term runs from then.',
      ru: 'Товары по этому уведомлению уже предъявлены; срок помещения исчисляется с того момента.',
      kk: 'Осы хабарлама бойынша тауарлар көрсетілген; орналастыру мерзімі сол сәттен есептеледі.',
    },
    cure: {
      en: 'Nothing has to be done; read the notice for its term.',
      ru: 'Действий не требуется; срок указан в уведомлении.',
      kk: 'Әрекет қажет емес; мерзімі хабарламада көрсетілген.',
    },
  },
  NOTHING_TO_PRESENT: {
    article: { CODE_2010: art(248, 4) },
    text: {
      en: 'The notice is of a movement that needs none, or of a place that is no customs body; no goods are presented under it.',
      ru: 'Уведомление подано о перемещении, для которого оно не требуется, или указывает место без таможенного органа; товары по нему не предъявляются.',
      kk: 'Хабарлама ол қажет етілмейтін өткізу туралы берілген немесе кеден органы жоқ орынды көрсетеді; ол бойынша тауар көрсетілмейді.',
    },
    cure: {
      en: 'Lodge a notice for the goods that are here.',
      ru: 'Подайте уведомление на находящиеся здесь товары.',
      kk: 'Осындағы тауарларға хабарлама беріңіз.',
    },
  },
  DELIVERY_IN_FUTURE: {
    article: { CODE_2010: art(248, 2) },
    text: {
      en: 'The moment of delivery lies in the future.',
      ru: 'Момент доставки ещё не наступил.',
      kk: 'Жеткізу сәті әлі келген жоқ.',
    },
    cure: {
      en: 'Record the goods when they stand at the place.',
      ru: 'Зафиксируйте товары, когда они будут в месте прибытия.',
      kk: 'Тауарларды келу орнында тұрғанда тіркеңіз.',
    },
  },
  DELIVERED_BEFORE_CROSSING: {
    article: { CODE_2010: art(248, 2) },
    text: {
      en: 'The goods cannot have reached the place before they crossed the border.',
      ru: 'Товары не могли прибыть в место прибытия до пересечения границы.',
      kk: 'Тауарлар шекарадан өткенге дейін келу орнына жете алмайды.',
    },
    cure: {
      en: 'Correct the moment of delivery.',
      ru: 'Исправьте момент доставки.',
      kk: 'Жеткізу сәтін түзетіңіз.',
    },
  },
});
