/** Why an act with a lot in storage is refused. */
import { art, defineReasons } from '@shekara/kernel';

export const lotReasons = defineReasons({
  LOT_ENDED: {
    article: { CODE_2010: art(270, '2.2') },
    text: {
      en: 'The goods of this lot have left storage.',
      ru: 'Товары этой партии выбыли с временного хранения.',
      kk: 'Бұл партияның тауарлары уақытша сақтаудан шыққан.',
    },
    cure: {
      en: 'Look at the ground on which they left.',
      ru: 'Посмотрите основание выбытия.',
      kk: 'Шығу негізін қараңыз.',
    },
  },
  LOT_ALREADY_PLACED: {
    article: { CODE_2010: art(270, '1.2') },
    text: {
      en: 'The goods of this lot were taken in already.',
      ru: 'Товары этой партии уже приняты на хранение.',
      kk: 'Бұл партияның тауарлары сақтауға қабылданып қойған.',
    },
    cure: {
      en: 'An error in the ledger is cured by a correction.',
      ru: 'Ошибка в учёте устраняется исправительной записью.',
      kk: 'Есептегі қате түзету жазбасымен жойылады.',
    },
  },
  LINE_NOT_COUNTED: {
    article: { CODE_2010: art(44, 2) },
    text: {
      en: 'A line of the storage documents was not counted.',
      ru: 'Строка документов не пересчитана при приёме.',
      kk: 'Құжаттардың бір жолы қабылдау кезінде саналмаған.',
    },
    cure: {
      en: 'Give the counted quantity of every line; zero when nothing came.',
      ru: 'Укажите фактическое количество по каждой строке; ноль, если товара нет.',
      kk: 'Әр жол бойынша нақты мөлшерді көрсетіңіз; тауар болмаса, нөл.',
    },
  },
  LINE_COUNTED_TWICE: {
    article: { CODE_2010: art(44, 2) },
    text: {
      en: 'A line was counted twice in one receipt.',
      ru: 'Строка указана в приёме дважды.',
      kk: 'Бір жол қабылдауда екі рет көрсетілген.',
    },
    cure: {
      en: 'Give each line once.',
      ru: 'Укажите каждую строку один раз.',
      kk: 'Әр жолды бір рет көрсетіңіз.',
    },
  },
  EXIT_DOCUMENT_MISSING: {
    article: { CODE_2010: art(259, 3) },
    text: {
      en: 'Goods leave storage only with the document that is the ground.',
      ru: 'Товары выбывают с хранения только по документу-основанию.',
      kk: 'Тауарлар сақтаудан тек негіз болатын құжатпен шығады.',
    },
    cure: {
      en: 'Name the document.',
      ru: 'Укажите документ.',
      kk: 'Құжатты көрсетіңіз.',
    },
  },
});
