/** Why an order on a register entry cannot be made, whatever the conditions say: the procedure itself is against it. */
import { art, defineReasons, design } from '@shekara/kernel';

export const orderRefusals = defineReasons({
  REAPPLY_BAN_ACTIVE: {
    article: { CODE_2010: art(28, 4) },
    text: {
      en: 'One year from the exclusion order has not run out; the application is not considered.',
      ru: 'Не истёк год со дня приказа об исключении; заявление не рассматривается.',
      kk: 'Шығару туралы бұйрықтан бастап бір жыл өткен жоқ; өтініш қаралмайды.',
    },
    cure: {
      en: 'Apply on or after the day named.',
      ru: 'Подайте заявление не ранее указанного дня.',
      kk: 'Өтінішті көрсетілген күннен ерте бермеңіз.',
    },
  },
  REGISTER_ENTRY_OPEN: {
    article: { CODE_2010: design('one open entry per person, register and place (open reading 36)') },
    text: {
      en: 'The person already stands in this register, for a warehouse with this very place.',
      ru: 'Лицо уже включено в этот реестр, для склада — с этим же местом.',
      kk: 'Тұлға осы тізілімге енгізілген, қойма үшін — дәл осы орынмен.',
    },
    cure: {
      en: 'Use the entry that exists.',
      ru: 'Используйте существующую запись.',
      kk: 'Бар жазбаны пайдаланыңыз.',
    },
  },
  ORDER_SIGNER_NOT_HEAD: {
    article: { CODE_2010: art(27, 4) },
    text: {
      en: 'The order is not signed by the head or deputy of the deciding body.',
      ru: 'Приказ подписан не руководителем решающего органа и не его заместителем.',
      kk: 'Бұйрыққа шешуші органның басшысы немесе оның орынбасары қол қоймаған.',
    },
    cure: {
      en: 'Have the head or deputy sign.',
      ru: 'Передайте на подпись руководителю или заместителю.',
      kk: 'Басшыға немесе орынбасарына қол қойғызыңыз.',
    },
  },
  PREMISES_REPORT_MISSING: {
    article: { CODE_2010: art(41, 4) },
    text: {
      en: 'The report of the inspection of the premises is not filed.',
      ru: 'Акт осмотра помещений не представлен.',
      kk: 'Үй-жайларды қарап-тексеру актісі ұсынылмаған.',
    },
    cure: { en: 'File the report first.', ru: 'Сначала представьте акт.', kk: 'Алдымен актіні ұсыныңыз.' },
  },
  SECURITY_RATE_UNKNOWN: {
    article: { CODE_2010: art(26, 3) },
    text: {
      en: 'No euro rate is known for the day on which the security was provided.',
      ru: 'Неизвестен курс евро на день предоставления обеспечения.',
      kk: 'Қамтамасыз ету берілген күнгі еуро бағамы белгісіз.',
    },
    cure: {
      en: 'Check the day, or load the rate.',
      ru: 'Проверьте дату или загрузите курс.',
      kk: 'Күнін тексеріңіз немесе бағамды жүктеңіз.',
    },
  },
  REGISTER_ENTRY_NOT_INCLUDED: {
    article: { CODE_2010: art(42, 2) },
    text: {
      en: 'Only an entry that is included and not suspended can be suspended.',
      ru: 'Приостановить можно только действующую запись.',
      kk: 'Тек қолданыстағы жазбаны тоқтата тұруға болады.',
    },
    cure: { en: 'Check the entry.', ru: 'Проверьте запись.', kk: 'Жазбаны тексеріңіз.' },
  },
  REGISTER_ENTRY_NOT_SUSPENDED: {
    article: { CODE_2010: art(42, 5) },
    text: {
      en: 'Only a suspended entry can be resumed.',
      ru: 'Возобновить можно только приостановленную запись.',
      kk: 'Тек тоқтатыла тұрған жазбаны қайта бастауға болады.',
    },
    cure: { en: 'Check the entry.', ru: 'Проверьте запись.', kk: 'Жазбаны тексеріңіз.' },
  },
  REGISTER_ENTRY_EXCLUDED: {
    article: { CODE_2010: art(28, 2) },
    text: {
      en: 'The entry is already excluded.',
      ru: 'Запись уже исключена из реестра.',
      kk: 'Жазба тізілімнен шығарылған.',
    },
    cure: { en: 'Check the entry.', ru: 'Проверьте запись.', kk: 'Жазбаны тексеріңіз.' },
  },
  SUSPENSION_NOT_IN_REGISTER: {
    article: { CODE_2010: art(28) },
    text: {
      en: 'This register knows no suspension.',
      ru: 'Для этого реестра приостановление не предусмотрено.',
      kk: 'Бұл тізілім үшін тоқтата тұру көзделмеген.',
    },
    cure: {
      en: 'Open an exclusion case if a ground exists.',
      ru: 'Начните дело об исключении, если есть основание.',
      kk: 'Негіз болса, шығару туралы іс қозғаңыз.',
    },
  },
  OWNER_NOTICE_MISSING: {
    article: { CODE_2010: art(42, 1) },
    text: {
      en: "The owner's own written notice is not registered.",
      ru: 'Не зарегистрировано письменное уведомление самого владельца.',
      kk: 'Иесінің өз жазбаша хабарламасы тіркелмеген.',
    },
    cure: {
      en: 'Wait for the notice of the owner; customs cannot act here by itself.',
      ru: 'Дождитесь уведомления владельца; таможенный орган не вправе решать это сам.',
      kk: 'Иесінің хабарламасын күтіңіз; кеден органы мұны өзі шеше алмайды.',
    },
  },
  SUSPENSION_TOO_LONG: {
    article: { CODE_2010: art(42, 1) },
    text: {
      en: 'The suspension would not end within six months of the order.',
      ru: 'Приостановление не укладывается в шесть месяцев со дня приказа.',
      kk: 'Тоқтата тұру бұйрықтан бастап алты айға сыймайды.',
    },
    cure: {
      en: 'Name an end between the order and the latest day.',
      ru: 'Укажите окончание между днём приказа и последним допустимым днём.',
      kk: 'Бұйрық күні мен соңғы рұқсат етілген күн арасындағы аяқталу күнін көрсетіңіз.',
    },
  },
  EXCLUSION_GROUND_UNKNOWN: {
    article: { CODE_2010: art(28, 1) },
    text: {
      en: 'The register does not know this ground of exclusion.',
      ru: 'Такого основания исключения для этого реестра нет.',
      kk: 'Бұл тізілім үшін мұндай шығару негізі жоқ.',
    },
    cure: {
      en: 'Name a listed ground.',
      ru: 'Укажите основание из перечня.',
      kk: 'Тізбедегі негізді көрсетіңіз.',
    },
  },
  EXCLUSION_PROVISION_NOT_LISTED: {
    article: { CODE_2010: art(28, '1.1') },
    text: {
      en: 'The condition or duty named is none whose loss or breach leads to exclusion.',
      ru: 'Указанное условие или обязанность не относится к тем, утрата или нарушение которых ведёт к исключению.',
      kk: 'Көрсетілген шарт немесе міндет жоғалтылуы не бұзылуы шығаруға әкелетіндерге жатпайды.',
    },
    cure: {
      en: 'Name a listed condition or duty, or close the case.',
      ru: 'Укажите условие или обязанность из перечня либо закройте дело.',
      kk: 'Тізбедегі шартты немесе міндетті көрсетіңіз не істі жабыңыз.',
    },
  },
  TRANSFORMATION_IS_NO_GROUND: {
    article: { CODE_2010: art(28, '1.4') },
    text: {
      en: 'Reorganization by transformation is no ground of exclusion.',
      ru: 'Реорганизация путём преобразования не является основанием исключения.',
      kk: 'Қайта құру жолымен қайта ұйымдастыру шығару негізі болмайды.',
    },
    cure: {
      en: 'Record the new legal form as a change of data.',
      ru: 'Запишите новую правовую форму как изменение сведений.',
      kk: 'Жаңа құқықтық нысанды мәліметтердің өзгеруі ретінде жазыңыз.',
    },
  },
});
