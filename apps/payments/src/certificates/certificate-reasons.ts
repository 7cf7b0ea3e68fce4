/** Why a reconciliation act or certificate is not issued (art. 141.8, 142), and the answer of the arrears check. */
import { art, art2017, defineReasons } from '@shekara/kernel';

export const certificateReasons = defineReasons({
  CERTIFICATE_NO_RECONCILIATION: {
    article: { CODE_2010: art(142, 5) },
    text: {
      en: 'A payer that ends business, is liquidated or reorganized needs a reconciliation act; none is named.',
      ru: 'При прекращении деятельности, ликвидации или реорганизации нужен акт сверки; он не указан.',
      kk: 'Қызмет тоқтатылғанда, таратылғанда немесе қайта ұйымдастырылғанда салыстыру актісі қажет; ол көрсетілмеген.',
    },
    cure: {
      en: 'Ask for a reconciliation and name its act.',
      ru: 'Запросите сверку расчётов и укажите акт.',
      kk: 'Есеп айырысуды салыстыруды сұратып, актіні көрсетіңіз.',
    },
  },
  CERTIFICATE_DEBT_PRESENT: {
    article: { CODE_2010: art(142, '2(1)') },
    text: {
      en: 'An account of the payer shows debt; a certificate of no debt cannot be issued.',
      ru: 'По лицевому счёту плательщика есть задолженность; справка об отсутствии не выдаётся.',
      kk: 'Төлеушінің шотында берешек бар; берешектің жоқтығы туралы анықтама берілмейді.',
    },
    cure: {
      en: 'Pay the debt named, at the customs body named.',
      ru: 'Погасите указанную задолженность в указанном таможенном органе.',
      kk: 'Көрсетілген кеден органындағы көрсетілген берешекті өтеңіз.',
    },
  },
  CERTIFICATE_UNSIGNED: {
    article: { CODE_2010: art(142, 4) },
    text: {
      en: 'The signature of the head or acting head, or the seal of the issuing body, is missing.',
      ru: 'Нет подписи руководителя или исполняющего обязанности либо печати выдающего органа.',
      kk: 'Басшының немесе міндетін атқарушының қолы не беретін органның мөрі жоқ.',
    },
    cure: {
      en: 'Have the head sign and seal the certificate.',
      ru: 'Передайте справку на подпись руководителю и заверьте печатью.',
      kk: 'Анықтаманы басшыға қол қойғызып, мөрмен куәландырыңыз.',
    },
  },
  CERTIFICATE_STATE_UNFIT: {
    article: { CODE_2010: art(142) },
    text: {
      en: 'The certificate is issued or refused already.',
      ru: 'Справка уже выдана, либо в ней отказано.',
      kk: 'Анықтама берілген немесе оны беруден бас тартылған.',
    },
    cure: {
      en: 'Request a new certificate.',
      ru: 'Запросите новую справку.',
      kk: 'Жаңа анықтама сұратыңыз.',
    },
  },
  CERTIFICATE_NOTHING_AGAINST: {
    article: { CODE_2010: art(142, 2) },
    text: {
      en: 'No ground stands against the certificate on this day: it cannot be refused.',
      ru: 'На этот день нет оснований для отказа в выдаче справки.',
      kk: 'Бұл күні анықтама беруден бас тартуға негіз жоқ.',
    },
    cure: {
      en: 'Issue the certificate.',
      ru: 'Выдайте справку.',
      kk: 'Анықтаманы беріңіз.',
    },
  },
  RECONCILIATION_OBJECTION_UNFIT: {
    article: { CODE_2010: art(141, 8) },
    text: {
      en: 'An objection says nothing or names an account that the act does not have.',
      ru: 'Возражение не содержит пояснений либо относится к счёту, которого нет в акте.',
      kk: 'Қарсылық мазмұнсыз немесе актіде жоқ шотқа қатысты.',
    },
    cure: {
      en: 'Name a customs body and a kind of the act, and say what you do not agree to.',
      ru: 'Укажите таможенный орган и вид платежа из акта и изложите возражение.',
      kk: 'Актідегі кеден органы мен төлем түрін көрсетіп, қарсылығыңызды жазыңыз.',
    },
  },
  RECONCILIATION_ORIGINALS_UNFIT: {
    article: { CODE_2010: art(141, 8) },
    text: {
      en: 'The act is not drawn up in two originals, one for the payer and one for the customs body.',
      ru: 'Акт составлен не в двух экземплярах: плательщику и таможенному органу.',
      kk: 'Акт екі данада - төлеушіге және кеден органына - жасалмаған.',
    },
    cure: {
      en: 'Draw up two originals, both signed.',
      ru: 'Составьте два подписанных экземпляра.',
      kk: 'Қол қойылған екі дана жасаңыз.',
    },
  },
  RECONCILIATION_STATE_UNFIT: {
    article: { CODE_2010: art(141, 8) },
    text: {
      en: 'This step does not follow: the act is not drawn up yet, signed or issued already.',
      ru: 'Действие невозможно: акт ещё не составлен, уже подписан или уже выдан.',
      kk: 'Бұл әрекет мүмкін емес: акт әлі жасалмаған, қол қойылған немесе берілген.',
    },
    cure: {
      en: 'Wait until customs draws the act up; of an issued one request a new reconciliation.',
      ru: 'Дождитесь составления акта; после выдачи запросите новую сверку.',
      kk: 'Актінің жасалуын күтіңіз; берілгеннен кейін жаңа салыстыру сұратыңыз.',
    },
  },
  ARREARS_PRESENT: {
    article: { CODE_2010: art(293, '11(2)'), CODE_2017: art2017(201, 4) },
    text: {
      en: 'The payer has unfulfilled payments on the day asked about.',
      ru: 'На запрошенный день у плательщика есть неисполненные платежи.',
      kk: 'Сұралған күні төлеушінің орындалмаған төлемдері бар.',
    },
    cure: {
      en: 'Pay what is named, then ask again.',
      ru: 'Погасите указанное и повторите запрос.',
      kk: 'Көрсетілгенді өтеп, сұрауды қайталаңыз.',
    },
  },
});
