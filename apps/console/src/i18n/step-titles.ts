/**
 * What each kind of message is called in Russian and Kazakh. The services write the sentence of a step in English; a
 * reader of another language gets this title above it.
 */
import { DEBT_STEP_TITLES } from './debt-step-titles.js';
import type { Language } from './language.js';
import { MONEY_STEP_TITLES } from './money-step-titles.js';
import type { Titles } from './words.js';

const TITLES: Readonly<Record<string, Titles>> = {
  ArrivalNoticeAccepted: { ru: 'Уведомление о прибытии принято', kk: 'Келу туралы хабарлама қабылданды' },
  ArrivalNoticeReturned: { ru: 'Уведомление о прибытии возвращено', kk: 'Келу туралы хабарлама қайтарылды' },
  GoodsArrived: { ru: 'Товары прибыли', kk: 'Тауарлар келді' },
  PlacementDeadlineMissed: {
    ru: 'Срок помещения на хранение пропущен',
    kk: 'Сақтауға орналастыру мерзімі өтіп кетті',
  },
  ConsignmentOutcomeRecorded: { ru: 'Судьба партии записана', kk: 'Партияның нәтижесі тіркелді' },
  StorageDocumentsRegistered: {
    ru: 'Документы на временное хранение зарегистрированы',
    kk: 'Уақытша сақтау құжаттары тіркелді',
  },
  GoodsPlacedInTemporaryStorage: {
    ru: 'Товары помещены на временное хранение',
    kk: 'Тауарлар уақытша сақтауға орналастырылды',
  },
  GoodsTakenOut: { ru: 'Товары вывезены со склада', kk: 'Тауарлар қоймадан шығарылды' },
  TemporaryStorageTermExpired: {
    ru: 'Срок временного хранения истёк',
    kk: 'Уақытша сақтау мерзімі аяқталды',
  },
  DeclarationRegistered: { ru: 'Декларация зарегистрирована', kk: 'Декларация тіркелді' },
  DeclarationRegistrationRefused: {
    ru: 'Отказано в регистрации декларации',
    kk: 'Декларацияны тіркеуден бас тартылды',
  },
  GoodsReleased: { ru: 'Товары выпущены', kk: 'Тауарлар шығарылды' },
  GoodsReleaseRefused: { ru: 'В выпуске отказано', kk: 'Шығарудан бас тартылды' },
  ReleaseTermExceeded: { ru: 'Срок выпуска превышен', kk: 'Шығару мерзімі өтіп кетті' },
  RiskEvaluated: { ru: 'Риск оценён', kk: 'Тәуекел бағаланды' },
  ControlOrdered: { ru: 'Назначен контроль', kk: 'Бақылау тағайындалды' },
  ControlOpened: { ru: 'Контроль начат', kk: 'Бақылау басталды' },
  ControlMeasureInformed: {
    ru: 'Сообщено о месте и времени досмотра',
    kk: 'Тексеріп қараудың орны мен уақыты хабарланды',
  },
  ControlCompleted: { ru: 'Контроль завершён', kk: 'Бақылау аяқталды' },
  LiabilityAssessed: { ru: 'Платежи исчислены', kk: 'Төлемдер есептелді' },
  LiabilityCovered: {
    ru: 'Платежи уплачены или обеспечены',
    kk: 'Төлемдер төленді немесе қамтамасыз етілді',
  },
  LiabilityShort: { ru: 'Платежей не хватает', kk: 'Төлемдер жеткіліксіз' },
  LiabilityNotAssessed: { ru: 'Платежи не исчислены автоматически', kk: 'Төлемдер автоматты есептелмеді' },
  LiabilityEnded: { ru: 'Обязанность по уплате прекращена', kk: 'Төлеу міндеті тоқтатылды' },
  PaymentsAdjusted: {
    ru: 'Платежи пересчитаны после корректировки декларации',
    kk: 'Төлемдер декларация түзетілгеннен кейін қайта есептелді',
  },
  AdjustmentNotAssessed: {
    ru: 'Корректировку рассчитывает должностное лицо',
    kk: 'Түзетуді лауазымды тұлға есептейді',
  },
  ContingentLiabilityOpened: {
    ru: 'Возникла условная обязанность по уплате',
    kk: 'Төлеу жөніндегі шартты міндет пайда болды',
  },
  ContingentLiabilityClosed: {
    ru: 'Условная обязанность прекращена или наступил срок уплаты',
    kk: 'Шартты міндет тоқтатылды немесе төлеу мерзімі келді',
  },
  MoneyReceived: { ru: 'Поступили деньги', kk: 'Ақша түсті' },
  PaymentConfirmation: { ru: 'Банк подтвердил платёж', kk: 'Банк төлемді растады' },
  PaymentMistakeFound: { ru: 'Выявлен ошибочный платёж', kk: 'Қате төлем анықталды' },
  PaymentBooked: { ru: 'Платёж подтверждён казначейством', kk: 'Төлемді қазынашылық растады' },
  CustomsChargeSet: { ru: 'Начислен таможенный сбор', kk: 'Кедендік алым есептелді' },
  CustomsChargePaid: { ru: 'Таможенный сбор уплачен', kk: 'Кедендік алым төленді' },
  CustomsChargeOverdue: { ru: 'Таможенный сбор не уплачен в срок', kk: 'Кедендік алым мерзімінде төленбеді' },
  PreliminaryDecisionHandedOver: {
    ru: 'Предварительное решение выдано',
    kk: 'Алдын ала шешім берілді',
  },
  ReceiptVoucherIssued: { ru: 'Оформлен таможенный приходный ордер', kk: 'Кедендік кіріс ордері ресімделді' },
  ReceiptVoucherPaid: { ru: 'Таможенный приходный ордер оплачен', kk: 'Кедендік кіріс ордері төленді' },
  ReceiptVoucherWithdrawn: {
    ru: 'Таможенный приходный ордер отозван',
    kk: 'Кедендік кіріс ордері кері қайтарылды',
  },
  DebtArose: {
    ru: 'Платёж не внесён в срок: возник долг',
    kk: 'Төлем мерзімінде төленбеді: берешек туындады',
  },
  ArrearsStatusChanged: { ru: 'Изменилось наличие задолженности', kk: 'Берешектің бар-жоғы өзгерді' },
  ReserveSecurity: { ru: 'Запрошено обеспечение', kk: 'Қамтамасыз ету сұралды' },
  ReleaseReservation: { ru: 'Запрошено снятие резерва', kk: 'Резервті алып тастау сұралды' },
  SecurityRegistered: { ru: 'Обеспечение зарегистрировано', kk: 'Қамтамасыз ету тіркелді' },
  SecurityReserved: { ru: 'Обеспечение зарезервировано', kk: 'Қамтамасыз ету резервтелді' },
  ReservationRefused: { ru: 'В резервировании отказано', kk: 'Резервтеуден бас тартылды' },
  DefaultRecorded: {
    ru: 'Обеспеченная обязанность не исполнена в срок',
    kk: 'Қамтамасыз етілген міндет мерзімінде орындалмады',
  },
  SecurityDemandSent: {
    ru: 'Направлено требование по обеспечению',
    kk: 'Қамтамасыз ету бойынша талап жіберілді',
  },
  SecurityDemandDelivered: { ru: 'Требование получено гарантом', kk: 'Талапты кепілгер алды' },
  SecurityDemandOverdue: { ru: 'Требование не оплачено в срок', kk: 'Талап мерзімінде төленбеді' },
  SecurityRecovered: {
    ru: 'Долг взыскан за счёт обеспечения',
    kk: 'Қарыз қамтамасыз ету есебінен өндірілді',
  },
  SecurityShortfall: { ru: 'Обеспечения не хватило', kk: 'Қамтамасыз ету жетпеді' },
  DepositTransferred: { ru: 'Деньги депозита перечислены в бюджет', kk: 'Депозит ақшасы бюджетке аударылды' },
  ReservationReleased: { ru: 'Резерв снят', kk: 'Резерв алып тасталды' },
  WorkItemChanged: { ru: 'Задание изменилось', kk: 'Тапсырма өзгерді' },
  AssessObligation: { ru: 'Обнаружено основание для уплаты', kk: 'Төлеу негізі анықталды' },
  ObligationAssessed: { ru: 'Исчислена задолженность по факту', kk: 'Факт бойынша берешек есептелді' },
  ObligationNotAssessed: {
    ru: 'Требуется исчисление должностным лицом',
    kk: 'Лауазымды адамның есептеуі қажет',
  },
  ObligationDismissed: { ru: 'Обязанность по уплате не возникла', kk: 'Төлеу міндеті туындамады' },
  FxRatePublished: { ru: 'Опубликован курс валюты', kk: 'Валюта бағамы жарияланды' },
  RefinancingRateChanged: { ru: 'Изменена официальная ставка', kk: 'Ресми мөлшерлеме өзгерді' },
  RegisterEntryChanged: { ru: 'Запись реестра изменена', kk: 'Тізілім жазбасы өзгерді' },
  AmendmentRequested: { ru: 'Запрошено изменение декларации', kk: 'Декларацияны өзгерту сұралды' },
  AmendmentPermitted: { ru: 'Изменение декларации разрешено', kk: 'Декларацияны өзгертуге рұқсат берілді' },
  AmendmentRejected: { ru: 'В изменении декларации отказано', kk: 'Декларацияны өзгертуден бас тартылды' },
  AmendmentDemanded: { ru: 'Потребовано изменить декларацию', kk: 'Декларацияны өзгерту талап етілді' },
  DeclarationAdjustedAfterRelease: {
    ru: 'Декларация изменена после выпуска',
    kk: 'Декларация шығарылғаннан кейін өзгертілді',
  },
  DeclarationWithdrawn: { ru: 'Декларация отозвана', kk: 'Декларация кері қайтарылды' },
  WithdrawalRejected: { ru: 'В отзыве декларации отказано', kk: 'Декларацияны кері қайтарудан бас тартылды' },
  ...DEBT_STEP_TITLES,
  ...MONEY_STEP_TITLES,
  StatusNotified: { ru: 'Участнику сообщён статус', kk: 'Қатысушыға мәртебе хабарланды' },
};

/** The title of a message by its full name; undefined for a kind that the console does not know yet. */
export function stepTitle(type: string, language: Exclude<Language, 'en'>): string | undefined {
  return TITLES[type.slice(type.lastIndexOf('.') + 1)]?.[language];
}
