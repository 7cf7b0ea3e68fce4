/** Why a document is not printed, or a code does not answer. */
import { defineReasons, design } from '@shekara/kernel';

export const printedDocumentReasons = defineReasons({
  DOCUMENT_NOT_ISSUED: {
    article: { CODE_2017: design('printed documents') },
    text: {
      en: 'The document is not issued: there is nothing to print yet.',
      ru: 'Документ не выдан: печатать пока нечего.',
      kk: 'Құжат берілмеген: басып шығаратын ештеңе жоқ.',
    },
    cure: {
      en: 'Wait until the document is signed and issued.',
      ru: 'Дождитесь подписания и выдачи документа.',
      kk: 'Құжатқа қол қойылып, берілгенін күтіңіз.',
    },
  },
  VERIFICATION_CODE_UNKNOWN: {
    article: { CODE_2017: design('printed documents') },
    text: {
      en: 'No document has this code.',
      ru: 'Документа с таким кодом нет.',
      kk: 'Мұндай коды бар құжат жоқ.',
    },
    cure: {
      en: 'Type the twelve signs as they stand beside the QR; if they are right, the paper is not genuine.',
      ru: 'Введите двенадцать знаков, как они указаны рядом с QR; если они верны, документ не подлинный.',
      kk: 'QR жанындағы он екі таңбаны дәл енгізіңіз; олар дұрыс болса, құжат төлнұсқа емес.',
    },
  },
});
