/** Why a line of the stock ledger is refused (art. 44.3, 259.3, 270.2.2). */
import { art, defineReasons, design } from '@shekara/kernel';

export const stockReasons = defineReasons({
  NO_BASIS: {
    article: { CODE_2010: art(259, 3) },
    text: {
      en: 'The movement needs a customs decision or document as its basis, and none is named.',
      ru: 'Для операции необходимо решение или документ таможенного органа, основание не указано.',
      kk: 'Бұл операцияға кеден органының шешімі немесе құжаты негіз болуы керек, негіз көрсетілмеген.',
    },
    cure: {
      en: 'Name the decision or document that allows the movement.',
      ru: 'Укажите решение или документ, на основании которого совершается операция.',
      kk: 'Операцияға рұқсат беретін шешімді немесе құжатты көрсетіңіз.',
    },
  },
  EXCESS_OVER_RELEASE: {
    article: { CODE_2010: art(270, '2.2') },
    text: {
      en: 'More goods would be issued than are released.',
      ru: 'Выдаётся больше товаров, чем выпущено.',
      kk: 'Шығарылған тауардан көп тауар беріліп жатыр.',
    },
    cure: {
      en: 'Issue no more than the released quantity of the line.',
      ru: 'Выдайте не более выпущенного количества по строке.',
      kk: 'Жол бойынша шығарылған мөлшерден асырмай беріңіз.',
    },
  },
  BALANCE_BELOW_ZERO: {
    article: { CODE_2010: art(44, 3) },
    text: {
      en: 'The place does not hold that much of the goods.',
      ru: 'В месте хранения нет такого количества товара.',
      kk: 'Сақтау орнында тауардың мұндай мөлшері жоқ.',
    },
    cure: {
      en: 'Check the balance of the line.',
      ru: 'Проверьте остаток по строке.',
      kk: 'Жол бойынша қалдықты тексеріңіз.',
    },
  },
  QUANTITY_NEGATIVE: {
    article: { CODE_2010: art(44, 3) },
    text: {
      en: 'A quantity is negative.',
      ru: 'Количество отрицательное.',
      kk: 'Мөлшер теріс сан.',
    },
    cure: {
      en: 'Give a quantity of zero or more; the kind of movement says in or out.',
      ru: 'Укажите неотрицательное количество; направление задаёт вид операции.',
      kk: 'Теріс емес мөлшер көрсетіңіз; бағытты операция түрі белгілейді.',
    },
  },
  CORRECTION_REVERSES_NOTHING: {
    article: { CODE_2010: design('R-TST-088') },
    text: {
      en: 'A correction must cancel one earlier line of the ledger, whole, that is not cancelled yet.',
      ru: 'Исправление должно полностью отменять одну более раннюю неотменённую запись.',
      kk: 'Түзету бұрынғы, әлі жойылмаған бір жазбаны толық жоюы керек.',
    },
    cure: {
      en: 'Name the line and repeat its quantity.',
      ru: 'Укажите запись и повторите её количество.',
      kk: 'Жазбаны көрсетіп, оның мөлшерін қайталаңыз.',
    },
  },
  CORRECTION_NEEDS_SECOND_PERSON: {
    article: { CODE_2010: design('R-TST-088') },
    text: {
      en: 'A correction needs a reason and a second person.',
      ru: 'Для исправления нужны причина и второе лицо.',
      kk: 'Түзету үшін себеп пен екінші адам қажет.',
    },
    cure: {
      en: 'Give the reason and name a person other than the one who records.',
      ru: 'Укажите причину и лицо, отличное от того, кто вносит запись.',
      kk: 'Себебін және жазбаны енгізушіден басқа адамды көрсетіңіз.',
    },
  },
});
