/** Why a security is not accepted, whatever its method (list RefusalReason, art. 143 to 145, 150 to 152). */
import { art, defineReasons } from '@shekara/kernel';

export const securityRefusals = defineReasons({
  APPL_INCOMPLETE: {
    article: { CODE_2010: art(152, 3) },
    text: {
      en: 'Data or a document of the application is missing.',
      ru: 'В заявлении не хватает сведений или документа.',
      kk: 'Өтініште мәліметтер немесе құжат жетіспейді.',
    },
    cure: {
      en: 'Fill in the field that the pointer names.',
      ru: 'Заполните поле, на которое указывает pointer.',
      kk: 'pointer көрсеткен өрісті толтырыңыз.',
    },
  },
  WRONG_BODY: {
    article: { CODE_2010: art(152, 1) },
    text: {
      en: 'A single security is registered at the body that controls the obligation.',
      ru: 'Разовое обеспечение регистрируется органом, контролирующим обязательство.',
      kk: 'Бір реттік қамтамасыз ету міндеттемені бақылайтын органда тіркеледі.',
    },
    cure: {
      en: 'Apply to that body.',
      ru: 'Обратитесь в этот орган.',
      kk: 'Сол органға өтініш беріңіз.',
    },
  },
  AMOUNT_TOO_LOW: {
    article: { CODE_2010: art(151, 2) },
    text: {
      en: 'The security is below the duties and taxes to be secured.',
      ru: 'Сумма обеспечения меньше пошлин и налогов, подлежащих обеспечению.',
      kk: 'Қамтамасыз ету сомасы қамтамасыз етілуге тиіс баждар мен салықтардан аз.',
    },
    cure: { en: 'Add to the sum.', ru: 'Увеличьте сумму.', kk: 'Соманы көбейтіңіз.' },
  },
  TERM_TOO_SHORT: {
    article: { CODE_2010: art(144, 3) },
    text: {
      en: 'The security ends before a demand could be sent in time.',
      ru: 'Обеспечение истекает раньше, чем можно вовремя направить требование.',
      kk: 'Қамтамасыз ету талапты уақтылы жіберуге дейін аяқталады.',
    },
    cure: {
      en: 'Extend it at least to the day named.',
      ru: 'Продлите его не менее чем до указанного дня.',
      kk: 'Оны кемінде көрсетілген күнге дейін ұзартыңыз.',
    },
  },
  CASH_NOT_RECEIVED: {
    article: { CODE_2010: art(145, 2) },
    text: {
      en: 'No matching receipt stands on the temporary allocation account.',
      ru: 'На счёте временного размещения денег нет соответствующего поступления.',
      kk: 'Ақшаны уақытша орналастыру шотында тиісті түсім жоқ.',
    },
    cure: { en: 'Transfer the money.', ru: 'Перечислите деньги.', kk: 'Ақшаны аударыңыз.' },
  },
  CASH_NOT_KZT: {
    article: { CODE_2010: art(145, 2) },
    text: {
      en: 'The deposit is not in tenge.',
      ru: 'Деньги внесены не в тенге.',
      kk: 'Ақша теңгемен енгізілмеген.',
    },
    cure: { en: 'Deposit tenge.', ru: 'Внесите тенге.', kk: 'Теңгемен енгізіңіз.' },
  },
  GEN_NOT_USABLE_BY_ALL_BODIES: {
    article: { CODE_2010: art(150, 1) },
    text: {
      en: 'Cash or a pledge cannot be used by each of several bodies.',
      ru: 'Деньги и залог не могут использоваться каждым из нескольких органов.',
      kk: 'Ақша мен кепілді бірнеше органның әрқайсысы пайдалана алмайды.',
    },
    cure: {
      en: 'Give a bank guarantee, suretyship or insurance contract, or choose one body.',
      ru: 'Представьте банковскую гарантию, поручительство или договор страхования либо выберите один орган.',
      kk: 'Банк кепілдігін, кепілгерлікті немесе сақтандыру шартын ұсыныңыз не бір органды таңдаңыз.',
    },
  },
  GEN_TERM_NOT_LONGER: {
    article: { CODE_2010: art(150, 2) },
    text: {
      en: 'The general security does not outlast the obligations of its period.',
      ru: 'Генеральное обеспечение не превышает срок обязательств своего периода.',
      kk: 'Бас қамтамасыз ету өз кезеңінің міндеттемелерінен ұзақ емес.',
    },
    cure: {
      en: 'Choose a later end.',
      ru: 'Выберите более позднее окончание.',
      kk: 'Кешірек аяқталу күнін таңдаңыз.',
    },
  },
  SECURITY_NOT_UNDER_REVIEW: {
    article: { CODE_2010: art(152, 1) },
    text: {
      en: 'Only an application that waits for its decision can be decided.',
      ru: 'Решить можно только заявление, ожидающее решения.',
      kk: 'Тек шешім күтіп тұрған өтінішті шешуге болады.',
    },
    cure: { en: 'Check the number.', ru: 'Проверьте номер.', kk: 'Нөмірін тексеріңіз.' },
  },
});
