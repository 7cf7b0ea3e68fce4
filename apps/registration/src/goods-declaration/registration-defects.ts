/** Defects that stop a registration, each under its ground of art. 288.4 (law file: MISSING_DATA names the field, and so on). */
import type { Sentence } from '@shekara/kernel';

type Ground =
  'WRONG_OFFICE' | 'UNAUTHORIZED_PERSON' | 'MISSING_DATA' | 'UNSIGNED_OR_BAD_FORM' | 'PRIOR_ACTION_MISSING';

export interface DefectDefinition {
  readonly ground: Ground;
  readonly text: Sentence;
}

function of(ground: Ground, en: string, ru: string, kk: string): DefectDefinition {
  return { ground, text: { en, ru, kk } };
}

export const REGISTRATION_DEFECTS = {
  OFFICE_UNKNOWN: of(
    'WRONG_OFFICE',
    'No such customs body exists.',
    'Такого таможенного органа нет.',
    'Мұндай кеден органы жоқ.',
  ),
  OFFICE_NOT_COMPETENT: of(
    'WRONG_OFFICE',
    'This customs body does not register declarations of this procedure.',
    'Этот таможенный орган не регистрирует декларации этой процедуры.',
    'Бұл кеден органы осы рәсімнің декларацияларын тіркемейді.',
  ),
  FILER_NOT_ON_DECLARATION: of(
    'UNAUTHORIZED_PERSON',
    'The person who files is neither the declarant nor the representative named.',
    'Подающее лицо не является ни декларантом, ни указанным представителем.',
    'Беруші тұлға декларант та, көрсетілген өкіл де емес.',
  ),
  DECLARANT_NUMBER_INVALID: of(
    'UNAUTHORIZED_PERSON',
    'The BIN or IIN of the declarant is not a valid number.',
    'БИН или ИИН декларанта недействителен.',
    'Декларанттың БСН немесе ЖСН жарамсыз.',
  ),
  CAPACITY_NOT_ALLOWED: of(
    'UNAUTHORIZED_PERSON',
    'A person in this capacity may not declare goods for this procedure.',
    'Лицо в этом качестве не вправе декларировать товары по этой процедуре.',
    'Мұндай мәртебедегі тұлға осы рәсім бойынша тауарларды декларациялай алмайды.',
  ),
  DECLARANT_NOT_OF_MEMBER_STATE: of(
    'UNAUTHORIZED_PERSON',
    'In this capacity only a person of a member state may declare.',
    'В этом качестве декларантом может быть только лицо государства-члена.',
    'Бұл мәртебеде тек мүше мемлекеттің тұлғасы декларант бола алады.',
  ),
  REPRESENTATIVE_NOT_IN_REGISTER: of(
    'UNAUTHORIZED_PERSON',
    'The representative is not in the register of customs representatives.',
    'Представитель не состоит в реестре таможенных представителей.',
    'Өкіл кеден өкілдерінің тізілімінде жоқ.',
  ),
  REPRESENTATIVE_EXCLUDED: of(
    'UNAUTHORIZED_PERSON',
    'The representative has been excluded from the register.',
    'Представитель исключён из реестра.',
    'Өкіл тізілімнен шығарылған.',
  ),
  REPRESENTATIVE_SUSPENDED: of(
    'UNAUTHORIZED_PERSON',
    'The activity of the representative is suspended.',
    'Деятельность представителя приостановлена.',
    'Өкілдің қызметі тоқтатыла тұрған.',
  ),
  REPRESENTATIVE_DIFFERS: of(
    'UNAUTHORIZED_PERSON',
    'The register number belongs to another person than the representative named.',
    'Номер в реестре принадлежит другому лицу.',
    'Тізілімдегі нөмір басқа тұлғаға тиесілі.',
  ),
  SPECIALIST_NOT_VALID: of(
    'UNAUTHORIZED_PERSON',
    'The specialist has no valid certificate or does not work for the representative.',
    'У специалиста нет действующего аттестата или он не работает у представителя.',
    'Маманның жарамды аттестаты жоқ немесе ол өкілде жұмыс істемейді.',
  ),
  FIELD_MISSING: of(
    'MISSING_DATA',
    'A field that must be filled is empty.',
    'Не заполнено обязательное поле.',
    'Міндетті өріс толтырылмаған.',
  ),
  DOCUMENT_MISSING: of(
    'MISSING_DATA',
    'A document that must be named is not named.',
    'Не указан необходимый документ.',
    'Қажетті құжат көрсетілмеген.',
  ),
  SUPPLEMENTARY_QUANTITY_MISSING: of(
    'MISSING_DATA',
    'This commodity code needs the quantity in its supplementary unit.',
    'Для этого кода нужно количество в дополнительной единице.',
    'Бұл код үшін қосымша бірліктегі саны қажет.',
  ),
  SIGNATURE_MISSING: of(
    'UNSIGNED_OR_BAD_FORM',
    'The declaration is not signed.',
    'Декларация не подписана.',
    'Декларацияға қол қойылмаған.',
  ),
  SIGNATURE_INVALID: of(
    'UNSIGNED_OR_BAD_FORM',
    'The electronic signature does not fit the declaration.',
    'Электронная подпись не соответствует декларации.',
    'Электрондық қолтаңба декларацияға сәйкес емес.',
  ),
  SIGNATURE_EXPIRED: of(
    'UNSIGNED_OR_BAD_FORM',
    'The certificate of the electronic signature has expired or was revoked.',
    'Срок действия сертификата подписи истёк или сертификат отозван.',
    'Қолтаңба сертификатының мерзімі өткен немесе ол кері қайтарылған.',
  ),
  SIGNATURE_OF_ANOTHER_PERSON: of(
    'UNSIGNED_OR_BAD_FORM',
    'The signature is that of another person.',
    'Подпись принадлежит другому лицу.',
    'Қолтаңба басқа тұлғаға тиесілі.',
  ),
  FORM_DOES_NOT_MATCH: of(
    'UNSIGNED_OR_BAD_FORM',
    'This form of declaration does not fit the procedure or the person.',
    'Вид декларации не соответствует процедуре или лицу.',
    'Декларация түрі рәсімге немесе тұлғаға сәйкес емес.',
  ),
  NO_ITEMS: of(
    'UNSIGNED_OR_BAD_FORM',
    'A declaration holds at least one goods item.',
    'В декларации должен быть хотя бы один товар.',
    'Декларацияда кемінде бір тауар болуы тиіс.',
  ),
  TOO_MANY_ITEMS: of(
    'UNSIGNED_OR_BAD_FORM',
    'A declaration holds at most 999 goods items.',
    'В декларации может быть не более 999 товаров.',
    'Декларацияда 999-дан көп тауар болмауы тиіс.',
  ),
  ITEM_NUMBERS_NOT_CONSECUTIVE: of(
    'UNSIGNED_OR_BAD_FORM',
    'Item numbers run from 1 without gaps.',
    'Номера товаров идут от 1 без пропусков.',
    'Тауар нөмірлері 1-ден бастап үзіліссіз жүреді.',
  ),
  ITEMS_TOTAL_DIFFERS: of(
    'UNSIGNED_OR_BAD_FORM',
    'Box 5 differs from the number of items.',
    'Графа 5 не равна числу товаров.',
    '5-баған тауарлар санына тең емес.',
  ),
  CUSTOMS_VALUE_TOTAL_DIFFERS: of(
    'UNSIGNED_OR_BAD_FORM',
    'Box 12 differs from the sum of box 45.',
    'Графа 12 не равна сумме граф 45.',
    '12-баған 45-бағандардың қосындысына тең емес.',
  ),
  INVOICE_TOTAL_DIFFERS: of(
    'UNSIGNED_OR_BAD_FORM',
    'Box 22 differs from the sum of box 42.',
    'Графа 22 не равна сумме граф 42.',
    '22-баған 42-бағандардың қосындысына тең емес.',
  ),
  PACKAGES_TOTAL_DIFFERS: of(
    'UNSIGNED_OR_BAD_FORM',
    'Box 6 differs from the sum of the packages.',
    'Графа 6 не равна сумме мест.',
    '6-баған орындардың қосындысына тең емес.',
  ),
  PAYMENT_TOTAL_DIFFERS: of(
    'UNSIGNED_OR_BAD_FORM',
    'Box B differs from the sum of box 47 for this kind of payment.',
    'Графа В не равна сумме граф 47 по виду платежа.',
    'В бағаны төлем түрі бойынша 47-бағандардың қосындысына тең емес.',
  ),
  NET_ABOVE_GROSS: of(
    'UNSIGNED_OR_BAD_FORM',
    'The net mass is above the gross mass.',
    'Вес нетто больше веса брутто.',
    'Нетто салмағы брутто салмағынан артық.',
  ),
  NUMBER_MALFORMED: of(
    'UNSIGNED_OR_BAD_FORM',
    'Not a number of the set form, or negative.',
    'Число записано не по форме или отрицательное.',
    'Сан белгіленген нысанда емес немесе теріс.',
  ),
  DATE_MALFORMED: of('UNSIGNED_OR_BAD_FORM', 'Not a date.', 'Это не дата.', 'Бұл күн емес.'),
  CODE_NOT_IN_LIST: of(
    'UNSIGNED_OR_BAD_FORM',
    'The code is not in its classifier.',
    'Кода нет в классификаторе.',
    'Код жіктеуіште жоқ.',
  ),
  COMMODITY_CODE_MALFORMED: of(
    'UNSIGNED_OR_BAD_FORM',
    'A commodity code has ten digits.',
    'Код товара состоит из десяти цифр.',
    'Тауар коды он цифрдан тұрады.',
  ),
  COMMODITY_CODE_UNKNOWN: of(
    'UNSIGNED_OR_BAD_FORM',
    'The nomenclature has no such code on the day of registration.',
    'В номенклатуре нет такого кода на день регистрации.',
    'Тіркеу күні номенклатурада мұндай код жоқ.',
  ),
  SUPPLEMENTARY_UNIT_DIFFERS: of(
    'UNSIGNED_OR_BAD_FORM',
    'The supplementary unit is not that of the commodity code.',
    'Дополнительная единица не соответствует коду товара.',
    'Қосымша бірлік тауар кодына сәйкес емес.',
  ),
  COUNTRY_UNKNOWN: of(
    'UNSIGNED_OR_BAD_FORM',
    'No country has this code.',
    'Страны с таким кодом нет.',
    'Мұндай коды бар ел жоқ.',
  ),
  CURRENCY_RATE_UNKNOWN: of(
    'UNSIGNED_OR_BAD_FORM',
    'There is no rate of this currency on the day of registration.',
    'Нет курса этой валюты на день регистрации.',
    'Тіркеу күніне бұл валютаның бағамы жоқ.',
  ),
  EXCHANGE_RATE_DIFFERS: of(
    'UNSIGNED_OR_BAD_FORM',
    'The exchange rate is not that of the day of registration.',
    'Курс не равен курсу на день регистрации.',
    'Бағам тіркеу күнгі бағамға тең емес.',
  ),
  PROCEDURE_UNKNOWN: of(
    'UNSIGNED_OR_BAD_FORM',
    'There is no such customs procedure.',
    'Такой таможенной процедуры нет.',
    'Мұндай кедендік рәсім жоқ.',
  ),
  PROCEDURE_DIFFERS: of(
    'UNSIGNED_OR_BAD_FORM',
    'Box 37 of the item differs from the procedure of the declaration.',
    'Графа 37 товара не равна процедуре декларации.',
    'Тауардың 37-бағаны декларация рәсіміне сәйкес емес.',
  ),
  EARLIER_DECLARATION_NUMBER_MALFORMED: of(
    'UNSIGNED_OR_BAD_FORM',
    'Not a declaration number.',
    'Это не номер декларации.',
    'Бұл декларация нөмірі емес.',
  ),
  DOCUMENT_DATE_TOO_LATE: of(
    'UNSIGNED_OR_BAD_FORM',
    'A late document is due by the 30th calendar day after registration.',
    'Документ представляется не позднее 30-го календарного дня после регистрации.',
    'Құжат тіркелгеннен кейін 30 күнтізбелік күннен кешіктірмей ұсынылады.',
  ),
  FEE_PAYMENT_NOT_REFERENCED: of(
    'PRIOR_ACTION_MISSING',
    'No document of payment of the declaration fee is named.',
    'Не указан документ об уплате сбора за декларирование.',
    'Декларациялау алымының төленгені туралы құжат көрсетілмеген.',
  ),
  ELECTRONIC_COPY_MISSING: of(
    'PRIOR_ACTION_MISSING',
    'A written declaration comes with an electronic copy.',
    'Письменная декларация подаётся с электронной копией.',
    'Жазбаша декларация электрондық көшірмесімен беріледі.',
  ),
  GOODS_NOT_PRESENTED: of(
    'PRIOR_ACTION_MISSING',
    'No accepted arrival notice shows that the goods were presented.',
    'Нет принятого уведомления о прибытии: товары не предъявлены.',
    'Қабылданған келу туралы хабарлама жоқ: тауарлар көрсетілмеген.',
  ),
} as const;

export type RegistrationDefect = keyof typeof REGISTRATION_DEFECTS;
