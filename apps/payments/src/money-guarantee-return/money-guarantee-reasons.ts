/** Why a money guarantee is not returned, used or moved to the budget (art. 156). */
import { art, defineReasons } from '@shekara/kernel';

export const moneyGuaranteeReasons = defineReasons({
  GUARANTEE_OBLIGATION_OPEN: {
    article: { CODE_2010: art(156, 1) },
    text: {
      en: 'The obligation that the deposit secures is not fulfilled.',
      ru: 'Обязательство, обеспеченное депозитом, не исполнено.',
      kk: 'Депозитпен қамтамасыз етілген міндеттеме орындалмаған.',
    },
    cure: {
      en: 'Fulfil the secured obligation, then apply.',
      ru: 'Исполните обеспеченное обязательство и подайте заявление.',
      kk: 'Қамтамасыз етілген міндеттемені орындап, өтініш беріңіз.',
    },
  },
  GUARANTEE_RETURN_LATE: {
    article: { CODE_2010: art(156, 3) },
    text: {
      en: 'More than five years passed since the obligation was fulfilled.',
      ru: 'Со дня исполнения обязательства прошло более пяти лет.',
      kk: 'Міндеттеме орындалған күннен бастап бес жылдан астам уақыт өтті.',
    },
    cure: {
      en: 'None: the right to the deposit has lapsed.',
      ru: 'Устранить нельзя: право на возврат утрачено.',
      kk: 'Түзету мүмкін емес: қайтару құқығы жоғалған.',
    },
  },
  DEPOSIT_STATE_UNFIT: {
    article: { CODE_2010: art(156) },
    text: {
      en: 'The deposit is not in a state in which this can be done.',
      ru: 'В текущем состоянии депозита это действие невозможно.',
      kk: 'Депозиттің қазіргі күйінде бұл әрекет мүмкін емес.',
    },
    cure: {
      en: 'Read the deposit again; its state may have changed.',
      ru: 'Откройте депозит заново: его состояние могло измениться.',
      kk: 'Депозитті қайта ашыңыз: оның күйі өзгерген болуы мүмкін.',
    },
  },
  DEPOSIT_HELD_ELSEWHERE: {
    article: { CODE_2010: art(156, 4) },
    text: {
      en: 'This customs body does not hold the deposit account and is not the successor of the one that did.',
      ru: 'Этот таможенный орган не ведёт депозитный счёт и не является правопреемником.',
      kk: 'Бұл кеден органы депозиттік шотты жүргізбейді және құқықтық мирасқор емес.',
    },
    cure: {
      en: 'The body that holds the account, or its successor, returns the money.',
      ru: 'Возврат производит орган, ведущий счёт, или его правопреемник.',
      kk: 'Қайтаруды шотты жүргізетін орган немесе оның құқықтық мирасқоры жасайды.',
    },
  },
  DEPOSIT_SUM_UNFIT: {
    article: { CODE_2010: art(156, 7) },
    text: {
      en: 'The sums are not above zero or exceed what is left of the deposit.',
      ru: 'Суммы не больше нуля или превышают остаток депозита.',
      kk: 'Сомалар нөлден аспайды немесе депозиттің қалдығынан асады.',
    },
    cure: {
      en: 'State sums within the rest of the deposit.',
      ru: 'Укажите суммы в пределах остатка депозита.',
      kk: 'Депозит қалдығы шегіндегі сомаларды көрсетіңіз.',
    },
  },
  DEPOSIT_STILL_CLAIMABLE: {
    article: { CODE_2010: art(156, 8) },
    text: {
      en: 'The payer may still claim the deposit, or limitation is not over.',
      ru: 'Плательщик ещё вправе требовать депозит, или срок давности не истёк.',
      kk: 'Төлеуші депозитті талап етуге әлі құқылы немесе ескіру мерзімі өтпеген.',
    },
    cure: {
      en: 'Wait until both terms are over.',
      ru: 'Дождитесь истечения обоих сроков.',
      kk: 'Екі мерзімнің де өтуін күтіңіз.',
    },
  },
  DEPOSIT_DEBT_UNCOVERED: {
    article: { CODE_2010: art(156, 5) },
    text: {
      en: 'Goods of a declaration were released and its payments are not covered.',
      ru: 'Товары по декларации выпущены, а платежи по ней не обеспечены.',
      kk: 'Декларация бойынша тауарлар шығарылған, ал төлемдері қамтамасыз етілмеген.',
    },
    cure: {
      en: 'Cover that declaration first; then the deposit can be returned.',
      ru: 'Сначала исполните платежи по этой декларации, затем возвращайте депозит.',
      kk: 'Алдымен сол декларация бойынша төлемдерді орындаңыз, содан кейін депозит қайтарылады.',
    },
  },
  DEPOSIT_DEBT_ABSENT: {
    article: { CODE_2010: art(156, 7) },
    text: {
      en: 'The payer owes less of this kind than the deposit is to pay.',
      ru: 'Задолженность по этому виду меньше суммы, уплачиваемой из депозита.',
      kk: 'Осы түр бойынша берешек депозиттен төленетін сомадан аз.',
    },
    cure: {
      en: 'State a sum within the debt on the account.',
      ru: 'Укажите сумму в пределах задолженности на лицевом счёте.',
      kk: 'Дербес шоттағы берешек шегіндегі соманы көрсетіңіз.',
    },
  },
  DEPOSIT_USE_NOT_ASKED: {
    article: { CODE_2010: art(156, 7) },
    text: {
      en: 'The payer asked for no other use of the deposit.',
      ru: 'Плательщик не просил об ином использовании депозита.',
      kk: 'Төлеуші депозитті өзгеше пайдалануды сұрамаған.',
    },
    cure: {
      en: 'The payer applies first.',
      ru: 'Сначала плательщик подаёт заявление.',
      kk: 'Алдымен төлеуші өтініш береді.',
    },
  },
  DEPOSIT_DATES_CONTRADICT: {
    article: { CODE_2010: art(156) },
    text: {
      en: 'The day is before the step that it follows, or in the future.',
      ru: 'День раньше предыдущего действия или ещё не наступил.',
      kk: 'Күн алдыңғы әрекеттен бұрын немесе әлі келген жоқ.',
    },
    cure: {
      en: 'Correct the day.',
      ru: 'Исправьте день.',
      kk: 'Күнді түзетіңіз.',
    },
  },
});
