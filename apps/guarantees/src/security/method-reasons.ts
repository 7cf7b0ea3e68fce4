/** The grounds of refusal of each method: bank guarantee, suretyship, pledge, insurance (art. 146.3, 147, 148, 149.3). */
import { art, defineReasons, type LegalRef, type Sentence } from '@shekara/kernel';

const cure: Sentence = {
  en: 'Correct the instrument, or choose another method.',
  ru: 'Исправьте документ или выберите другой способ.',
  kk: 'Құжатты түзетіңіз немесе басқа тәсілді таңдаңыз.',
};

function ground(article: LegalRef, en: string, ru: string, kk: string) {
  return { article: { CODE_2010: article }, text: { en, ru, kk }, cure };
}

export const methodRefusals = defineReasons({
  BG_BANK_NOT_IN_REGISTER: ground(
    art(146, '3.1'),
    'The bank is not in the register of licensed banks, or may not issue guarantees.',
    'Банк не состоит в реестре банков или не вправе выдавать гарантии.',
    'Банк лицензияланған банктер тізілімінде жоқ немесе кепілдік беруге құқылы емес.',
  ),
  BG_CONTENT_NOT_LAWFUL: ground(
    art(146, '3.2'),
    'The content of the guarantee does not meet the law.',
    'Содержание гарантии не соответствует законодательству.',
    'Кепілдіктің мазмұны заңнамаға сәйкес емес.',
  ),
  BG_AMOUNT_TOO_LOW: ground(
    art(146, '3.3'),
    'The guaranteed sum is below the duties and taxes.',
    'Сумма гарантии меньше пошлин и налогов.',
    'Кепілдік сомасы баждар мен салықтардан аз.',
  ),
  BG_TERM_TOO_SHORT: ground(
    art(146, '3.4'),
    "The guarantee ends before the obligation's term.",
    'Гарантия истекает раньше срока исполнения обязательства.',
    'Кепілдік міндеттеменің орындалу мерзімінен бұрын аяқталады.',
  ),
  SU_NOT_CIVIL_LAW: ground(
    art(147, '2.1'),
    'The contract of suretyship does not meet civil law.',
    'Договор поручительства не соответствует гражданскому законодательству.',
    'Кепілгерлік шарты азаматтық заңнамаға сәйкес емес.',
  ),
  SU_NOT_BACKED: ground(
    art(147, '2.2'),
    'The surety did not itself back the payment.',
    'Поручитель сам не обеспечил уплату.',
    'Кепілгер төлемді өзі қамтамасыз етпеген.',
  ),
  SU_AMOUNT_TOO_LOW: ground(
    art(147, '2.3'),
    'The sum of the contract is below the duties and taxes.',
    'Сумма договора меньше пошлин и налогов.',
    'Шарт сомасы баждар мен салықтардан аз.',
  ),
  SU_TERM_NOT_LONGER: ground(
    art(147, '2.4'),
    "The contract does not end after the obligation's term.",
    'Срок договора не превышает срок исполнения обязательства.',
    'Шарт мерзімі міндеттеменің орындалу мерзімінен ұзақ емес.',
  ),
  SU_PERSON_NOT_ALLOWED: ground(
    art(147, 1),
    'The surety is neither an entrepreneur registered in Kazakhstan nor a Kazakh legal entity.',
    'Поручитель не является предпринимателем или юридическим лицом Казахстана.',
    'Кепілгер Қазақстанның кәсіпкері немесе заңды тұлғасы емес.',
  ),
  PL_REPORT_TOO_OLD: ground(
    art(148, 2),
    'The appraisal is older than 15 calendar days on the day of the application.',
    'Отчёт об оценке старше 15 календарных дней на день заявления.',
    'Бағалау есебі өтініш күніне 15 күнтізбелік күннен ескі.',
  ),
  PL_REPORT_NOT_VALID: ground(
    art(148, 2),
    'The report is not made under a contract of appraiser and payer, or not by valuation law.',
    'Отчёт составлен не по договору оценщика с плательщиком или не по закону об оценке.',
    'Есеп бағалаушы мен төлеушінің шарты бойынша немесе бағалау заңы бойынша жасалмаған.',
  ),
  PL_VALUE_TOO_LOW: ground(
    art(148, '3.2'),
    'The market value is below the secured sum and the costs of sale.',
    'Рыночная стоимость меньше обеспечиваемой суммы и расходов на реализацию.',
    'Нарықтық құн қамтамасыз етілетін сома мен өткізу шығыстарынан төмен.',
  ),
  PL_NOT_LIQUID: ground(
    art(148, '3.2'),
    'The asset is not liquid.',
    'Имущество не является ликвидным.',
    'Мүлік өтімді емес.',
  ),
  PL_NOT_INSURED: ground(
    art(148, '3.2'),
    'The asset is not insured against loss and damage to the end of the security.',
    'Имущество не застраховано от утраты и повреждения до конца обеспечения.',
    'Мүлік қамтамасыз ету соңына дейін жоғалу мен бүлінуден сақтандырылмаған.',
  ),
  PL_PROPERTY_EXCLUDED: ground(
    art(148, 4),
    'The asset is in the list of property that may not be pledged.',
    'Имущество входит в перечень того, что не может быть предметом залога.',
    'Мүлік кепіл нысанасы бола алмайтындар тізбесінде.',
  ),
  PL_NOT_LAWFUL: ground(
    art(148, '3.1'),
    'The agreement does not meet the law, or is not yet registered.',
    'Договор не соответствует законодательству или ещё не зарегистрирован.',
    'Шарт заңнамаға сәйкес емес немесе әлі тіркелмеген.',
  ),
  IN_INSURER_NOT_IN_REGISTER: ground(
    art(149, '3.1'),
    'The insurer is not in the register of licensed insurers.',
    'Страховщик не состоит в реестре страховых организаций.',
    'Сақтандырушы лицензияланған сақтандыру ұйымдарының тізілімінде жоқ.',
  ),
  IN_CONTENT_NOT_LAWFUL: ground(
    art(149, '3.2'),
    'The insurance contract does not meet the law.',
    'Договор страхования не соответствует законодательству.',
    'Сақтандыру шарты заңнамаға сәйкес емес.',
  ),
  IN_AMOUNT_TOO_LOW: ground(
    art(149, '3.3'),
    'The insured sum is below the duties and taxes.',
    'Страховая сумма меньше пошлин и налогов.',
    'Сақтандыру сомасы баждар мен салықтардан аз.',
  ),
  IN_TERM_TOO_SHORT: ground(
    art(149, '3.4'),
    "The contract ends before the obligation's term.",
    'Договор истекает раньше срока исполнения обязательства.',
    'Шарт міндеттеменің орындалу мерзімінен бұрын аяқталады.',
  ),
});
