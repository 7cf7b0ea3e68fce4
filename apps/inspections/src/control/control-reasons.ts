/** Why a control may not be opened, a person not be told, or a result not be recorded (art. 183 to 205). */
import { art, defineReasons } from '@shekara/kernel';

export const controlReasons = defineReasons({
  CTL_FORM_NOT_ALLOWED: {
    article: { CODE_2010: art(199) },
    text: {
      en: 'This form of control is not in the list of the law, or not for this object.',
      ru: 'Такой формы таможенного контроля нет в перечне либо она не применяется к этому объекту.',
      kk: 'Кедендік бақылаудың мұндай нысаны тізбеде жоқ немесе осы объектіге қолданылмайды.',
    },
    cure: {
      en: 'Order a form of the list.',
      ru: 'Назначьте форму из перечня.',
      kk: 'Тізбедегі нысанды тағайындаңыз.',
    },
  },
  CTL_ORIGIN_MISSING: {
    article: { CODE_2010: art(216, '1') },
    text: {
      en: 'The order names no instruction of risk management.',
      ru: 'В поручении не указано предписание системы управления рисками.',
      kk: 'Тапсырмада тәуекелдерді басқару жүйесінің нұсқамасы көрсетілмеген.',
    },
    cure: {
      en: 'Order control through risk management only.',
      ru: 'Назначайте контроль только через систему управления рисками.',
      kk: 'Бақылауды тек тәуекелдерді басқару жүйесі арқылы тағайындаңыз.',
    },
  },
  CTL_CONTROL_STATE: {
    article: { CODE_2010: art(199) },
    text: {
      en: 'The control is completed or cancelled, or this step does not belong to its form.',
      ru: 'Контроль завершён или отменён либо действие не относится к его форме.',
      kk: 'Бақылау аяқталған немесе жойылған не бұл әрекет оның нысанына жатпайды.',
    },
    cure: { en: 'None.', ru: 'Нет.', kk: 'Жоқ.' },
  },
  CTL_TIME_IMPOSSIBLE: {
    article: { CODE_2010: art(205, '2') },
    text: {
      en: 'The control cannot have started before it was opened, ended before it started, or lie in the future.',
      ru: 'Контроль не мог начаться до его открытия, закончиться до начала или состояться в будущем.',
      kk: 'Бақылау ашылғанға дейін басталуы, басталғанға дейін аяқталуы немесе болашақта болуы мүмкін емес.',
    },
    cure: {
      en: 'Correct the start and the end.',
      ru: 'Исправьте время начала и окончания.',
      kk: 'Басталу және аяқталу уақытын түзетіңіз.',
    },
  },
  CTL_ACT_INCOMPLETE: {
    article: { CODE_2010: art(205, '6') },
    text: {
      en: 'The act lacks a part that it has to hold.',
      ru: 'В акте нет обязательных сведений.',
      kk: 'Актіде міндетті мәліметтер жоқ.',
    },
    cure: {
      en: 'Fill in the part that the pointer names.',
      ru: 'Заполните часть, на которую указывает pointer.',
      kk: 'pointer көрсеткен бөлікті толтырыңыз.',
    },
  },
  CTL_CHECK_INCOMPLETE: {
    article: { CODE_2010: art(200, '1') },
    text: {
      en: 'A document check says whether the documents are genuine, the data true and the filling correct, and with what they were compared.',
      ru: 'При проверке документов указывают их подлинность, достоверность сведений, правильность заполнения и с чем проведено сравнение.',
      kk: 'Құжаттарды тексергенде олардың түпнұсқалығы, мәліметтердің дұрыстығы, толтырылуының дұрыстығы және немен салыстырылғаны көрсетіледі.',
    },
    cure: {
      en: 'Give the missing answer.',
      ru: 'Дайте недостающий ответ.',
      kk: 'Жетіспейтін жауапты беріңіз.',
    },
  },
  CTL_ABSENCE_NO_GROUND: {
    article: { CODE_2010: art(205, '5') },
    text: {
      en: 'Without the declarant or another authorised person examination needs one of the four grounds, and a no-show only counts once the time to come is over.',
      ru: 'Досмотр без декларанта или иного уполномоченного лица требует одного из четырёх оснований; неявка считается только по истечении времени на прибытие.',
      kk: 'Декларантсыз немесе өзге уәкілетті тұлғасыз тексеру төрт негіздің бірін талап етеді; келмеу тек келу уақыты өткеннен кейін есептеледі.',
    },
    cure: {
      en: 'Name the ground, or wait for the person.',
      ru: 'Укажите основание или дождитесь лица.',
      kk: 'Негізін көрсетіңіз немесе тұлғаны күтіңіз.',
    },
  },
  CTL_WITNESSES_MISSING: {
    article: { CODE_2010: art(205, '5') },
    text: {
      en: 'Without the declarant examination needs two witnesses.',
      ru: 'Досмотр без декларанта проводится в присутствии двух понятых.',
      kk: 'Декларантсыз тексеру екі куәгердің қатысуымен жүргізіледі.',
    },
    cure: { en: 'Bring in two witnesses.', ru: 'Пригласите двух понятых.', kk: 'Екі куәгерді шақырыңыз.' },
  },
  CTL_EVIDENCE_MISSING: {
    article: { CODE_2010: art(205, '6(3)') },
    text: {
      en: 'A discrepancy needs its kind, a description and evidence that is kept with its checksum.',
      ru: 'Для расхождения нужны его вид, описание и доказательство, сохранённое с контрольной суммой.',
      kk: 'Сәйкессіздік үшін оның түрі, сипаттамасы және бақылау сомасымен сақталған дәлел қажет.',
    },
    cure: {
      en: 'Name a photo, a document or a weighing record of the list of evidence.',
      ru: 'Укажите фото, документ или протокол взвешивания из перечня доказательств.',
      kk: 'Дәлелдер тізбесінен фотоны, құжатты немесе өлшеу хаттамасын көрсетіңіз.',
    },
  },
  CTL_SEAL_REPORT_MISSING: {
    article: { CODE_2010: art(198, '4') },
    text: {
      en: 'A seal that was removed, replaced or found broken needs a report.',
      ru: 'На снятую, заменённую или повреждённую пломбу составляется протокол.',
      kk: 'Алынған, ауыстырылған немесе зақымдалған пломбаға хаттама жасалады.',
    },
    cure: { en: 'Name the report.', ru: 'Укажите протокол.', kk: 'Хаттаманы көрсетіңіз.' },
  },
});
