/** Why a place is not fit for a temporary storage warehouse (art. 40.1.1, 40.2): one code a requirement. */
import { art, defineReasons } from '@shekara/kernel';

const article = { CODE_2010: art(40, '1.1') };
const cure = {
  en: 'Put the place in order and file again; there is no wait after a refusal.',
  ru: 'Приведите место в порядок и подайте заявление снова; после отказа срок не выжидается.',
  kk: 'Орынды тәртіпке келтіріп, өтінішті қайта беріңіз; бас тартудан кейін мерзім күтілмейді.',
};

export const premisesRefusals = defineReasons({
  COND_PREMISES_TITLE: {
    article,
    cure,
    text: {
      en: 'The premises are not owned, managed or leased by the applicant.',
      ru: 'Помещения не находятся в собственности, ведении, управлении или аренде заявителя.',
      kk: 'Үй-жайлар өтініш берушінің меншігінде, жүргізуінде, басқаруында немесе жалдауында емес.',
    },
  },
  COND_LEASE_TERM: {
    article: { CODE_2010: art(40, 2) },
    cure,
    text: {
      en: 'The lease ends less than one year after the application.',
      ru: 'Срок аренды менее одного года со дня подачи заявления.',
      kk: 'Жалдау мерзімі өтініш берілген күннен бастап бір жылдан аз.',
    },
  },
  COND_GATE_CONTROL_VIDEO: {
    article,
    cure,
    text: {
      en: 'Gate control, round-the-clock cameras or the archive of 30 calendar days is missing.',
      ru: 'Нет пропускного контроля, круглосуточного видеонаблюдения или архива за 30 календарных дней.',
      kk: 'Өткізу бақылауы, тәулік бойғы бейнебақылау немесе 30 күнтізбелік күндік мұрағат жоқ.',
    },
  },
  COND_HANDLING_WEIGHING: {
    article,
    cure,
    text: {
      en: 'Handling gear or certified scales are missing.',
      ru: 'Нет погрузочно-разгрузочных механизмов или сертифицированного весового оборудования.',
      kk: 'Тиеу-түсіру тетіктері немесе сертификатталған таразы жабдығы жоқ.',
    },
  },
  COND_GAS_METERING: {
    article,
    cure,
    text: {
      en: 'Gas is stored without meters.',
      ru: 'Газ хранится без приборов учёта.',
      kk: 'Газ есепке алу аспаптарынсыз сақталады.',
    },
  },
  COND_ACCESS_ROADS: {
    article,
    cure,
    text: {
      en: 'The access roads are not serviceable.',
      ru: 'Подъездные пути технически не исправны.',
      kk: 'Кірме жолдар техникалық жағынан ақаулы.',
    },
  },
  COND_INSPECTION_SITE: {
    article,
    cure,
    text: {
      en: 'There is no inspection site with a covered part, light and cameras.',
      ru: 'Нет досмотровой площадки с крытой частью, освещением и видеонаблюдением.',
      kk: 'Жабық бөлігі, жарығы және бейнебақылауы бар тексеру алаңы жоқ.',
    },
  },
  COND_MARKING_SURFACE: {
    article,
    cure,
    text: {
      en: 'The signs of the control zone or the asphalt surface are missing.',
      ru: 'Нет обозначения зоны контроля или асфальтового покрытия.',
      kk: 'Бақылау аймағының белгілері немесе асфальт жабыны жоқ.',
    },
  },
  COND_FOREIGN_BUILDINGS: {
    article,
    cure,
    text: {
      en: 'Buildings not tied to the warehouse stand on its ground.',
      ru: 'На территории находятся здания, не связанные с работой склада.',
      kk: 'Аумақта қойма жұмысына қатысы жоқ ғимараттар бар.',
    },
  },
  COND_SINGLE_COMPLEX: {
    article,
    cure,
    text: {
      en: 'The place is not one complex with one address and one closed fence.',
      ru: 'Место не является единым комплексом с одним адресом и непрерывным ограждением.',
      kk: 'Орын бір мекенжайы және үздіксіз қоршауы бар біртұтас кешен емес.',
    },
  },
});
