/** Why a change before release is refused (list AMENDMENT_REFUSAL_REASON; art. 289.1), and why a request or demand is not taken. */
import { art, art2017, defineReasons } from '@shekara/kernel';

const BEFORE_RELEASE = { CODE_2010: art(289, 1) };
const DEMAND = { CODE_2017: art2017(201, 2), CODE_2010: art(289, 3) };

const WAIT_FOR_DEMAND = {
  en: 'Leave this out, or tell the officer: customs may demand the change inside the release term.',
  ru: 'Исключите это изменение или сообщите инспектору: таможенный орган может потребовать его в срок выпуска.',
  kk: 'Бұл өзгерісті алып тастаңыз немесе инспекторға хабарлаңыз: кеден органы оны шығару мерзімінде талап ете алады.',
};

/** The list of the law; one or more of them in each refusal (R-DEC-278). */
export const AMENDMENT_REFUSAL = defineReasons({
  ALREADY_RELEASED: {
    article: BEFORE_RELEASE,
    text: {
      en: 'The goods are released: the declaration is changed by an adjustment now.',
      ru: 'Товары выпущены: сведения меняются корректировкой декларации.',
      kk: 'Тауарлар шығарылған: мәліметтер енді декларацияны түзету арқылы өзгертіледі.',
    },
    cure: {
      en: 'Submit an adjustment of the declaration.',
      ru: 'Подайте корректировку декларации на товары.',
      kk: 'Тауарларға арналған декларацияның түзетуін беріңіз.',
    },
  },
  NO_REASONED_REQUEST: {
    article: BEFORE_RELEASE,
    text: {
      en: 'The request gives no written reasons.',
      ru: 'Обращение не мотивировано.',
      kk: 'Өтініш дәлелденбеген.',
    },
    cure: {
      en: 'Say in writing why the data are to be changed.',
      ru: 'Письменно укажите, почему нужно изменить сведения.',
      kk: 'Мәліметтерді не үшін өзгерту керегін жазбаша көрсетіңіз.',
    },
  },
  AFFECTS_RELEASE_DECISION: {
    article: BEFORE_RELEASE,
    text: {
      en: 'The change touches the decision on release.',
      ru: 'Изменение влияет на принятие решения о выпуске.',
      kk: 'Өзгеріс шығару туралы шешімге әсер етеді.',
    },
    cure: WAIT_FOR_DEMAND,
  },
  AFFECTS_DUTY: {
    article: BEFORE_RELEASE,
    text: {
      en: 'The change touches data on which duties and taxes depend.',
      ru: 'Изменение затрагивает сведения, влияющие на размер пошлин и налогов.',
      kk: 'Өзгеріс баждар мен салықтардың мөлшеріне әсер ететін мәліметтерді қозғайды.',
    },
    cure: WAIT_FOR_DEMAND,
  },
  AFFECTS_RESTRICTIONS: {
    article: BEFORE_RELEASE,
    text: {
      en: 'The change touches the keeping of bans and restrictions.',
      ru: 'Изменение влияет на соблюдение запретов и ограничений.',
      kk: 'Өзгеріс тыйымдар мен шектеулердің сақталуына әсер етеді.',
    },
    cure: WAIT_FOR_DEMAND,
  },
  EXAMINATION_ANNOUNCED: {
    article: BEFORE_RELEASE,
    text: {
      en: 'When the request came, time and place of the examination of the goods had been told.',
      ru: 'К моменту получения обращения о месте и времени досмотра уже было сообщено.',
      kk: 'Өтініш түскен сәтте тексеріп қараудың орны мен уақыты туралы хабарланған.',
    },
    cure: {
      en: 'Wait for the result of the examination.',
      ru: 'Дождитесь результата досмотра.',
      kk: 'Тексеріп қараудың нәтижесін күтіңіз.',
    },
  },
  CONTROL_DECIDED: {
    article: BEFORE_RELEASE,
    text: {
      en: 'When the request came, another form of customs control had been decided on.',
      ru: 'К моменту получения обращения было принято решение о проведении иной формы контроля.',
      kk: 'Өтініш түскен сәтте бақылаудың өзге нысанын жүргізу туралы шешім қабылданған.',
    },
    cure: {
      en: 'Wait for the result of the control; customs may demand the change.',
      ru: 'Дождитесь результата контроля; таможенный орган может потребовать изменения.',
      kk: 'Бақылау нәтижесін күтіңіз; кеден органы өзгерісті талап ете алады.',
    },
  },
  OTHER_GOODS: {
    article: BEFORE_RELEASE,
    text: {
      en: 'With the change the declaration would cover other goods than those registered.',
      ru: 'После изменения декларация охватила бы другие товары.',
      kk: 'Өзгерістен кейін декларация басқа тауарларды қамтыған болар еді.',
    },
    cure: {
      en: 'Declare the other goods with a declaration of their own.',
      ru: 'Задекларируйте другие товары отдельной декларацией.',
      kk: 'Басқа тауарларды жеке декларациямен декларациялаңыз.',
    },
  },
});

export type AmendmentRefusalCode = keyof typeof AMENDMENT_REFUSAL;

