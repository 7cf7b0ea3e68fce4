/** Refusal to release: the nine grounds of Code 2017 art. 201, and those of Code 2010 (art. 302, 291.7, 299.2, 111.2). */
import { art, art2017, defineReasons } from '@shekara/kernel';

const CORRECT_AND_FILE_AGAIN = {
  en: 'Put right what is named; a new declaration may be filed until temporary storage ends.',
  ru: 'Устраните указанное; новую декларацию можно подать до конца срока временного хранения.',
  kk: 'Көрсетілгенді жойыңыз; жаңа декларацияны уақытша сақтау мерзімі аяқталғанша беруге болады.',
};

export const RELEASE_REFUSAL = defineReasons({
  RELEASE_CONDITIONS_NOT_MET: {
    article: { CODE_2017: art2017(201, 1), CODE_2010: art(302, 1) },
    text: {
      en: 'A condition of release is not met.',
      ru: 'Не соблюдено условие выпуска.',
      kk: 'Шығару шарты сақталмаған.',
    },
    cure: CORRECT_AND_FILE_AGAIN,
  },
  AMENDMENT_DEMAND_IGNORED: {
    article: { CODE_2017: art2017(201, 2) },
    text: {
      en: 'The customs body demanded a change of the declaration and it was not made.',
      ru: 'Требование таможенного органа об изменении сведений декларации не выполнено.',
      kk: 'Кеден органының декларация мәліметтерін өзгерту туралы талабы орындалмаған.',
    },
    cure: CORRECT_AND_FILE_AGAIN,
  },
  PRELIM_GOODS_NOT_ARRIVED: {
    article: { CODE_2017: art2017(201, 3), CODE_2010: art(291, 7) },
    text: {
      en: 'The goods of a preliminary declaration did not come within 30 calendar days.',
      ru: 'Товары по предварительной декларации не прибыли в течение 30 календарных дней.',
      kk: 'Алдын ала декларация бойынша тауарлар 30 күнтізбелік күн ішінде келмеген.',
    },
    cure: {
      en: 'Declare the goods anew once they have arrived.',
      ru: 'Задекларируйте товары заново после их прибытия.',
      kk: 'Тауарлар келгеннен кейін оларды қайта декларациялаңыз.',
    },
  },
  PERIODIC_RULES_OR_DEBT: {
    article: { CODE_2017: art2017(201, 4) },
    text: {
      en: 'The rules of periodic declaring are broken, or the declarant owes duties, interest or penalties.',
      ru: 'Нарушены правила периодического декларирования, либо у декларанта есть задолженность.',
      kk: 'Кезеңдік декларациялау қағидалары бұзылған немесе декларанттың берешегі бар.',
    },
    cure: {
      en: 'Pay the debt; file by the ordinary way.',
      ru: 'Погасите задолженность; подайте декларацию в обычном порядке.',
      kk: 'Берешекті өтеңіз; декларацияны әдеттегі тәртіппен беріңіз.',
    },
  },
  GOODS_NOT_SHOWN: {
    article: { CODE_2017: art2017(201, 5) },
    text: {
      en: 'Goods that the customs body asked for were not presented inside the release term.',
      ru: 'Товары, затребованные таможенным органом, не предъявлены в срок выпуска.',
      kk: 'Кеден органы талап еткен тауарлар шығару мерзімінде көрсетілмеген.',
    },
    cure: {
      en: 'Present the goods and file again.',
      ru: 'Предъявите товары и подайте декларацию снова.',
      kk: 'Тауарларды көрсетіп, декларацияны қайта беріңіз.',
    },
  },
  IP_TERM_NOT_RESUMED: {
    article: { CODE_2017: art2017(201, 6) },
    text: {
      en: 'The release term was suspended to protect intellectual property and was not resumed.',
      ru: 'Срок выпуска приостановлен для защиты интеллектуальной собственности и не возобновлён.',
      kk: 'Шығару мерзімі зияткерлік меншікті қорғау үшін тоқтатылып, қайта басталмаған.',
    },
    cure: {
      en: 'Settle the matter with the rights holder or in court.',
      ru: 'Урегулируйте вопрос с правообладателем или в суде.',
      kk: 'Мәселені құқық иесімен немесе сотта шешіңіз.',
    },
  },
  REQUESTED_DOCUMENTS_NOT_GIVEN: {
    article: { CODE_2017: art2017(201, 7) },
    text: {
      en: 'Customs documents that were asked for were not given by the date set.',
      ru: 'Запрошенные таможенные документы не представлены к установленной дате.',
      kk: 'Сұратылған кедендік құжаттар белгіленген күнге ұсынылмаған.',
    },
    cure: CORRECT_AND_FILE_AGAIN,
  },
  NOT_PERSONAL_USE: {
    article: { CODE_2017: art2017(201, 8) },
    text: {
      en: 'Goods in a passenger declaration are not for personal use.',
      ru: 'Товары в пассажирской декларации не предназначены для личного пользования.',
      kk: 'Жолаушылар декларациясындағы тауарлар жеке пайдалануға арналмаған.',
    },
    cure: {
      en: 'Declare the goods with a goods declaration.',
      ru: 'Задекларируйте товары декларацией на товары.',
      kk: 'Тауарларды тауарларға арналған декларациямен декларациялаңыз.',
    },
  },
  VIOLATION_FOUND: {
    article: { CODE_2017: art2017(201, 9), CODE_2010: art(302, 2) },
    text: {
      en: 'Control found a violation of customs law.',
      ru: 'При контроле выявлено нарушение таможенного законодательства.',
      kk: 'Бақылау кезінде кеден заңнамасының бұзылуы анықталған.',
    },
    cure: CORRECT_AND_FILE_AGAIN,
  },
  FALSE_DUTY_DATA: {
    article: { CODE_2010: art(302, 3) },
    text: {
      en: 'Code, origin, rate, amount or way of payment is declared falsely.',
      ru: 'Недостоверно заявлены код, происхождение, ставка, сумма или способ уплаты.',
      kk: 'Код, шығу тегі, мөлшерлеме, сома немесе төлем тәсілі дұрыс мәлімделмеген.',
    },
    cure: CORRECT_AND_FILE_AGAIN,
  },
  RESTRICTION_SIGNS_NO_PROOF: {
    article: { CODE_2010: art(299, 2) },
    text: {
      en: 'There are signs of a ban or restriction and no proof that it is kept.',
      ru: 'Есть признаки запрета или ограничения, их соблюдение не подтверждено.',
      kk: 'Тыйым немесе шектеу белгілері бар, олардың сақталуы расталмаған.',
    },
    cure: CORRECT_AND_FILE_AGAIN,
  },
  VALUE_NOT_CORRECTED: {
    article: { CODE_2010: art(111, 2) },
    text: {
      en: 'The decision on the customs value was not carried out and paid inside the release term.',
      ru: 'Решение о корректировке стоимости не исполнено и не оплачено в срок выпуска.',
      kk: 'Құнды түзету туралы шешім шығару мерзімінде орындалмаған және төленбеген.',
    },
    cure: CORRECT_AND_FILE_AGAIN,
  },
});

