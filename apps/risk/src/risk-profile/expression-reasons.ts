/** Reasons to refuse an indicator's expression when its profile is saved (art. 217(7)). */
import { art, defineReasons } from '@shekara/kernel';

const criterion = { CODE_2010: art(217, '7') };

export const expressionReasons = defineReasons({
  RSK_EXPRESSION_TOO_LONG: {
    article: criterion,
    text: {
      en: 'The expression is empty or longer than 2,000 characters.',
      ru: 'Выражение пустое или длиннее 2000 знаков.',
      kk: 'Өрнек бос немесе 2000 таңбадан ұзын.',
    },
    cure: {
      en: 'Shorten it, or split the profile.',
      ru: 'Сократите выражение или разделите профиль.',
      kk: 'Өрнекті қысқартыңыз немесе бейінді бөліңіз.',
    },
  },
  RSK_EXPRESSION_SYNTAX: {
    article: criterion,
    text: {
      en: 'The expression cannot be read at the given position.',
      ru: 'Выражение не читается в указанном месте.',
      kk: 'Өрнек көрсетілген жерде оқылмайды.',
    },
    cure: {
      en: 'Correct the expression at that position.',
      ru: 'Исправьте выражение в этом месте.',
      kk: 'Өрнекті сол жерде түзетіңіз.',
    },
  },
  RSK_EXPRESSION_UNKNOWN_FIELD: {
    article: criterion,
    text: {
      en: 'The expression names a field that this stage and subject do not have.',
      ru: 'Выражение называет поле, которого нет на этой стадии и у этого объекта.',
      kk: 'Өрнекте осы кезеңде және осы нысанда жоқ өріс аталған.',
    },
    cure: {
      en: 'Use a field of the declared view of facts.',
      ru: 'Используйте поле из объявленного набора сведений.',
      kk: 'Жарияланған мәліметтер жиынындағы өрісті пайдаланыңыз.',
    },
  },
  RSK_EXPRESSION_UNKNOWN_FUNCTION: {
    article: criterion,
    text: {
      en: 'The expression calls a function that is not allowed.',
      ru: 'Выражение вызывает недопустимую функцию.',
      kk: 'Өрнек рұқсат етілмеген функцияны шақырады.',
    },
    cure: {
      en: 'Use only the listed functions.',
      ru: 'Используйте только функции из перечня.',
      kk: 'Тек тізбедегі функцияларды пайдаланыңыз.',
    },
  },
  RSK_EXPRESSION_TYPE: {
    article: criterion,
    text: {
      en: 'The expression joins values of types that do not go together.',
      ru: 'Выражение соединяет значения несовместимых типов.',
      kk: 'Өрнек үйлеспейтін түрдегі мәндерді біріктіреді.',
    },
    cure: {
      en: 'Compare text with text and numbers with numbers.',
      ru: 'Сравнивайте текст с текстом, числа с числами.',
      kk: 'Мәтінді мәтінмен, санды санмен салыстырыңыз.',
    },
  },
  RSK_EXPRESSION_NOT_BOOLEAN: {
    article: criterion,
    text: {
      en: 'The expression does not end in yes or no.',
      ru: 'Результат выражения не является ответом «да» или «нет».',
      kk: 'Өрнектің нәтижесі «иә» немесе «жоқ» емес.',
    },
    cure: {
      en: 'Compare the value with a parameter.',
      ru: 'Сравните значение с параметром.',
      kk: 'Мәнді параметрмен салыстырыңыз.',
    },
  },
  RSK_EXPRESSION_TOO_COSTLY: {
    article: criterion,
    text: {
      en: 'The expression is too large, too deep, or runs through the items inside another run through them.',
      ru: 'Выражение слишком велико, слишком глубоко или перебирает товары внутри другого перебора.',
      kk: 'Өрнек тым үлкен, тым терең немесе тауарларды басқа іріктеу ішінде қайта іріктейді.',
    },
    cure: {
      en: 'Simplify it, or split the profile.',
      ru: 'Упростите выражение или разделите профиль.',
      kk: 'Өрнекті жеңілдетіңіз немесе бейінді бөліңіз.',
    },
  },
});
