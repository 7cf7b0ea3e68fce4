/** Why money is not set off, or not returned before it is (art. 138.8, 154.1, 154.6). */
import { art, defineReasons } from '@shekara/kernel';

export const offsetReasons = defineReasons({
  DEBTS_NOT_OFFSET_FIRST: {
    article: { CODE_2010: art(154, 6) },
    text: {
      en: 'The refund exceeds what is left after the debts of the payer.',
      ru: 'Сумма возврата превышает остаток после зачёта задолженности плательщика.',
      kk: 'Қайтарылатын сома төлеушінің берешегі есепке жатқызылғаннан кейінгі қалдықтан асады.',
    },
    cure: {
      en: 'Set the debts off first and return only the rest.',
      ru: 'Сначала зачтите задолженность, возвращайте только остаток.',
      kk: 'Алдымен берешекті есепке жатқызып, тек қалдығын қайтарыңыз.',
    },
  },
  OFFSET_WITHOUT_DEBT: {
    article: { CODE_2010: art(154, 6) },
    text: {
      en: 'The offset exceeds the debts of the payer that can be set off.',
      ru: 'Сумма зачёта превышает задолженность плательщика, подлежащую зачёту.',
      kk: 'Есепке жатқызу сомасы төлеушінің есепке жатқызылатын берешегінен асады.',
    },
    cure: {
      en: 'Compare the conclusion with the debts on the account.',
      ru: 'Сверьте заключение с задолженностью на лицевом счёте.',
      kk: 'Қорытындыны дербес шоттағы берешекпен салыстырыңыз.',
    },
  },
  OFFSET_NOT_HELD: {
    article: { CODE_2010: art(138, 8) },
    text: {
      en: 'No offset to or from import duty waits for a decision here.',
      ru: 'Зачёт с участием ввозной пошлины здесь решения не ожидает.',
      kk: 'Мұнда әкелу бажына қатысты есепке жатқызу шешім күтіп тұрған жоқ.',
    },
    cure: {
      en: 'Read the application again; the offset may have been decided.',
      ru: 'Откройте заявление заново: зачёт мог быть уже решён.',
      kk: 'Өтінішті қайта ашыңыз: есепке жатқызу шешілген болуы мүмкін.',
    },
  },
  TREATY_RULE_UNNAMED: {
    article: { CODE_2010: art(138, 8) },
    text: {
      en: 'An offset to or from import duty across kinds needs a rule of the treaty.',
      ru: 'Зачёт ввозной пошлины с платежом другого вида требует нормы международного договора.',
      kk: 'Әкелу бажын басқа түрдегі төлеммен есепке жатқызу үшін халықаралық шарттың нормасы қажет.',
    },
    cure: {
      en: 'Name the rule, or decline the offset.',
      ru: 'Укажите норму или отклоните зачёт.',
      kk: 'Норманы көрсетіңіз немесе есепке жатқызудан бас тартыңыз.',
    },
  },
});
