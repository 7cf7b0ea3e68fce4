/** Why an act of collection is refused: its stage, its payer, an appeal, its sum (art. 157, 161, 182). */
import { art, defineReasons } from '@shekara/kernel';

export const collectionReasons = defineReasons({
  STAGE_NOT_REACHED: {
    article: { CODE_2010: art(157, 4) },
    text: {
      en: 'An earlier stage of collection is not finished.',
      ru: 'Предыдущий этап взыскания не завершён.',
      kk: 'Өндіріп алудың алдыңғы кезеңі аяқталмаған.',
    },
    cure: {
      en: 'Finish the stage named and record its result first.',
      ru: 'Сначала завершите указанный этап и зафиксируйте его результат.',
      kk: 'Алдымен көрсетілген кезеңді аяқтап, нәтижесін тіркеңіз.',
    },
  },
  COLLECTION_STAGE_PAST: {
    article: { CODE_2010: art(157, 4) },
    text: {
      en: 'This stage of collection is finished already.',
      ru: 'Этот этап взыскания уже завершён.',
      kk: 'Өндіріп алудың бұл кезеңі аяқталған.',
    },
    cure: {
      en: 'Go on in the stage in which the case stands.',
      ru: 'Продолжайте на том этапе, на котором находится дело.',
      kk: 'Істі қазіргі кезеңінен жалғастырыңыз.',
    },
  },
  INDIVIDUAL_COURT_ONLY: {
    article: { CODE_2010: art(157, 5) },
    text: {
      en: 'From a physical person who is not an entrepreneur, debts are collected by a court only.',
      ru: 'С физического лица, не являющегося предпринимателем, задолженность взыскивается только через суд.',
      kk: 'Кәсіпкер болып табылмайтын жеке тұлғадан берешек тек сот арқылы өндіріп алынады.',
    },
    cure: {
      en: 'Apply to the court.',
      ru: 'Обратитесь в суд.',
      kk: 'Сотқа жүгініңіз.',
    },
  },
  NOTICE_SUSPENDED_BY_APPEAL: {
    article: { CODE_2010: art(182, 2) },
    text: {
      en: 'The part of the debt is under appeal; nothing new may be done to collect it.',
      ru: 'Часть задолженности обжалуется; новые меры по её взысканию не принимаются.',
      kk: 'Берешектің бұл бөлігіне шағым жасалған; оны өндіріп алуға жаңа шаралар қолданылмайды.',
    },
    cure: {
      en: 'Collect the undisputed part only, or wait for the decision on the appeal.',
      ru: 'Взыскивайте только неоспариваемую часть или дождитесь решения по жалобе.',
      kk: 'Тек дауланбайтын бөлігін өндіріп алыңыз немесе шағым бойынша шешімді күтіңіз.',
    },
  },
  COLLECTION_ABOVE_DEBT: {
    article: { CODE_2010: art(157, 2) },
    text: {
      en: 'The sum is not above zero, or is more than what is still owed and not yet ordered elsewhere.',
      ru: 'Сумма не больше нуля или превышает остаток долга, ещё не включённый в другие распоряжения.',
      kk: 'Сома нөлден аспайды немесе басқа өкімдерге енгізілмеген борыш қалдығынан асады.',
    },
    cure: {
      en: 'Take at most what is left.',
      ru: 'Укажите сумму не больше остатка.',
      kk: 'Қалдықтан аспайтын соманы көрсетіңіз.',
    },
  },
  COLLECTION_OVER: {
    article: { CODE_2010: art(157, 6) },
    text: {
      en: 'The collection case is closed.',
      ru: 'Дело о взыскании закрыто.',
      kk: 'Өндіріп алу ісі жабылған.',
    },
    cure: {
      en: 'Nothing more can be collected in this case; see the ground on which it was closed.',
      ru: 'Взыскание по этому делу невозможно; см. основание закрытия.',
      kk: 'Бұл іс бойынша өндіріп алу мүмкін емес; жабу негізін қараңыз.',
    },
  },
  COVER_DEMANDED_TWICE: {
    article: { CODE_2010: art(161, 1) },
    text: {
      en: 'A demand for this security was made already.',
      ru: 'Требование по этому обеспечению уже предъявлено.',
      kk: 'Бұл қамтамасыз ету бойынша талап қойылған.',
    },
    cure: {
      en: 'Wait for the result that the guarantees service reports.',
      ru: 'Дождитесь результата, о котором сообщит служба обеспечения.',
      kk: 'Қамтамасыз ету қызметі хабарлайтын нәтижені күтіңіз.',
    },
  },
  OFFSET_NEEDS_TREATY_RULE: {
    article: { CODE_2010: art(138, 8) },
    text: {
      en: 'Import duty is set off with other kinds only where a treaty rule allows it.',
      ru: 'Зачёт между ввозной пошлиной и другими видами платежей возможен только по правилу международного договора.',
      kk: 'Кедендік әкелу бажын басқа төлем түрлерімен есепке жатқызу тек халықаралық шарт ережесі бойынша мүмкін.',
    },
    cure: {
      en: 'An officer must name the treaty rule, or leave this overpayment out.',
      ru: 'Должностное лицо указывает правило договора либо не использует эту переплату.',
      kk: 'Лауазымды адам шарт ережесін көрсетеді немесе бұл артық төлемді пайдаланбайды.',
    },
  },
  SECURING_MEASURE_NOT_IN_FORCE: {
    article: { CODE_2010: art(162, 5) },
    text: {
      en: 'No such securing measure is in force.',
      ru: 'Такая обеспечительная мера не действует.',
      kk: 'Мұндай қамтамасыз ету шарасы қолданылып тұрған жоқ.',
    },
    cure: {
      en: 'Check the number of the order or decision.',
      ru: 'Проверьте номер распоряжения или решения.',
      kk: 'Өкімнің немесе шешімнің нөмірін тексеріңіз.',
    },
  },
  PAYER_STATUS_UNFIT: {
    article: { CODE_2010: art(157, 5) },
    text: {
      en: 'Only a person with an IIN can be an entrepreneur, and only by a proof of registration.',
      ru: 'Предпринимателем может быть только лицо с ИИН и только при подтверждении регистрации.',
      kk: 'Тек ЖСН-і бар адам және тек тіркелгенін растағанда ғана кәсіпкер бола алады.',
    },
    cure: {
      en: 'State the number of the registration as an individual entrepreneur.',
      ru: 'Укажите номер регистрации индивидуального предпринимателя.',
      kk: 'Жеке кәсіпкердің тіркеу нөмірін көрсетіңіз.',
    },
  },
  OWN_MONEY_SHORT: {
    article: { CODE_2010: art(161, 1) },
    text: {
      en: 'The payer has less confirmed money of this purpose on the account.',
      ru: 'На лицевом счёте плательщика меньше подтверждённых денег этого назначения.',
      kk: 'Төлеушінің дербес шотында осы мақсаттағы расталған ақша азырақ.',
    },
    cure: {
      en: 'Set off at most what the account shows.',
      ru: 'Зачтите не больше, чем показывает счёт.',
      kk: 'Шот көрсеткеннен аспайтын соманы есепке жатқызыңыз.',
    },
  },
});
