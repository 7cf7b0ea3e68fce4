/** Why a report of the Treasury, or a line of it, is not taken (art. 138.9, 154.8). */
import { art, defineReasons } from '@shekara/kernel';

export const treasuryReportReasons = defineReasons({
  TREASURY_REPORT_UNREADABLE: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'The report has no number, no date, another heading than the format names, or too many lines.',
      ru: 'В отчёте нет номера или даты, заголовок не соответствует формату либо слишком много строк.',
      kk: 'Есепте нөмір не күні жоқ, тақырыбы пішімге сай емес немесе жолдары тым көп.',
    },
    cure: {
      en: 'Send the report in the format of the description.',
      ru: 'Направьте отчёт в описанном формате.',
      kk: 'Есепті сипатталған пішімде жіберіңіз.',
    },
  },
  TREASURY_LINE_UNREADABLE: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'A field of the line is missing or is not what it should be.',
      ru: 'Поле строки отсутствует или заполнено неверно.',
      kk: 'Жолдың өрісі жоқ немесе дұрыс толтырылмаған.',
    },
    cure: {
      en: 'Correct the named field and send the report again.',
      ru: 'Исправьте указанное поле и направьте отчёт повторно.',
      kk: 'Көрсетілген өрісті түзетіп, есепті қайта жіберіңіз.',
    },
  },
  TREASURY_LINE_NUMBER_REUSED: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'The report had another line of this number, and that one was taken.',
      ru: 'В отчёте уже была другая строка с этим номером, и она принята.',
      kk: 'Есепте осы нөмірлі басқа жол болған және ол қабылданған.',
    },
    cure: {
      en: 'Send the line under a number of its own.',
      ru: 'Направьте строку под отдельным номером.',
      kk: 'Жолды жеке нөмірмен жіберіңіз.',
    },
  },
});
