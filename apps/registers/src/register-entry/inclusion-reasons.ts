/** Why a person is not included in a register (list INCLUSION_REFUSAL_REASON; articles of the first register named). */
import { art, defineReasons } from '@shekara/kernel';

const MEET_AND_REFILE = {
  en: 'Meet the condition and file again; there is no wait after a refusal.',
  ru: 'Выполните условие и подайте заявление снова; после отказа срок не выжидается.',
  kk: 'Шартты орындап, өтінішті қайта беріңіз; бас тартудан кейін мерзім күтілмейді.',
};

export const inclusionRefusals = defineReasons({
  DOC_MISSING: {
    article: { CODE_2010: art(27, 2) },
    text: {
      en: 'A listed document is absent and cannot be had from state systems.',
      ru: 'Отсутствует документ из перечня, и его нельзя получить из государственных систем.',
      kk: 'Тізбедегі құжат жоқ және оны мемлекеттік жүйелерден алу мүмкін емес.',
    },
    cure: { en: 'Attach the document.', ru: 'Приложите документ.', kk: 'Құжатты қоса беріңіз.' },
  },
  COND_LEGAL_FORM: {
    article: { CODE_2010: art(25, 1) },
    text: {
      en: 'The applicant is not a legal entity of Kazakhstan with a valid BIN.',
      ru: 'Заявитель не является юридическим лицом Казахстана с действительным БИН.',
      kk: 'Өтініш беруші жарамды БСН-і бар Қазақстанның заңды тұлғасы емес.',
    },
    cure: {
      en: 'Apply as a legal entity of Kazakhstan.',
      ru: 'Подайте заявление от юридического лица Казахстана.',
      kk: 'Өтінішті Қазақстанның заңды тұлғасы атынан беріңіз.',
    },
  },
  COND_STAFF_SPECIALISTS: {
    article: { CODE_2010: art(26, 1) },
    text: {
      en: 'Fewer than two employed specialists hold a valid certificate.',
      ru: 'В штате менее двух специалистов с действующим квалификационным аттестатом.',
      kk: 'Штатта жарамды біліктілік аттестаты бар мамандар екеуден аз.',
    },
    cure: MEET_AND_REFILE,
  },
  COND_LIABILITY_INSURANCE: {
    article: { CODE_2010: art(26, 2) },
    text: {
      en: 'No civil liability insurance is in force.',
      ru: 'Нет действующего договора страхования гражданско-правовой ответственности.',
      kk: 'Азаматтық-құқықтық жауапкершілікті сақтандырудың қолданыстағы шарты жоқ.',
    },
    cure: MEET_AND_REFILE,
  },
  COND_SECURITY_AMOUNT: {
    article: { CODE_2010: art(26, 3) },
    text: {
      en: 'The security is below the minimum at the rate of the day it was provided.',
      ru: 'Обеспечение меньше минимальной суммы по курсу на день предоставления.',
      kk: 'Қамтамасыз ету берілген күнгі бағам бойынша ең аз сомадан төмен.',
    },
    cure: {
      en: 'Add to the security and file again.',
      ru: 'Увеличьте обеспечение и подайте заявление снова.',
      kk: 'Қамтамасыз етуді көбейтіп, өтінішті қайта беріңіз.',
    },
  },
  COND_ACTIVITY_PERIOD: {
    article: { CODE_2010: art(34, 1) },
    text: {
      en: 'Goods have been carried for less than two years before the application.',
      ru: 'Перевозка товаров осуществляется менее двух лет до подачи заявления.',
      kk: 'Өтініш бергенге дейін тауарлар екі жылдан аз тасымалданған.',
    },
    cure: {
      en: 'Apply when two years have passed.',
      ru: 'Подайте заявление по истечении двух лет.',
      kk: 'Өтінішті екі жыл өткен соң беріңіз.',
    },
  },
  COND_CARRIAGE_PERMIT: {
    article: { CODE_2010: art(34, 3) },
    text: {
      en: 'The permit that the law asks for this carriage is absent.',
      ru: 'Отсутствует разрешение, требуемое для такой перевозки.',
      kk: 'Мұндай тасымал үшін талап етілетін рұқсат жоқ.',
    },
    cure: MEET_AND_REFILE,
  },
  COND_VEHICLE_TITLE: {
    article: { CODE_2010: art(34, 4) },
    text: {
      en: 'Vehicles are not owned, managed or leased by the applicant.',
      ru: 'Транспортные средства не находятся в собственности, ведении, управлении или аренде заявителя.',
      kk: 'Көлік құралдары өтініш берушінің меншігінде, жүргізуінде, басқаруында немесе жалдауында емес.',
    },
    cure: MEET_AND_REFILE,
  },
  COND_VEHICLE_SEALABLE: {
    article: { CODE_2010: art(34, 4) },
    text: {
      en: 'No vehicle is fit for carriage under customs seals.',
      ru: 'Нет транспортного средства, пригодного для перевозки под таможенными пломбами.',
      kk: 'Кедендік пломбалармен тасымалдауға жарамды көлік құралы жоқ.',
    },
    cure: MEET_AND_REFILE,
  },
  COND_VEHICLE_TRACKING: {
    article: { CODE_2010: art(34, 7) },
    text: {
      en: 'A listed vehicle lacks a device that sends its position to customs.',
      ru: 'Транспортное средство не оснащено устройством, передающим местоположение таможенным органам.',
      kk: 'Көлік құралы орналасқан жерін кеден органдарына беретін құрылғымен жабдықталмаған.',
    },
    cure: MEET_AND_REFILE,
  },
  COND_CUSTOMS_DEBT: {
    article: { CODE_2010: art(34, 5) },
    text: {
      en: 'On the day of the application customs payments, interest or penalties are unpaid.',
      ru: 'На день подачи заявления не исполнена обязанность по уплате таможенных платежей, процентов, пеней.',
      kk: 'Өтініш берілген күні кедендік төлемдерді, пайыздарды, өсімпұлдарды төлеу міндеті орындалмаған.',
    },
    cure: {
      en: 'Pay and file again.',
      ru: 'Оплатите и подайте заявление снова.',
      kk: 'Төлеп, өтінішті қайта беріңіз.',
    },
  },
  COND_ADMIN_OFFENCE: {
    article: { CODE_2010: art(34, 6) },
    text: {
      en: 'A ruling on a listed offence came into force within the year before the application.',
      ru: 'В течение года до подачи заявления вступило в силу постановление о правонарушении из перечня.',
      kk: 'Өтініш бергенге дейінгі бір жыл ішінде тізбедегі құқық бұзушылық туралы қаулы күшіне енген.',
    },
    cure: {
      en: 'Apply when the year has passed.',
      ru: 'Подайте заявление по истечении года.',
      kk: 'Өтінішті бір жыл өткен соң беріңіз.',
    },
  },
});
