/** Why a sum is not refundable, or an overpayment not confirmed, delivered or executed (art. 117, 153 to 155, 386.6). */
import { art, defineReasons } from '@shekara/kernel';

export const refundReasons = defineReasons({
  FEE_NOT_REFUNDABLE: {
    article: { CODE_2010: art(117) },
    text: {
      en: 'A declaration charge that was due and paid is not refunded.',
      ru: 'Причитавшийся и уплаченный сбор за таможенное декларирование не возвращается.',
      kk: 'Төленуге тиіс болып төленген кедендік декларациялау алымы қайтарылмайды.',
    },
    cure: {
      en: 'Paid twice, or for exempt goods, it is a mistaken payment: apply on that ground.',
      ru: 'При двойной уплате или освобождённых товарах подайте заявление об ошибочном платеже.',
      kk: 'Екі рет төленсе немесе тауар босатылған болса, қате төлем туралы өтініш беріңіз.',
    },
  },
  TEMP_IMPORT_PART_NOT_REFUNDABLE: {
    article: { CODE_2010: art(386, 6) },
    text: {
      en: 'Periodic sums of partial temporary import stay paid when the procedure is completed.',
      ru: 'Периодические платежи при частичном освобождении по временному ввозу не возвращаются.',
      kk: 'Уақытша әкелуде ішінара босату кезіндегі мерзімдік төлемдер қайтарылмайды.',
    },
    cure: {
      en: 'Apply only for what was paid above the sums of the months used.',
      ru: 'Заявите лишь то, что уплачено сверх сумм за использованные месяцы.',
      kk: 'Пайдаланылған айлар сомасынан артық төленгенін ғана өтініңіз.',
    },
  },
  REFUND_KIND_OUTSIDE_GROUND: {
    article: { CODE_2010: art(155) },
    text: {
      en: 'The ground of refund does not reach this kind of payment.',
      ru: 'Основание возврата не распространяется на этот вид платежа.',
      kk: 'Қайтару негізі бұл төлем түріне қолданылмайды.',
    },
    cure: {
      en: 'Name the ground that covers the kind, or leave the sum out.',
      ru: 'Укажите основание, охватывающее этот вид платежа, или исключите сумму.',
      kk: 'Осы төлем түрін қамтитын негізді көрсетіңіз немесе соманы алып тастаңыз.',
    },
  },
  REFUND_CONDITION_UNMET: {
    article: { CODE_2010: art(155) },
    text: {
      en: 'A condition of the ground of refund does not hold.',
      ru: 'Не выполнено условие основания возврата.',
      kk: 'Қайтару негізінің шарты орындалмаған.',
    },
    cure: {
      en: 'Apply once the fact named is confirmed.',
      ru: 'Обратитесь после подтверждения указанного факта.',
      kk: 'Көрсетілген факт расталғаннан кейін жүгініңіз.',
    },
  },
  REFUND_TERM_OVER: {
    article: { CODE_2010: art(155) },
    text: {
      en: 'The term within which the ground of refund must arise is over.',
      ru: 'Срок, в который должно возникнуть основание возврата, истёк.',
      kk: 'Қайтару негізі туындауға тиіс мерзім өтіп кеткен.',
    },
    cure: {
      en: 'Check the dates of the declarations; the term cannot be restored.',
      ru: 'Проверьте даты деклараций; срок не восстанавливается.',
      kk: 'Декларациялардың күндерін тексеріңіз; мерзім қалпына келтірілмейді.',
    },
  },
  NOTHING_TO_REFUND: {
    article: { CODE_2010: art(153, 1) },
    text: {
      en: 'Nothing was paid above what is payable.',
      ru: 'Сверх подлежащего уплате ничего не уплачено.',
      kk: 'Төленуге тиісті сомадан артық ештеңе төленбеген.',
    },
    cure: {
      en: 'Compare the calculation with the payments.',
      ru: 'Сверьте расчёт с платежами.',
      kk: 'Есепті төлемдермен салыстырыңыз.',
    },
  },
  OVERPAYMENT_TOO_OLD: {
    article: { CODE_2010: art(154, 2) },
    text: {
      en: 'More than five years passed since the overpayment.',
      ru: 'С даты излишней уплаты прошло более пяти лет.',
      kk: 'Артық төленген күннен бастап бес жылдан астам уақыт өтті.',
    },
    cure: {
      en: 'None: the right to apply has lapsed.',
      ru: 'Устранить нельзя: право на заявление утрачено.',
      kk: 'Түзету мүмкін емес: өтініш беру құқығы жоғалған.',
    },
  },
  OVERPAYMENT_NOT_FOUND: {
    article: { CODE_2010: art(154, 5) },
    text: {
      en: 'The reconciliation act does not show the overpayment.',
      ru: 'Акт сверки не показывает излишней уплаты.',
      kk: 'Салыстыру актісі артық төлемді көрсетпейді.',
    },
    cure: {
      en: 'Ask for a reconciliation and bring the payment documents that it lacks.',
      ru: 'Запросите сверку и представьте недостающие платёжные документы.',
      kk: 'Салыстыруды сұратып, жетіспейтін төлем құжаттарын ұсыныңыз.',
    },
  },
  OVERPAYMENT_DOCS_MISSING: {
    article: { CODE_2010: art(154, 3) },
    text: {
      en: 'Copies that the application must carry are missing.',
      ru: 'К заявлению не приложены обязательные копии.',
      kk: 'Өтінішке міндетті көшірмелер қоса берілмеген.',
    },
    cure: {
      en: 'Attach the copies named.',
      ru: 'Приложите указанные копии.',
      kk: 'Көрсетілген көшірмелерді қоса беріңіз.',
    },
  },
  OVERPAYMENT_APPLICANT_NOT_PAYER: {
    article: { CODE_2010: art(154, 2) },
    text: {
      en: 'The applicant is not the payer of the sum.',
      ru: 'Заявитель не является плательщиком суммы.',
      kk: 'Өтініш беруші соманы төлеуші емес.',
    },
    cure: {
      en: 'The payer applies, in person or by its representative.',
      ru: 'Заявление подаёт плательщик, сам или через представителя.',
      kk: 'Өтінішті төлеуші өзі немесе өкілі арқылы береді.',
    },
  },
  OVERPAYMENT_MISTAKE_UNNAMED: {
    article: { CODE_2010: art(153, 2) },
    text: {
      en: 'A mistaken payment must name its mistake; another overpayment has none.',
      ru: 'Для ошибочного платежа нужно указать ошибку; в иных случаях она не указывается.',
      kk: 'Қате төлем үшін қатесі көрсетілуге тиіс; өзге жағдайда ол көрсетілмейді.',
    },
    cure: {
      en: 'Name the mistake from the list of art. 153.2, or leave it out.',
      ru: 'Укажите ошибку по перечню ст. 153.2 или уберите её.',
      kk: '153.2-баптың тізбесінен қатені көрсетіңіз немесе оны алып тастаңыз.',
    },
  },
  OVERPAYMENT_ACT_MISSING: {
    article: { CODE_2010: art(154, 5) },
    text: {
      en: 'The decision names no reconciliation act.',
      ru: 'Решение не опирается на акт сверки.',
      kk: 'Шешім салыстыру актісіне негізделмеген.',
    },
    cure: {
      en: 'Reconcile first and name the act.',
      ru: 'Проведите сверку и укажите акт.',
      kk: 'Алдымен салыстырып, актіні көрсетіңіз.',
    },
  },
  OVERPAYMENT_STATE_UNFIT: {
    article: { CODE_2010: art(154) },
    text: {
      en: 'The application is not in a state in which this can be done.',
      ru: 'В текущем состоянии заявления это действие невозможно.',
      kk: 'Өтініштің қазіргі күйінде бұл әрекет мүмкін емес.',
    },
    cure: {
      en: 'Read the application again; its state may have changed.',
      ru: 'Откройте заявление заново: его состояние могло измениться.',
      kk: 'Өтінішті қайта ашыңыз: оның күйі өзгерген болуы мүмкін.',
    },
  },
  TAX_APPLICATION_LATE: {
    article: { CODE_2010: art(154, 6) },
    text: {
      en: 'The application to the tax authority came after 15 working days from the delivery of the confirmation.',
      ru: 'Заявление в налоговый орган подано позже 15 рабочих дней со дня вручения подтверждения.',
      kk: 'Салық органына өтініш растама тапсырылған күннен бастап 15 жұмыс күнінен кеш берілген.',
    },
    cure: {
      en: 'Apply to customs for a new confirmation.',
      ru: 'Получите в таможенном органе новое подтверждение.',
      kk: 'Кеден органынан жаңа растама алыңыз.',
    },
  },
  REFUND_SUMS_CONTRADICT: {
    article: { CODE_2010: art(154, 7) },
    text: {
      en: 'Offset and refund do not add up to a positive sum within the confirmed one.',
      ru: 'Зачёт и возврат не составляют положительной суммы в пределах подтверждённой.',
      kk: 'Есепке жатқызу мен қайтару расталған сома шегіндегі оң соманы құрамайды.',
    },
    cure: {
      en: 'Ask the tax authority to correct its conclusion.',
      ru: 'Запросите у налогового органа исправленное заключение.',
      kk: 'Салық органынан түзетілген қорытынды сұратыңыз.',
    },
  },
  RECONCILIATION_CONTRADICTS_LEDGER: {
    article: { CODE_2010: art(154, 5) },
    text: {
      en: 'The reconciliation act shows more than the ledger holds on this ground.',
      ru: 'Акт сверки показывает больше, чем числится по учёту на этом основании.',
      kk: 'Салыстыру актісі осы негіз бойынша есепте тұрған сомадан артық көрсетеді.',
    },
    cure: {
      en: 'Reconcile again; the sum of the ledger stands beside.',
      ru: 'Проведите сверку заново; рядом указана сумма по учёту.',
      kk: 'Қайта салыстырыңыз; есептегі сома қатар көрсетілген.',
    },
  },
  REFUND_MONEY_SPENT: {
    article: { CODE_2010: art(154, 1) },
    text: {
      en: 'The money is not on the account any more.',
      ru: 'Этих денег на лицевом счёте уже нет.',
      kk: 'Бұл ақша дербес шотта енді жоқ.',
    },
    cure: {
      en: 'Read the account; ask for a conclusion on what is left.',
      ru: 'Проверьте лицевой счёт; запросите заключение на остаток.',
      kk: 'Дербес шотты тексеріңіз; қалдыққа қорытынды сұратыңыз.',
    },
  },
  REFUND_DATES_CONTRADICT: {
    article: { CODE_2010: art(154) },
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
