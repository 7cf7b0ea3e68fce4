/** Why a bank's acknowledgement or answer is not taken (art. 139, 165.5, 166.5). */
import { art, defineReasons } from '@shekara/kernel';

export const bankDutiesReasons = defineReasons({
  BANK_MESSAGE_UNKNOWN: {
    article: { CODE_2010: art(165, 5) },
    text: {
      en: 'No message of customs to this bank has this number.',
      ru: 'Этому банку не направлялось сообщение таможенного органа с таким номером.',
      kk: 'Бұл банкке кеден органының мұндай нөмірлі хабарламасы жіберілмеген.',
    },
    cure: {
      en: 'State the number of the order that you answer.',
      ru: 'Укажите номер распоряжения, на которое вы отвечаете.',
      kk: 'Жауап беріп отырған өкімнің нөмірін көрсетіңіз.',
    },
  },
  BANK_MESSAGE_STATE_UNFIT: {
    article: { CODE_2010: art(165, 5) },
    text: {
      en: 'The message is answered already, or was not acknowledged yet.',
      ru: 'На сообщение уже дан ответ, либо его получение ещё не подтверждено.',
      kk: 'Хабарламаға жауап берілген немесе оның алынғаны әлі расталмаған.',
    },
    cure: {
      en: 'Acknowledge first, then answer once.',
      ru: 'Сначала подтвердите получение, затем ответьте один раз.',
      kk: 'Алдымен алғаныңызды растап, содан кейін бір рет жауап беріңіз.',
    },
  },
  BANK_DATES_CONTRADICT: {
    article: { CODE_2010: art(139) },
    text: {
      en: 'The time lies before the event that must come first.',
      ru: 'Время раньше события, которое должно ему предшествовать.',
      kk: 'Уақыт өзінен бұрын болуға тиіс оқиғадан ерте.',
    },
    cure: {
      en: 'State the time as your records have it.',
      ru: 'Укажите время по вашим записям.',
      kk: 'Уақытты өз жазбаларыңыз бойынша көрсетіңіз.',
    },
  },
  BANK_PROOF_MISSING: {
    article: { CODE_2010: art(165, 3) },
    text: {
      en: 'An order that comes back unexecuted has no proof that its twin was executed.',
      ru: 'К возвращаемому без исполнения распоряжению не приложено подтверждение исполнения другого на ту же сумму.',
      kk: 'Орындалмай қайтарылған өкімге сол сомаға басқасының орындалғанын растау қоса берілмеген.',
    },
    cure: {
      en: 'Name the payment document of the executed order.',
      ru: 'Укажите платёжный документ исполненного распоряжения.',
      kk: 'Орындалған өкімнің төлем құжатын көрсетіңіз.',
    },
  },
  BANK_ANSWER_UNREADABLE: {
    article: { CODE_2010: art(165, 5) },
    text: {
      en: 'A field of the answer is missing or is not what it should be.',
      ru: 'Поле ответа отсутствует или заполнено неверно.',
      kk: 'Жауаптың өрісі жоқ немесе дұрыс толтырылмаған.',
    },
    cure: {
      en: 'Correct the field and send the answer again.',
      ru: 'Исправьте поле и направьте ответ повторно.',
      kk: 'Өрісті түзетіп, жауапты қайта жіберіңіз.',
    },
  },
});
