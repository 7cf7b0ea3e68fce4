/** Why an arrival notice is returned (list NOTICE_DEFECT, art. 248 to 251). A returned notice is kept and curable. */
import { art, defineReasons } from '@shekara/kernel';

export const noticeDefects = defineReasons({
  DOCUMENT_MISSING: {
    article: { CODE_2010: art(251, 1) },
    text: {
      en: 'A document that the law lists for this mode of transport is missing.',
      ru: 'Отсутствует документ, предусмотренный для данного вида транспорта.',
      kk: 'Көліктің осы түрі үшін көзделген құжат жоқ.',
    },
    cure: { en: 'Add the document.', ru: 'Добавьте документ.', kk: 'Құжатты қосыңыз.' },
  },
  DATA_MISSING: {
    article: { CODE_2010: art(251, 1) },
    text: {
      en: 'A data element that the law lists for this mode of transport is missing.',
      ru: 'Отсутствуют сведения, предусмотренные для данного вида транспорта.',
      kk: 'Көліктің осы түрі үшін көзделген мәлімет жоқ.',
    },
    cure: {
      en: 'Fill in the field that the pointer names.',
      ru: 'Заполните поле, на которое указывает pointer.',
      kk: 'pointer көрсеткен өрісті толтырыңыз.',
    },
  },
  GOODS_CODE_TOO_SHORT: {
    article: { CODE_2010: art(251, 1) },
    text: {
      en: 'The commodity code has fewer than four digits.',
      ru: 'Код товара содержит менее четырёх знаков.',
      kk: 'Тауар коды төрт таңбадан кем.',
    },
    cure: {
      en: 'Give at least the first four digits of the code.',
      ru: 'Укажите не менее четырёх первых знаков кода.',
      kk: 'Кодтың кемінде алғашқы төрт таңбасын көрсетіңіз.',
    },
  },
  WEIGHT_OR_VOLUME_MISSING: {
    article: { CODE_2010: art(251, 1) },
    text: {
      en: 'The gross weight is not given; by road the volume may stand in its place, and oversized cargo needs neither.',
      ru: 'Не указан вес брутто; для автотранспорта его может заменить объём, крупногабаритному грузу не нужно ни того, ни другого.',
      kk: 'Брутто салмағы көрсетілмеген; автокөлікте оның орнына көлемі көрсетіле алады, ірі габаритті жүкке екеуі де қажет емес.',
    },
    cure: {
      en: 'Give the weight in kilograms or, by road, the volume in cubic metres.',
      ru: 'Укажите вес в килограммах либо, для автотранспорта, объём в кубических метрах.',
      kk: 'Салмағын килограммен немесе, автокөлік үшін, көлемін текше метрмен көрсетіңіз.',
    },
  },
  TRANSLATION_MISSING: {
    article: { CODE_2010: art(250, 4) },
    text: {
      en: 'A document is in a language that is not official in a member state and has no translation.',
      ru: 'Документ составлен на языке, не являющемся государственным языком государства-члена, и не переведён.',
      kk: 'Құжат мүше мемлекеттің мемлекеттік тілі емес тілде жасалған және аудармасы жоқ.',
    },
    cure: { en: 'Add a translation.', ru: 'Приложите перевод.', kk: 'Аудармасын қосыңыз.' },
  },
  RESTRICTION_PROOF_MISSING: {
    article: { CODE_2010: art(251, 2) },
    text: {
      en: 'Goods are marked as prohibited or restricted and no proof of compliance is given.',
      ru: 'Товары отмечены как запрещённые или ограниченные, подтверждение соблюдения не представлено.',
      kk: 'Тауарлар тыйым салынған немесе шектелген деп белгіленген, сақталуының растамасы ұсынылмаған.',
    },
    cure: {
      en: 'Add the document that proves compliance.',
      ru: 'Приложите подтверждающий документ.',
      kk: 'Растайтын құжатты қосыңыз.',
    },
  },
  SUBMITTER_WITHOUT_AUTHORITY: {
    article: { CODE_2010: art(250, 1) },
    text: {
      en: 'The submitter is not the carrier and shows no instruction of the carrier.',
      ru: 'Уведомление подаёт не перевозчик, и поручение перевозчика не предъявлено.',
      kk: 'Хабарламаны тасымалдаушы емес адам беріп отыр, тасымалдаушының тапсырмасы көрсетілмеген.',
    },
    cure: {
      en: "Name the carrier's instruction or contract.",
      ru: 'Укажите поручение или договор с перевозчиком.',
      kk: 'Тасымалдаушының тапсырмасын немесе шартын көрсетіңіз.',
    },
  },
  PLACE_NOT_LISTED: {
    article: { CODE_2010: art(248, 1) },
    text: {
      en: 'The place is not a listed place of arrival for this mode of transport.',
      ru: 'Место не входит в перечень мест прибытия для данного вида транспорта.',
      kk: 'Бұл орын көліктің осы түрі үшін келу орындарының тізбесінде жоқ.',
    },
    cure: {
      en: 'Name the customs body of a listed place of arrival.',
      ru: 'Укажите таможенный орган места прибытия из перечня.',
      kk: 'Тізбедегі келу орнының кеден органын көрсетіңіз.',
    },
  },
  CATEGORY_NOT_FOR_THIS_PLACE: {
    article: { CODE_2010: art(248, 1) },
    text: {
      en: 'Goods of this category may arrive at other places only.',
      ru: 'Товары этой категории могут прибывать только в иные места.',
      kk: 'Бұл санаттағы тауарлар тек басқа орындарға келе алады.',
    },
    cure: {
      en: 'Bring the goods to one of the places that the parameters name.',
      ru: 'Доставьте товары в одно из мест, указанных в параметрах.',
      kk: 'Тауарларды параметрлерде көрсетілген орындардың біріне жеткізіңіз.',
    },
  },
  OUT_OF_SCOPE_MOVEMENT: {
    article: { CODE_2010: art(248, 4) },
    text: {
      en: 'Pipelines, power lines, and vessels and aircraft that cross without a planned stop need no arrival notice.',
      ru: 'Для трубопроводов, линий электропередачи, а также судов, следующих без плановой остановки, уведомление о прибытии не подаётся.',
      kk: 'Құбыржолдар, электр беру желілері және жоспарлы аялдамасыз өтетін кемелер үшін келу туралы хабарлама берілмейді.',
    },
    cure: {
      en: 'Declare pipeline goods and electricity as the law sets for them; report a forced stop to the nearest customs body.',
      ru: 'Декларируйте трубопроводные товары и электроэнергию в установленном порядке; о вынужденной остановке сообщите в ближайший таможенный орган.',
      kk: 'Құбыржол тауарлары мен электр энергиясын белгіленген тәртіппен декларациялаңыз; мәжбүрлі аялдама туралы жақын кеден органына хабарлаңыз.',
    },
  },
  NOTICE_NOT_CURABLE: {
    article: { CODE_2010: art(250, 1) },
    text: {
      en: 'Only a returned notice can be supplemented.',
      ru: 'Дополнить можно только возвращённое уведомление.',
      kk: 'Тек қайтарылған хабарламаны толықтыруға болады.',
    },
    cure: {
      en: 'Lodge a new notice for other goods.',
      ru: 'Подайте новое уведомление на другие товары.',
      kk: 'Басқа тауарларға жаңа хабарлама беріңіз.',
    },
  },
});
