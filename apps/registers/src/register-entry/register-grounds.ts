/** Grounds of exclusion and suspension (lists EXCLUSION_GROUND, SUSPENSION_GROUND), by register. */
import { art, defineReasons, type LegalRef, type Reason, reason } from '@shekara/kernel';
import type { Register } from './register-kind.js';

const NO_CURE_BUT_WAIT = {
  en: 'A new application is considered one year after the order.',
  ru: 'Новое заявление рассматривается по истечении года со дня приказа.',
  kk: 'Жаңа өтініш бұйрық шыққаннан кейін бір жыл өткен соң қаралады.',
};
const APPLY_ANEW = {
  en: 'A new application may be filed without a wait.',
  ru: 'Новое заявление можно подать без выжидания срока.',
  kk: 'Жаңа өтінішті мерзім күтпей беруге болады.',
};

export const registerGrounds = defineReasons({
  EX_CONDITION_LOST: {
    article: { CODE_2010: art(28, '1.1') },
    text: {
      en: 'A condition of inclusion in the register is no longer met.',
      ru: 'Перестало выполняться условие включения в реестр.',
      kk: 'Тізілімге енгізу шарты орындалмайтын болды.',
    },
    cure: NO_CURE_BUT_WAIT,
  },
  EX_DUTY_BREACH: {
    article: { CODE_2010: art(43, '1.2') },
    text: {
      en: 'A duty of the person in the register was broken.',
      ru: 'Нарушена обязанность лица, включённого в реестр.',
      kk: 'Тізілімге енгізілген тұлғаның міндеті бұзылды.',
    },
    cure: NO_CURE_BUT_WAIT,
  },
  EX_OWN_APPLICATION: {
    article: { CODE_2010: art(28, '1.2') },
    text: {
      en: 'The person asked to be excluded.',
      ru: 'Лицо подало заявление об исключении из реестра.',
      kk: 'Тұлға тізілімнен шығару туралы өтініш берді.',
    },
    cure: NO_CURE_BUT_WAIT,
  },
  EX_LIQUIDATION: {
    article: { CODE_2010: art(28, '1.3') },
    text: {
      en: 'The legal entity was liquidated.',
      ru: 'Юридическое лицо ликвидировано.',
      kk: 'Заңды тұлға таратылды.',
    },
    cure: APPLY_ANEW,
  },
  EX_REORGANIZATION: {
    article: { CODE_2010: art(28, '1.4') },
    text: {
      en: 'The legal entity was reorganized other than by transformation.',
      ru: 'Юридическое лицо реорганизовано не путём преобразования.',
      kk: 'Заңды тұлға қайта құрудан өзге жолмен қайта ұйымдастырылды.',
    },
    cure: APPLY_ANEW,
  },
  SUS_OWNER_NOTICE: {
    article: { CODE_2010: art(42, 1) },
    text: {
      en: 'The owner gave written notice to suspend the activity.',
      ru: 'Владелец письменно уведомил о приостановлении деятельности.',
      kk: 'Иесі қызметін тоқтата тұру туралы жазбаша хабарлады.',
    },
    cure: {
      en: 'Give notice to resume; the conditions of the register must then be met.',
      ru: 'Уведомите о возобновлении; условия реестра должны быть выполнены.',
      kk: 'Қайта бастау туралы хабарлаңыз; тізілім шарттары орындалуы тиіс.',
    },
  },
});

export const EXCLUSION_GROUNDS = [
  'EX_CONDITION_LOST',
  'EX_DUTY_BREACH',
  'EX_OWN_APPLICATION',
  'EX_LIQUIDATION',
  'EX_REORGANIZATION',
] as const;
export type ExclusionGround = (typeof EXCLUSION_GROUNDS)[number];

export interface GroundInRegister {
  readonly article: LegalRef;
  /** Conditions or duties whose loss or breach is the ground, as `article.paragraph`; empty where none is to be named. */
  readonly provisions: readonly string[];
  /** Whether one year must pass before a new application is considered (art. 28.4, 36.4, 43.4). */
  readonly waits: boolean;
}

type GroundsOfRegister = Readonly<Partial<Record<ExclusionGround, GroundInRegister>>>;

function ground(article: LegalRef, waits: boolean, provisions: readonly string[] = []): GroundInRegister {
  return { article, waits, provisions };
}

/** EXCLUSION_GROUND: a register without a line for a ground does not know it. */
export const EXCLUSION_GROUND: Readonly<Record<Register, GroundsOfRegister>> = {
  REP: {
    EX_CONDITION_LOST: ground(art(28, '1.1'), true, ['26.1', '26.2', '26.3']),
    EX_OWN_APPLICATION: ground(art(28, '1.2'), true),
    EX_LIQUIDATION: ground(art(28, '1.3'), false),
    EX_REORGANIZATION: ground(art(28, '1.4'), false),
  },
  CARRIER: {
    EX_CONDITION_LOST: ground(art(36, '1.1'), true, ['34.2', '34.3', '34.4', '34.7']),
    EX_DUTY_BREACH: ground(art(36, '1.2'), true, ['37.1', '37.2', '37.3']),
    EX_OWN_APPLICATION: ground(art(36, '1.3'), true),
    EX_LIQUIDATION: ground(art(36, '1.4'), false),
    EX_REORGANIZATION: ground(art(36, '1.5'), false),
  },
  TSW: {
    EX_CONDITION_LOST: ground(art(43, '1.1'), true, ['40.1.1', '40.1.2']),
    EX_DUTY_BREACH: ground(art(43, '1.2'), true, ['44.1', '44.2', '44.3', '44.4', '44.5', '44.7', '44.8']),
    EX_OWN_APPLICATION: ground(art(43, '1.3'), true),
    EX_LIQUIDATION: ground(art(43, '1.4'), false),
    EX_REORGANIZATION: ground(art(43, '1.5'), false),
  },
};

/** SUSPENSION_GROUND: only an owner's own notice, and only where the register knows suspension at all. */
export const SUSPENSION_GROUND: Readonly<Record<Register, LegalRef | undefined>> = {
  REP: undefined,
  CARRIER: undefined,
  TSW: art(42, 1),
};

/** The ground as others read it: its code with the article of the register; undefined where the register lacks it. */
export function exclusionGround(
  register: Register,
  code: ExclusionGround,
  provision?: string,
): Reason | undefined {
  const line = EXCLUSION_GROUND[register][code];
  if (!line) return undefined;
  const parameters: Record<string, string> = provision === undefined ? {} : { provision };
  return reason(registerGrounds[code], { parameters, article: line.article });
}
