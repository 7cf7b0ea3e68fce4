/** Why a part of a security cannot be reserved (list RefusalReason, art. 143.1, 144.3, 150, 151.2). */
import { art, defineReasons, design } from '@shekara/kernel';

export const reservationRefusals = defineReasons({
  SECURITY_UNKNOWN: {
    article: { CODE_2010: art(152, 4) },
    text: {
      en: 'No security is registered under this number.',
      ru: 'Обеспечение с таким номером не зарегистрировано.',
      kk: 'Мұндай нөмірмен қамтамасыз ету тіркелмеген.',
    },
    cure: { en: 'Check the number.', ru: 'Проверьте номер.', kk: 'Нөмірін тексеріңіз.' },
  },
  SECURITY_NOT_ACTIVE: {
    article: { CODE_2010: art(144, 3) },
    text: {
      en: 'The security is not in force on the day.',
      ru: 'Обеспечение не действует на этот день.',
      kk: 'Қамтамасыз ету осы күні қолданыста емес.',
    },
    cure: {
      en: 'Give another security.',
      ru: 'Представьте другое обеспечение.',
      kk: 'Басқа қамтамасыз ету ұсыныңыз.',
    },
  },
  SCOPE_MISMATCH: {
    article: { CODE_2010: art(144, 5) },
    text: {
      en: 'The security does not serve this person or this customs body.',
      ru: 'Обеспечение не распространяется на это лицо или этот таможенный орган.',
      kk: 'Қамтамасыз ету бұл тұлғаға немесе бұл кеден органына қолданылмайды.',
    },
    cure: {
      en: 'Name a security of this person that the body may use.',
      ru: 'Укажите обеспечение этого лица, которое может использовать данный орган.',
      kk: 'Осы тұлғаның осы орган пайдалана алатын қамтамасыз етуін көрсетіңіз.',
    },
  },
  BALANCE_INSUFFICIENT: {
    article: { CODE_2010: art(151, 2) },
    text: {
      en: 'The free balance is below the amount asked.',
      ru: 'Свободный остаток меньше запрошенной суммы.',
      kk: 'Бос қалдық сұралған сомадан аз.',
    },
    cure: {
      en: 'Add to the security, or wait until others are released.',
      ru: 'Увеличьте обеспечение или дождитесь освобождения других сумм.',
      kk: 'Қамтамасыз етуді көбейтіңіз немесе басқа сомалардың босатылуын күтіңіз.',
    },
  },
  SINGLE_SECURITY_USED: {
    article: { CODE_2010: art(143, 1) },
    text: {
      en: 'A single security serves one obligation and already served another.',
      ru: 'Разовое обеспечение служит одному обязательству и уже использовано для другого.',
      kk: 'Бір реттік қамтамасыз ету бір міндеттемеге қызмет етеді және басқасына пайдаланылған.',
    },
    cure: {
      en: 'Give another single security, or a general one.',
      ru: 'Представьте другое разовое или генеральное обеспечение.',
      kk: 'Басқа бір реттік немесе бас қамтамасыз етуді ұсыныңыз.',
    },
  },
  RESERVATION_AMOUNT_NOT_POSITIVE: {
    article: { CODE_2010: art(151, 1) },
    text: {
      en: 'The amount to reserve is not above zero.',
      ru: 'Резервируемая сумма не больше нуля.',
      kk: 'Резервтелетін сома нөлден артық емес.',
    },
    cure: { en: 'Name the amount.', ru: 'Укажите сумму.', kk: 'Соманы көрсетіңіз.' },
  },
  RESERVATION_ID_REUSED: {
    article: { CODE_2010: design('R-GUA-109') },
    text: {
      en: 'The id of the reservation was already used with other data.',
      ru: 'Идентификатор резерва уже использован с другими данными.',
      kk: 'Резерв идентификаторы басқа деректермен пайдаланылған.',
    },
    cure: {
      en: 'Send a new id, or the first command unchanged.',
      ru: 'Отправьте новый идентификатор или первую команду без изменений.',
      kk: 'Жаңа идентификаторды немесе өзгертілмеген бірінші пәрменді жіберіңіз.',
    },
  },
});