/** Of every route that changes a registered declaration. */
export const CHANGE_COMMAND_REFUSALS = defineReasons({
  DECLARATION_CLOSED: {
    article: { CODE_2010: art(289, 1) },
    text: {
      en: 'Release was refused, or the declaration was withdrawn: it is changed no more.',
      ru: 'В выпуске отказано или декларация отозвана: она больше не изменяется.',
      kk: 'Шығарудан бас тартылған немесе декларация кері қайтарылған: ол енді өзгертілмейді.',
    },
    cure: {
      en: 'File a new declaration.',
      ru: 'Подайте новую декларацию.',
      kk: 'Жаңа декларация беріңіз.',
    },
  },
  FIELD_IS_FIXED: {
    article: { CODE_2010: art(288, 7) },
    text: {
      en: 'This field is fixed by the registration: kind, procedure, customs body, persons who answer for it.',
      ru: 'Это поле определено регистрацией: вид, процедура, таможенный орган, ответственные лица.',
      kk: 'Бұл өріс тіркеумен айқындалған: түрі, рәсімі, кеден органы, жауапты тұлғалар.',
    },
    cure: {
      en: 'Withdraw the declaration and file a new one.',
      ru: 'Отзовите декларацию и подайте новую.',
      kk: 'Декларацияны кері қайтарып, жаңасын беріңіз.',
    },
  },
  NOTHING_CHANGED: {
    article: { CODE_2010: art(289) },
    text: {
      en: 'The declaration already says what is asked for.',
      ru: 'Декларация уже содержит запрошенные сведения.',
      kk: 'Декларацияда сұратылған мәліметтер бар.',
    },
    cure: {
      en: 'Name a field and its new value.',
      ru: 'Укажите поле и его новое значение.',
      kk: 'Өрісті және оның жаңа мәнін көрсетіңіз.',
    },
  },
  REQUEST_ALREADY_OPEN: {
    article: { CODE_2010: art(289) },
    text: {
      en: 'An earlier request or demand of this kind is not closed yet.',
      ru: 'Предыдущее обращение или требование этого вида ещё не закрыто.',
      kk: 'Осы түрдегі бұрынғы өтініш немесе талап әлі жабылмаған.',
    },
    cure: {
      en: 'Wait until it is decided or answered.',
      ru: 'Дождитесь решения или ответа по нему.',
      kk: 'Ол бойынша шешімді немесе жауапты күтіңіз.',
    },
  },
  REQUEST_NOT_OPEN: {
    article: { CODE_2010: art(289) },
    text: {
      en: 'The request or demand is already closed.',
      ru: 'Обращение или требование уже закрыто.',
      kk: 'Өтініш немесе талап жабылған.',
    },
    cure: {
      en: 'Read how it was closed.',
      ru: 'Ознакомьтесь с результатом.',
      kk: 'Нәтижесімен танысыңыз.',
    },
  },
});

/** A demand of customs, and its answer (R-DEC-106, R-DEC-107, R-DEC-277). */
export const DEMAND_REFUSALS = defineReasons({
  DEMAND_BARRED: {
    article: DEMAND,
    text: {
      en: 'Before release customs may demand no change but that of the customs value.',
      ru: 'До выпуска таможенный орган может требовать только корректировки таможенной стоимости.',
      kk: 'Шығарғанға дейін кеден органы тек кедендік құнды түзетуді талап ете алады.',
    },
    cure: {
      en: 'Take a decision on the classification, which the declarant may accept.',
      ru: 'Примите решение о классификации, с которым декларант может согласиться.',
      kk: 'Декларант келісе алатын сыныптау туралы шешім қабылдаңыз.',
    },
  },
  DEMAND_INCOMPLETE: {
    article: DEMAND,
    text: {
      en: 'A demand names the fields of the declaration to be changed, the reasons and the date.',
      ru: 'В требовании указываются изменяемые поля декларации, причины и срок.',
      kk: 'Талапта декларацияның өзгертілетін өрістері, себептері және мерзімі көрсетіледі.',
    },
    cure: {
      en: 'Name fields that the declaration has, and why each is to be changed.',
      ru: 'Укажите поля, имеющиеся в декларации, и причины изменения.',
      kk: 'Декларацияда бар өрістерді және өзгерту себептерін көрсетіңіз.',
    },
  },
  DEMAND_OUTSIDE_TERM: {
    article: DEMAND,
    text: {
      en: 'The date of the demand lies outside the term of release.',
      ru: 'Срок исполнения требования выходит за пределы срока выпуска.',
      kk: 'Талапты орындау мерзімі шығару мерзімінен тыс.',
    },
    cure: {
      en: 'Set a date inside the term, or ask the head to extend it.',
      ru: 'Установите дату в пределах срока или попросите руководителя продлить его.',
      kk: 'Мерзім ішінде күн белгілеңіз немесе басшыдан оны ұзартуды сұраңыз.',
    },
  },
  DEMAND_NOT_ANSWERED: {
    article: DEMAND,
    text: {
      en: 'A field that customs demanded is not changed.',
      ru: 'Поле, указанное в требовании, не изменено.',
      kk: 'Талапта көрсетілген өріс өзгертілмеген.',
    },
    cure: {
      en: 'Change every field of the demand in one answer.',
      ru: 'Измените все поля требования одним ответом.',
      kk: 'Талаптың барлық өрістерін бір жауаппен өзгертіңіз.',
    },
  },
  DEMAND_TERM_OVER: {
    article: DEMAND,
    text: {
      en: 'The date of the demand is over.',
      ru: 'Срок исполнения требования истёк.',
      kk: 'Талапты орындау мерзімі өтті.',
    },
    cure: {
      en: 'Ask the release officer, who may demand the change anew.',
      ru: 'Обратитесь к инспектору: он может заявить требование вновь.',
      kk: 'Шығару инспекторына жүгініңіз: ол талапты қайта қоя алады.',
    },
  },
});
