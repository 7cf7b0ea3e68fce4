/** Why an obligation does not end, is not claimed any more, or names no payer. */
import { art, defineReasons, type LegalRef, type Reason, reason } from '@shekara/kernel';

export const obligationReasons = defineReasons({
  LIMITATION_EXPIRED: {
    article: { CODE_2010: art(132) },
    text: {
      en: 'The limitation period is over.',
      ru: 'Срок исковой давности истёк.',
      kk: 'Талап қою мерзімі өтіп кетті.',
    },
    cure: {
      en: 'Nothing can be claimed or changed any more; check the day on which the period began.',
      ru: 'Требования и изменения больше невозможны; проверьте день начала срока.',
      kk: 'Енді талап қоюға да, өзгертуге де болмайды; мерзім басталған күнді тексеріңіз.',
    },
  },
  OBLIGATION_ENDED: {
    article: { CODE_2010: art(129, 2) },
    text: {
      en: 'The obligation to pay has ended; there is nothing to collect.',
      ru: 'Обязанность по уплате прекращена, взыскивать нечего.',
      kk: 'Төлеу міндеті тоқтатылған, өндіріп алатын ештеңе жоқ.',
    },
    cure: {
      en: 'Check the liability: its end and the ground of it stand there.',
      ru: 'Проверьте обязательство: в нём указаны прекращение и его основание.',
      kk: 'Міндеттемені тексеріңіз: онда тоқтатылуы мен негізі көрсетілген.',
    },
  },
  OBLIGATION_END_UNFOUNDED: {
    article: { CODE_2010: art(129, 2) },
    text: {
      en: 'The ground named does not end this obligation.',
      ru: 'Указанное основание не прекращает эту обязанность.',
      kk: 'Көрсетілген негіз бұл міндетті тоқтатпайды.',
    },
    cure: {
      en: 'Name a ground of art. 129.2 whose conditions hold for this obligation.',
      ru: 'Укажите основание по ст. 129.2, условия которого выполнены для этой обязанности.',
      kk: 'Шарттары осы міндет үшін орындалған 129.2-баптағы негізді көрсетіңіз.',
    },
  },
  CONDITIONAL_PAYMENT_INCOMPLETE: {
    article: { CODE_2010: art(138, 12) },
    text: {
      en: 'The application to use the goods otherwise is incomplete.',
      ru: 'Заявление об использовании товаров в иных целях неполное.',
      kk: 'Тауарларды өзге мақсатта пайдалану туралы өтініш толық емес.',
    },
    cure: {
      en: 'Add the payment document and the copy of the declaration, and show your power over the goods.',
      ru: 'Приложите платёжный документ и копию декларации и подтвердите полномочия в отношении товаров.',
      kk: 'Төлем құжатын және декларацияның көшірмесін қоса беріп, тауарларға қатысты өкілеттігіңізді растаңыз.',
    },
  },
  WRONG_CUSTOMS_BODY: {
    article: { CODE_2010: art(138, 12) },
    text: {
      en: 'The application went to a customs body that does not decide it.',
      ru: 'Заявление подано в таможенный орган, который его не рассматривает.',
      kk: 'Өтініш оны қарамайтын кеден органына берілген.',
    },
    cure: {
      en: 'Apply to the customs body named.',
      ru: 'Подайте заявление в указанный таможенный орган.',
      kk: 'Өтінішті көрсетілген кеден органына беріңіз.',
    },
  },
  JOINT_PAYER_KNOWLEDGE_MISSING: {
    article: { CODE_2010: art(130, 2) },
    text: {
      en: 'It was not found that the person knew, or should have known, of the illegal movement.',
      ru: 'Не установлено, что лицо знало или должно было знать о незаконном перемещении.',
      kk: 'Адамның заңсыз өткізу туралы білгені немесе білуге тиіс болғаны анықталмаған.',
    },
    cure: {
      en: 'Record the finding, for a buyer as of the time of the purchase, or leave the person out.',
      ru: 'Зафиксируйте это установление (для покупателя на момент покупки) или не указывайте это лицо.',
      kk: 'Осы анықтауды тіркеңіз (сатып алушы үшін сатып алу сәтіне) немесе бұл адамды көрсетпеңіз.',
    },
  },
  PAYER_NOT_NAMED: {
    article: { CODE_2010: art(128) },
    text: {
      en: 'The person who owes by this situation is not named.',
      ru: 'Не указано лицо, обязанное платить в этой ситуации.',
      kk: 'Бұл жағдайда төлеуге міндетті тұлға көрсетілмеген.',
    },
    cure: {
      en: 'Name the person by BIN or IIN.',
      ru: 'Укажите лицо по БИН или ИИН.',
      kk: 'Тұлғаны БСН немесе ЖСН бойынша көрсетіңіз.',
    },
  },
});

/** WRONG_CUSTOMS_BODY with the body that decides, under the article that names it for this application. */
export function wrongCustomsBody(competentBody: string, pointer: string, article: LegalRef): Reason {
  return reason(obligationReasons.WRONG_CUSTOMS_BODY, { pointer, parameters: { competentBody }, article });
}
