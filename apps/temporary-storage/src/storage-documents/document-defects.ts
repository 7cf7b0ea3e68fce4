/** Why storage documents are returned (list DOCUMENT_DEFECT, art. 267.1). A returned set is kept and curable. */
import { art, defineReasons, design } from '@shekara/kernel';

export const documentDefects = defineReasons({
  GOODS_INFO_MISSING: {
    article: { CODE_2010: art(267, 1) },
    text: {
      en: 'The papers do not show the goods: name, packages, and weight, volume or units.',
      ru: 'В документах нет сведений о товаре: наименование, места, вес, объём или количество.',
      kk: 'Құжаттарда тауар туралы мәлімет жоқ: атауы, орын саны, салмағы, көлемі немесе саны.',
    },
    cure: {
      en: 'Add a paper that shows the goods.',
      ru: 'Приложите документ со сведениями о товаре.',
      kk: 'Тауар туралы мәлімет бар құжатты қосыңыз.',
    },
  },
  PARTIES_MISSING: {
    article: { CODE_2010: art(267, 1) },
    text: {
      en: 'The papers show neither the sender nor the receiver.',
      ru: 'В документах не указаны ни отправитель, ни получатель.',
      kk: 'Құжаттарда жөнелтуші де, алушы да көрсетілмеген.',
    },
    cure: {
      en: 'Add a paper that shows one of them.',
      ru: 'Приложите документ, где указан один из них.',
      kk: 'Олардың бірі көрсетілген құжатты қосыңыз.',
    },
  },
  COUNTRY_MISSING: {
    article: { CODE_2010: art(267, 1) },
    text: {
      en: 'The papers show neither the country of departure nor that of destination.',
      ru: 'В документах не указаны ни страна отправления, ни страна назначения.',
      kk: 'Құжаттарда жөнелту елі де, межелі ел де көрсетілмеген.',
    },
    cure: {
      en: 'Add a paper that shows one of them.',
      ru: 'Приложите документ, где указана одна из них.',
      kk: 'Олардың бірі көрсетілген құжатты қосыңыз.',
    },
  },
  STORAGE_SUBMITTER_WITHOUT_AUTHORITY: {
    article: { CODE_2010: art(267, 1) },
    text: {
      en: 'The submitter is not the carrier, a person with authority over the goods, or their representative.',
      ru: 'Документы подаёт не перевозчик, не лицо, обладающее полномочиями в отношении товаров, и не их представитель.',
      kk: 'Құжаттарды тасымалдаушы да, тауарларға қатысты өкілеттігі бар адам да, олардың өкілі де емес адам беріп отыр.',
    },
    cure: {
      en: 'Name the contract or power of attorney that gives authority.',
      ru: 'Укажите договор или доверенность, дающие полномочия.',
      kk: 'Өкілеттік беретін шартты немесе сенімхатты көрсетіңіз.',
    },
  },
  PLACE_NOT_ACTIVE: {
    article: { CODE_2010: art(42, 3) },
    text: {
      en: 'The place of storage is not in its register, or is suspended or removed, and takes no goods.',
      ru: 'Место хранения не включено в реестр, приостановлено или исключено и товары не принимает.',
      kk: 'Сақтау орны тізілімде жоқ, тоқтатыла тұрған немесе шығарылған, тауар қабылдамайды.',
    },
    cure: {
      en: 'Choose another place of storage.',
      ru: 'Выберите другое место хранения.',
      kk: 'Басқа сақтау орнын таңдаңыз.',
    },
  },
  PLACE_NOT_ADAPTED: {
    article: { CODE_2010: art(260, 4) },
    text: {
      en: 'The goods need special conditions that the place lacks.',
      ru: 'Товарам нужны особые условия хранения, которых место не имеет.',
      kk: 'Тауарларға бұл орында жоқ ерекше сақтау жағдайлары қажет.',
    },
    cure: {
      en: 'Choose a place that is adapted to the goods.',
      ru: 'Выберите место, приспособленное для таких товаров.',
      kk: 'Мұндай тауарларға бейімделген орынды таңдаңыз.',
    },
  },
  NOT_OWN_GOODS: {
    article: { CODE_2010: art(260, 2) },
    text: {
      en: "A warehouse for the owner's own goods takes no goods of other persons.",
      ru: 'На складе хранения собственных товаров нельзя хранить товары других лиц.',
      kk: 'Өз тауарларын сақтау қоймасында басқа тұлғалардың тауарларын сақтауға болмайды.',
    },
    cure: {
      en: 'Choose a temporary storage warehouse.',
      ru: 'Выберите склад временного хранения.',
      kk: 'Уақытша сақтау қоймасын таңдаңыз.',
    },
  },
  UNION_GOODS: {
    article: { CODE_2010: art(259, 1) },
    text: {
      en: 'Only foreign goods are placed in temporary storage; these are Union goods.',
      ru: 'На временное хранение помещаются только иностранные товары; это товары Союза.',
      kk: 'Уақытша сақтауға тек шетелдік тауарлар орналастырылады; бұл Одақ тауарлары.',
    },
    cure: {
      en: 'Union goods need no temporary storage.',
      ru: 'Товары Союза не требуют временного хранения.',
      kk: 'Одақ тауарлары уақытша сақтауды қажет етпейді.',
    },
  },
  OUT_OF_SCOPE: {
    article: { CODE_2010: art(259, 2) },
    text: {
      en: 'Goods moved by pipeline or power line are not placed in temporary storage.',
      ru: 'Товары, перемещаемые трубопроводом или по линиям электропередачи, на временное хранение не помещаются.',
      kk: 'Құбыржолмен немесе электр беру желісімен өткізілетін тауарлар уақытша сақтауға орналастырылмайды.',
    },
    cure: {
      en: 'Declare the goods as the law sets for pipelines and electricity.',
      ru: 'Декларируйте товары в порядке, установленном для трубопроводов и электроэнергии.',
      kk: 'Тауарларды құбыржол мен электр энергиясы үшін белгіленген тәртіппен декларациялаңыз.',
    },
  },
  STORAGE_ALREADY_REGISTERED: {
    article: { CODE_2010: art(260, 1) },
    text: {
      en: 'Storage documents of this consignment are registered already.',
      ru: 'Документы на временное хранение этой партии уже зарегистрированы.',
      kk: 'Бұл партияны уақытша сақтау құжаттары тіркеліп қойған.',
    },
    cure: {
      en: 'Use the lot that was opened.',
      ru: 'Используйте открытую партию хранения.',
      kk: 'Ашылған сақтау партиясын пайдаланыңыз.',
    },
  },
  GOODS_ALREADY_RELEASED: {
    article: { CODE_2010: art(272, 3) },
    text: {
      en: 'The goods of this consignment are released and no longer under customs control.',
      ru: 'Товары этой партии выпущены и не находятся под таможенным контролем.',
      kk: 'Бұл партияның тауарлары шығарылған және кедендік бақылауда емес.',
    },
    cure: {
      en: 'Released goods need no temporary storage.',
      ru: 'Выпущенные товары не требуют временного хранения.',
      kk: 'Шығарылған тауарлар уақытша сақтауды қажет етпейді.',
    },
  },
  ARRIVAL_NOT_KNOWN_YET: {
    article: { CODE_2010: design('order of messages') },
    text: {
      en: 'The arrival of this consignment is not known here, or its message is still on its way.',
      ru: 'О прибытии этой партии здесь не известно, либо сообщение ещё в пути.',
      kk: 'Бұл партияның келгені мұнда белгісіз немесе хабары әлі жолда.',
    },
    cure: {
      en: 'Check the number of the arrival notice; send the same request again in a few seconds.',
      ru: 'Проверьте номер уведомления о прибытии; повторите тот же запрос через несколько секунд.',
      kk: 'Келу туралы хабарламаның нөмірін тексеріңіз; сол сұрауды бірнеше секундтан кейін қайталаңыз.',
    },
  },
  SET_NOT_CURABLE: {
    article: { CODE_2010: art(267, 1) },
    text: {
      en: 'Only a returned set of storage documents can be supplemented.',
      ru: 'Дополнить можно только возвращённые документы.',
      kk: 'Тек қайтарылған құжаттарды толықтыруға болады.',
    },
    cure: {
      en: 'Lodge documents for another consignment as a new set.',
      ru: 'Документы на другую партию подайте заново.',
      kk: 'Басқа партияның құжаттарын жаңадан беріңіз.',
    },
  },
});
