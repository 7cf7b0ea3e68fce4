/** Why an appeal is marked, or a step in it refused (art. 173 to 181). */
import { art, defineReasons } from '@shekara/kernel';

export const appealReasons = defineReasons({
  APPEAL_LATE: {
    article: { CODE_2010: art(177, '1(1)') },
    text: {
      en: 'The appeal was filed after 20 calendar days from delivery of the notice.',
      ru: 'Жалоба подана по истечении 20 календарных дней со дня вручения уведомления.',
      kk: 'Шағым хабарлама тапсырылған күннен бастап күнтізбелік 20 күн өткеннен кейін берілді.',
    },
    cure: {
      en: 'The notice may still be contested in court.',
      ru: 'Уведомление можно обжаловать в суде.',
      kk: 'Хабарламаға сотта шағым жасауға болады.',
    },
  },
  APPEAL_FORM: {
    article: { CODE_2010: art(177, '1(2)') },
    text: {
      en: 'The appeal lacks an item of content, its signature or an enclosure.',
      ru: 'В жалобе нет обязательных сведений, подписи или приложения.',
      kk: 'Шағымда міндетті мәліметтер, қол немесе қосымша жоқ.',
    },
    cure: {
      en: 'Add the item named and file again before the 20 days end.',
      ru: 'Дополните указанное и подайте жалобу снова до истечения 20 дней.',
      kk: 'Көрсетілгенді толықтырып, 20 күн өткенше шағымды қайта беріңіз.',
    },
  },
  APPEAL_WRONG_PERSON: {
    article: { CODE_2010: art(177, '1(3)') },
    text: {
      en: 'The appellant is not the addressee of the notice in foreign trade or customs business, nor its representative.',
      ru: 'Заявитель не является адресатом уведомления — участником внешнеэкономической или таможенной деятельности — либо его представителем.',
      kk: 'Шағым беруші хабарлама жіберілген сыртқы экономикалық немесе кеден қызметіне қатысушы да, оның өкілі де емес.',
    },
    cure: {
      en: 'The addressee or its representative must file; a physical person may go to court.',
      ru: 'Жалобу подаёт адресат или его представитель; физическое лицо вправе обратиться в суд.',
      kk: 'Шағымды хабарлама жіберілген тұлға немесе оның өкілі береді; жеке тұлға сотқа жүгіне алады.',
    },
  },
  APPEAL_STATE_UNFIT: {
    article: { CODE_2010: art(178) },
    text: {
      en: 'The appeal is not in a state in which this can be done.',
      ru: 'В текущем состоянии жалобы это действие невозможно.',
      kk: 'Шағымның қазіргі күйінде бұл әрекет мүмкін емес.',
    },
    cure: {
      en: 'Read the appeal again; its state may have changed.',
      ru: 'Откройте жалобу заново: её состояние могло измениться.',
      kk: 'Шағымды қайта ашыңыз: оның күйі өзгерген болуы мүмкін.',
    },
  },
  APPEAL_GROUND_NOT_MARKED: {
    article: { CODE_2010: art(177, 1) },
    text: {
      en: 'No ground to leave this appeal without consideration is marked.',
      ru: 'По этой жалобе не отмечено ни одного основания для отказа в рассмотрении.',
      kk: 'Бұл шағым бойынша қараудан бас тартуға негіз белгіленбеген.',
    },
    cure: {
      en: 'Consider the appeal.',
      ru: 'Рассмотрите жалобу по существу.',
      kk: 'Шағымды мәні бойынша қараңыз.',
    },
  },
  APPEAL_STOP_UNLISTED: {
    article: { CODE_2010: art(180, 1) },
    text: {
      en: 'Only queries to other bodies and organizations and a court claim on the same questions stop the term.',
      ru: 'Срок приостанавливают только запросы в другие органы и организации и иск в суд по тем же вопросам.',
      kk: 'Мерзімді тек басқа органдар мен ұйымдарға сұрау салу және сол мәселелер бойынша сотқа берілген талап тоқтатады.',
    },
    cure: {
      en: 'Ask without stopping the term.',
      ru: 'Задайте вопрос без приостановления срока.',
      kk: 'Мерзімді тоқтатпай сұраңыз.',
    },
  },
  APPEAL_STOP_NOT_ANNOUNCED: {
    article: { CODE_2010: art(180, 2) },
    text: {
      en: 'The appellant was not told in writing, with reasons, that the term stops.',
      ru: 'Заявитель не извещён письменно с указанием причин приостановления срока.',
      kk: 'Шағым берушіге мерзімнің тоқтатылу себептері жазбаша хабарланбаған.',
    },
    cure: {
      en: 'State the reasons and the number of the letter.',
      ru: 'Укажите причины и номер письма.',
      kk: 'Себептері мен хаттың нөмірін көрсетіңіз.',
    },
  },
  APPEAL_DECISION_INCOMPLETE: {
    article: { CODE_2010: art(181) },
    text: {
      en: 'The decision lacks a part that the law requires.',
      ru: 'В решении нет сведений, требуемых законом.',
      kk: 'Шешімде заң талап ететін мәліметтер жоқ.',
    },
    cure: {
      en: 'Add the part named.',
      ru: 'Дополните указанные сведения.',
      kk: 'Көрсетілген мәліметтерді толықтырыңыз.',
    },
  },
  APPEAL_DATES_CONTRADICT: {
    article: { CODE_2010: art(175, 1) },
    text: {
      en: 'The date lies before the event that must come first, or in the future.',
      ru: 'Дата раньше события, которое должно ей предшествовать, или ещё не наступила.',
      kk: 'Күн өзінен бұрын болуға тиіс оқиғадан ерте немесе әлі келген жоқ.',
    },
    cure: {
      en: 'State the date as it stands in the record.',
      ru: 'Укажите дату по подтверждающему документу.',
      kk: 'Күнді растайтын құжат бойынша көрсетіңіз.',
    },
  },
  APPEAL_NEW_DOCUMENTS_UNREAD: {
    article: { CODE_2010: art(178, 3) },
    text: {
      en: 'A document filed with the appeal was not considered.',
      ru: 'Документ, поданный с жалобой, не рассмотрен.',
      kk: 'Шағыммен бірге берілген құжат қаралмаған.',
    },
    cure: {
      en: 'Consider each new document before deciding.',
      ru: 'Рассмотрите все новые документы до принятия решения.',
      kk: 'Шешім қабылдағанға дейін барлық жаңа құжатты қараңыз.',
    },
  },
});
