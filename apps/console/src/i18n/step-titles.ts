/**
 * What each kind of message is called in Russian and Kazakh. The services write the sentence of a step in English; a
 * reader of another language gets this title above it.
 */
import type { Language } from './language.js';

type Titles = Readonly<Record<Exclude<Language, 'en'>, string>>;

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
  ControlCompleted: { ru: 'Контроль завершён', kk: 'Бақылау аяқталды' },
  LiabilityAssessed: { ru: 'Платежи исчислены', kk: 'Төлемдер есептелді' },
  LiabilityCovered: {
    ru: 'Платежи уплачены или обеспечены',
    kk: 'Төлемдер төленді немесе қамтамасыз етілді',
  },
  LiabilityShort: { ru: 'Платежей не хватает', kk: 'Төлемдер жеткіліксіз' },
  LiabilityNotAssessed: { ru: 'Платежи не исчислены автоматически', kk: 'Төлемдер автоматты есептелмеді' },
  LiabilityEnded: { ru: 'Обязанность по уплате прекращена', kk: 'Төлеу міндеті тоқтатылды' },
  MoneyReceived: { ru: 'Поступили деньги', kk: 'Ақша түсті' },
  PaymentConfirmation: { ru: 'Банк подтвердил платёж', kk: 'Банк төлемді растады' },
  ReserveSecurity: { ru: 'Запрошено обеспечение', kk: 'Қамтамасыз ету сұралды' },
  ReleaseReservation: { ru: 'Запрошено снятие резерва', kk: 'Резервті алып тастау сұралды' },
  SecurityRegistered: { ru: 'Обеспечение зарегистрировано', kk: 'Қамтамасыз ету тіркелді' },
  SecurityReserved: { ru: 'Обеспечение зарезервировано', kk: 'Қамтамасыз ету резервтелді' },
  ReservationRefused: { ru: 'В резервировании отказано', kk: 'Резервтеуден бас тартылды' },
  ReservationReleased: { ru: 'Резерв снят', kk: 'Резерв алып тасталды' },
  WorkItemChanged: { ru: 'Задание изменилось', kk: 'Тапсырма өзгерді' },
  StatusNotified: { ru: 'Участнику сообщён статус', kk: 'Қатысушыға мәртебе хабарланды' },
};

/** The title of a message by its full name; undefined for a kind that the console does not know yet. */
export function stepTitle(type: string, language: Exclude<Language, 'en'>): string | undefined {
  return TITLES[type.slice(type.lastIndexOf('.') + 1)]?.[language];
}