export type ReleaseRefusalCode = keyof typeof RELEASE_REFUSAL;

/** In regime CODE_2017 these are details of the ground that covers them, reported together with it (code list RELEASE_REFUSAL_REASON). */
export const DETAIL_OF_GROUND_2017: Readonly<
  Partial<Record<ReleaseRefusalCode, readonly ReleaseRefusalCode[]>>
> = {
  FALSE_DUTY_DATA: ['AMENDMENT_DEMAND_IGNORED', 'VIOLATION_FOUND'],
  RESTRICTION_SIGNS_NO_PROOF: ['RELEASE_CONDITIONS_NOT_MET'],
  VALUE_NOT_CORRECTED: ['AMENDMENT_DEMAND_IGNORED'],
};

/** Why the officer's command itself is not accepted. */
export const RELEASE_COMMAND_REFUSALS = defineReasons({
  RELEASE_ALREADY_DECIDED: {
    article: { CODE_2010: art(296, 2), CODE_2017: art2017(201) },
    text: {
      en: 'The release of this declaration has already been decided.',
      ru: 'Решение о выпуске по этой декларации уже принято.',
      kk: 'Бұл декларация бойынша шығару туралы шешім қабылданған.',
    },
    cure: {
      en: 'Use the routes after release: adjustment, withdrawal or appeal.',
      ru: 'Используйте порядок после выпуска: корректировка, отзыв или обжалование.',
      kk: 'Шығарудан кейінгі тәртіпті қолданыңыз: түзету, кері қайтару немесе шағымдану.',
    },
  },
  DECLARATION_WITHDRAWN: {
    article: { CODE_2010: art(290, 1) },
    text: {
      en: 'The declaration is withdrawn.',
      ru: 'Декларация отозвана.',
      kk: 'Декларация кері қайтарылған.',
    },
    cure: {
      en: 'File a new declaration.',
      ru: 'Подайте новую декларацию.',
      kk: 'Жаңа декларация беріңіз.',
    },
  },
  RELEASE_TERM_SUSPENDED: {
    article: { CODE_2010: art(297, 3) },
    text: {
      en: 'The release term is suspended; release waits until it is resumed.',
      ru: 'Срок выпуска приостановлен; выпуск возможен после возобновления.',
      kk: 'Шығару мерзімі тоқтатылған; шығару ол қайта басталғанда мүмкін.',
    },
    cure: {
      en: 'Resume the term, or refuse when seizure or a court case is shown.',
      ru: 'Возобновите срок или откажите при наличии ареста, изъятия или дела в суде.',
      kk: 'Мерзімді қайта бастаңыз немесе тыйым салу, алып қою не сот ісі болса, бас тартыңыз.',
    },
  },
  RELEASE_TERM_OVER: {
    article: { CODE_2010: art(302, 1), CODE_2017: art2017(201) },
    text: {
      en: 'The release term has ended: refusal is no longer possible, and only the head may still release.',
      ru: 'Срок выпуска истёк: отказ уже невозможен, выпустить может только руководитель.',
      kk: 'Шығару мерзімі өтті: бас тартуға болмайды, тек басшы ғана шығара алады.',
    },
    cure: {
      en: 'Hand the declaration to the head of the customs body.',
      ru: 'Передайте декларацию руководителю таможенного органа.',
      kk: 'Декларацияны кеден органының басшысына беріңіз.',
    },
  },
  CONTROL_NOT_FINISHED: {
    article: { CODE_2010: art(296, 1), CODE_2017: art2017(201) },
    text: {
      en: 'A control of these goods has not ended, or its findings are not considered.',
      ru: 'Контроль этих товаров не завершён или его результаты не рассмотрены.',
      kk: 'Бұл тауарларды бақылау аяқталмаған немесе оның нәтижелері қаралмаған.',
    },
    cure: {
      en: 'Finish the control and state how its findings were settled.',
      ru: 'Завершите контроль и укажите, как учтены его результаты.',
      kk: 'Бақылауды аяқтап, оның нәтижелері қалай ескерілгенін көрсетіңіз.',
    },
  },
  REQUEST_STILL_OPEN: {
    article: { CODE_2010: art(289, 1), CODE_2017: art2017(201) },
    text: {
      en: 'A request or a demand on this declaration is still open.',
      ru: 'По этой декларации не рассмотрено обращение или не исполнено требование.',
      kk: 'Бұл декларация бойынша өтініш қаралмаған немесе талап орындалмаған.',
    },
    cure: {
      en: 'Decide on the request, or close the demand, first.',
      ru: 'Сначала рассмотрите обращение или закройте требование.',
      kk: 'Алдымен өтінішті қараңыз немесе талапты жабыңыз.',
    },
  },
  NO_GROUND_OF_REFUSAL: {
    article: { CODE_2010: art(302, 1), CODE_2017: art2017(201) },
    text: {
      en: 'A refusal names at least one ground of the law with its facts.',
      ru: 'Отказ содержит хотя бы одно основание закона с фактами.',
      kk: 'Бас тартуда заңның кемінде бір негізі және фактілері көрсетіледі.',
    },
    cure: {
      en: 'Name the grounds that hold, or release the goods.',
      ru: 'Укажите имеющиеся основания или выпустите товары.',
      kk: 'Бар негіздерді көрсетіңіз немесе тауарларды шығарыңыз.',
    },
  },
  GROUND_NOT_OF_THIS_REGIME: {
    article: { CODE_2010: art(302), CODE_2017: art2017(201) },
    text: {
      en: 'The law that governs this declaration does not know this ground.',
      ru: 'Право, применимое к этой декларации, не знает такого основания.',
      kk: 'Бұл декларацияға қолданылатын заңда мұндай негіз жоқ.',
    },
    cure: {
      en: 'Name a ground of the regime shown on the declaration.',
      ru: 'Укажите основание режима, показанного в декларации.',
      kk: 'Декларацияда көрсетілген режимнің негізін көрсетіңіз.',
    },
  },
  DETAIL_WITHOUT_ITS_GROUND: {
    article: { CODE_2017: art2017(201) },
    text: {
      en: 'This detail is reported only together with the ground that covers it.',
      ru: 'Эта подробность указывается только вместе с основанием, которое её охватывает.',
      kk: 'Бұл мән-жай тек оны қамтитын негізбен бірге көрсетіледі.',
    },
    cure: {
      en: 'Add the ground of art. 201 that covers it.',
      ru: 'Добавьте основание статьи 201, которое её охватывает.',
      kk: 'Оны қамтитын 201-баптың негізін қосыңыз.',
    },
  },
  GROUND_NOT_FOR_THIS_DECLARATION: {
    article: { CODE_2010: art(302), CODE_2017: art2017(201) },
    text: {
      en: 'The ground belongs to another kind of declaration, or its facts do not hold.',
      ru: 'Основание относится к другому виду декларации или его факты не подтверждены.',
      kk: 'Негіз декларацияның басқа түріне жатады немесе оның фактілері расталмаған.',
    },
    cure: {
      en: 'Name only grounds whose facts are recorded.',
      ru: 'Указывайте только основания с подтверждёнными фактами.',
      kk: 'Тек фактілері тіркелген негіздерді көрсетіңіз.',
    },
  },
  VIOLATION_EXCEPTION_APPLIES: {
    article: { CODE_2010: art(302, 2), CODE_2017: art2017(201, 9) },
    text: {
      en: 'An exception for the violation is recorded: it is no ground to refuse.',
      ru: 'По нарушению записано исключение: отказать по нему нельзя.',
      kk: 'Бұзушылық бойынша ерекшелік тіркелген: ол бас тартуға негіз емес.',
    },
    cure: {
      en: 'Release the goods, or name another ground.',
      ru: 'Выпустите товары или укажите другое основание.',
      kk: 'Тауарларды шығарыңыз немесе басқа негізді көрсетіңіз.',
    },
  },
});
