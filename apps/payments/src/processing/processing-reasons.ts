/** Why the payments of goods that come from another procedure are not calculated by machine, or their facts not taken. */
import { art, defineReasons } from '@shekara/kernel';

export const processingReasons = defineReasons({
  PREVIOUS_PROCEDURE_NEEDS_ASSESSMENT: {
    article: { CODE_2010: art(125, 7) },
    text: {
      en: 'The sum depends on what happened to the goods under the previous procedure of box 37.',
      ru: 'Сумма зависит от того, что произошло с товаром под предыдущей процедурой (графа 37).',
      kk: 'Сома тауарға 37-бағандағы алдыңғы рәсім кезінде не болғанына байланысты.',
    },
    cure: {
      en: 'State the facts of the earlier procedure, or wait for the officer (queue Q-PAY-02).',
      ru: 'Укажите сведения о предыдущей процедуре либо дождитесь расчёта должностного лица (очередь Q-PAY-02).',
      kk: 'Алдыңғы рәсім туралы мәліметтерді көрсетіңіз не лауазымды тұлғаның есебін күтіңіз (Q-PAY-02 кезегі).',
    },
  },
  EARLIER_PROCEDURE_DIFFERS: {
    article: { CODE_2010: art(125, 7) },
    text: {
      en: 'The facts of the earlier procedure do not belong to the movement of box 37.',
      ru: 'Сведения о предыдущей процедуре не соответствуют коду перемещения в графе 37.',
      kk: 'Алдыңғы рәсім туралы мәліметтер 37-бағандағы өткізу кодына сәйкес келмейді.',
    },
    cure: {
      en: 'State the facts of the procedure that digits 3 and 4 of box 37 name.',
      ru: 'Укажите сведения о процедуре, названной 3-й и 4-й цифрами графы 37.',
      kk: '37-бағанның 3 және 4-цифрларында аталған рәсім туралы мәліметтерді көрсетіңіз.',
    },
  },
  EARLIER_REGISTRATION_LATER: {
    article: { CODE_2010: art(126, 1) },
    text: {
      en: 'The earlier declaration would be registered after this one.',
      ru: 'Предыдущая декларация зарегистрирована позже настоящей.',
      kk: 'Алдыңғы декларация осы декларациядан кейін тіркелген болып шығады.',
    },
    cure: {
      en: 'State the registration day of the earlier procedure.',
      ru: 'Укажите день регистрации по предыдущей процедуре.',
      kk: 'Алдыңғы рәсім бойынша тіркелген күнді көрсетіңіз.',
    },
  },
  PROCESSING_YIELD_IMPOSSIBLE: {
    article: { CODE_2010: art(355) },
    text: {
      en: 'By the yield norm more goods would be in the products than were placed under processing.',
      ru: 'По норме выхода в продукты вошло бы больше товаров, чем помещено под переработку.',
      kk: 'Шығу нормасы бойынша өнімдерге өңдеуге орналастырылғаннан көп тауар кірген болып шығады.',
    },
    cure: {
      en: 'Check the quantity of products, the norm and the goods placed.',
      ru: 'Проверьте количество продуктов, норму выхода и помещённые товары.',
      kk: 'Өнімдердің санын, шығу нормасын және орналастырылған тауарларды тексеріңіз.',
    },
  },
});
