/**
 * Refusal to register (art. 288.4): the five grounds of the law, and under each the defects that the platform can tell
 * apart. The code of a reason is always the law's ground; `parameters.detail` names the defect, `parameters.value` the
 * declared value, `parameters.expected` the one that would pass. Sentences of the defects: `registration-defects.ts`.
 */
import type { Reason } from '@shekara/kernel';
import { art, defineReasons, design, reason } from '@shekara/kernel';
import type { RegistrationDefect } from './registration-defects.js';
import { REGISTRATION_DEFECTS } from './registration-defects.js';

export const REGISTRATION_REFUSAL = defineReasons({
  WRONG_OFFICE: {
    article: { CODE_2010: art(288, '4.1') },
    text: {
      en: 'The customs body may not register this declaration.',
      ru: 'Таможенный орган не правомочен регистрировать эту декларацию.',
      kk: 'Кеден органы бұл декларацияны тіркеуге құқылы емес.',
    },
    cure: {
      en: 'File with a customs body that is competent for the goods and the procedure.',
      ru: 'Подайте декларацию в таможенный орган, правомочный по товару и процедуре.',
      kk: 'Декларацияны тауар мен рәсім бойынша құзыретті кеден органына беріңіз.',
    },
  },
  UNAUTHORIZED_PERSON: {
    article: { CODE_2010: art(288, '4.2') },
    text: {
      en: 'The person who files has no right to file this declaration.',
      ru: 'Декларация подана неуполномоченным лицом.',
      kk: 'Декларацияны уәкілетті емес тұлға берген.',
    },
    cure: {
      en: 'Let the declarant or a representative who is active in the register file it.',
      ru: 'Подать должен декларант или представитель, действующий по реестру.',
      kk: 'Оны декларант немесе тізілімде әрекет ететін өкіл беруі тиіс.',
    },
  },
  MISSING_DATA: {
    article: { CODE_2010: art(288, '4.3') },
    text: {
      en: 'Data that the declaration must hold are absent.',
      ru: 'В декларации не указаны необходимые сведения.',
      kk: 'Декларацияда қажетті мәліметтер көрсетілмеген.',
    },
    cure: {
      en: 'Add the data at the place named and file again.',
      ru: 'Добавьте сведения в указанном месте и подайте декларацию снова.',
      kk: 'Көрсетілген жерге мәліметтерді қосып, декларацияны қайта беріңіз.',
    },
  },
  UNSIGNED_OR_BAD_FORM: {
    article: { CODE_2010: art(288, '4.4') },
    text: {
      en: 'The declaration is not signed, not certified, or not in the set form.',
      ru: 'Декларация не подписана, не удостоверена или составлена не по форме.',
      kk: 'Декларацияға қол қойылмаған, куәландырылмаған немесе нысанға сай емес.',
    },
    cure: {
      en: 'Correct what is named, sign and file again.',
      ru: 'Исправьте указанное, подпишите и подайте декларацию снова.',
      kk: 'Көрсетілгенді түзетіп, қол қойып, декларацияны қайта беріңіз.',
    },
  },
  PRIOR_ACTION_MISSING: {
    article: { CODE_2010: art(288, '4.5') },
    text: {
      en: 'An action due before or with the filing was not done.',
      ru: 'Не совершено действие, необходимое до подачи декларации или одновременно с ней.',
      kk: 'Декларация берілгенге дейін немесе онымен бірге жасалуы тиіс әрекет жасалмаған.',
    },
    cure: {
      en: 'Do the action named, then file again.',
      ru: 'Совершите указанное действие и подайте декларацию снова.',
      kk: 'Көрсетілген әрекетті жасап, декларацияны қайта беріңіз.',
    },
  },
});

/** No ground of art. 288.4, and never shown as one: the platform cannot take this kind of filing, so it was not filed. */
export const FILING_NOT_SERVED = defineReasons({
  FEATURE_NOT_SERVED: {
    article: { CODE_2010: design('goods declaration, features served') },
    text: {
      en: 'The platform does not yet take declarations with this feature; nothing was filed.',
      ru: 'Платформа пока не принимает декларации с этой особенностью; декларация не подана.',
      kk: 'Платформа мұндай ерекшелігі бар декларацияларды әзірге қабылдамайды; декларация берілген жоқ.',
    },
    cure: {
      en: 'File an ordinary declaration, or file on paper at the customs body.',
      ru: 'Подайте обычную декларацию или письменную декларацию в таможенный орган.',
      kk: 'Әдеттегі декларация беріңіз немесе кеден органына жазбаша декларация тапсырыңыз.',
    },
  },
});

export type RegistrationRefusalCode = keyof typeof REGISTRATION_REFUSAL;

export interface DefectDetails {
  readonly pointer?: string;
  readonly value?: string | number;
  readonly expected?: string | number;
}

/** Raises one defect under the ground of art. 288.4 to which it belongs, with its own sentence in three languages. */
export function defect(detail: RegistrationDefect, found: DefectDetails = {}): Reason {
  const { ground, text } = REGISTRATION_DEFECTS[detail];
  return {
    ...reason(REGISTRATION_REFUSAL[ground], {
      pointer: found.pointer,
      parameters: {
        detail,
        fact: text.en,
        ...(found.value === undefined ? {} : { value: String(found.value) }),
        ...(found.expected === undefined ? {} : { expected: String(found.expected) }),
      },
    }),
    text,
  };
}

/** The defect if the condition holds, else nothing. */
export function defectWhen(
  condition: boolean,
  detail: RegistrationDefect,
  found?: DefectDetails,
): readonly Reason[] {
  return condition ? [defect(detail, found)] : [];
}
