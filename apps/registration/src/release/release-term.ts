/** The term in which release is decided (art. 297): 1 working day, 4 hours, extension to 10 working days, suspension (F-04). */
import type { Decision } from '@shekara/kernel';
import { art, decide, defineReasons, when } from '@shekara/kernel';
import type { LegalCalendar, LegalTerm, OfficeCalendar, TermEnd } from '@shekara/calendar';

const MINUTE = 60_000;
const BY_THE_BODY = { actor: 'CUSTOMS_BODY', customsOperation: true } as const;

/** DL-03 to DL-06 of the law file. Lengths are parameters of the law: the newer text may set others (Open readings 1). */
export const RELEASE_TERMS = {
  NORMAL: { id: 'DL-03', length: 1, unit: 'WORKING_DAYS', article: 'art. 297.1', ...BY_THE_BODY },
  EXPORT_WITHOUT_DUTY: {
    id: 'DL-04',
    length: 4,
    unit: 'HOURS',
    hourMode: 'OFFICE_HOURS',
    specialRule: 'RELEASE_IN_FOUR_HOURS',
    article: 'art. 297.1',
    ...BY_THE_BODY,
  },
  PRELIMINARY: { id: 'DL-05', length: 1, unit: 'WORKING_DAYS', article: 'art. 297.2', ...BY_THE_BODY },
} as const satisfies Record<string, LegalTerm>;

/** DL-06: the longest that the head may extend to, from the same start. */
export const LONGEST_RELEASE_TERM = {
  id: 'DL-06',
  length: 10,
  unit: 'WORKING_DAYS',
  article: 'art. 297.4',
  ...BY_THE_BODY,
} as const satisfies LegalTerm;

export type ReleaseTermKind = keyof typeof RELEASE_TERMS;

/** A running term, kept with all that explains it (R-DEC-010). */
export interface ReleaseTerm {
  readonly kind: ReleaseTermKind;
  /** The deadline of the law file: DL-03, DL-04, DL-05, or DL-06 once extended. */
  readonly deadline: string;
  readonly article: string;
  /** Registration, or presentation for a preliminary declaration. */
  readonly startedAt: Date;
  /** The last instant in time. */
  readonly dueAt: Date;
  readonly counted: TermEnd;
}

export interface GoodsForTerm {
  readonly procedureCode: string;
  readonly preliminary: boolean;
  /** Every item: export duty is owed for it on the day of registration. */
  readonly owesExportDuty: boolean;
  /** Every item stands on the Commission's list of temporary export goods. */
  readonly onTemporaryExportList: boolean;
}

/** Which term runs: 4 hours only for export without export duty and listed temporary export (R-DEC-178). */
export function releaseTermKind(goods: GoodsForTerm): ReleaseTermKind {
  if (goods.preliminary) return 'PRELIMINARY';
  const exportWithoutDuty = goods.procedureCode === '10' && !goods.owesExportDuty;
  const listedTemporaryExport = goods.procedureCode === '23' && goods.onTemporaryExportList;
  return exportWithoutDuty || listedTemporaryExport ? 'EXPORT_WITHOUT_DUTY' : 'NORMAL';
}

/**
 * The term from its start: the moment of registration, or of presentation for PRELIMINARY (R-DEC-177 to R-DEC-180).
 * Working days end at the closing of the customs body; counted in its zone and on its own calendar.
 */
export function startReleaseTerm(
  kind: ReleaseTermKind,
  startedAt: Date,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): ReleaseTerm {
  const { id, article } = RELEASE_TERMS[kind];
  if (kind === 'EXPORT_WITHOUT_DUTY')
    return { kind, deadline: id, article, startedAt, ...fourHours(startedAt, office, calendar) };
  const counted = calendar.end(RELEASE_TERMS[kind], startedAt, { office });
  return { kind, deadline: id, article, startedAt, dueAt: counted.endsAt, counted };
}

/**
 * The calendar counts hours from whole minutes, this term from the stored second: registered at 14:00:01 with closing at
 * 18:00, fewer than 4 hours are left (F-04). So the term is counted from the minute before and from the minute after.
 */
function fourHours(
  startedAt: Date,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): Pick<ReleaseTerm, 'dueAt' | 'counted'> {
  const term = RELEASE_TERMS.EXPORT_WITHOUT_DUTY;
  const length = term.length * 60 * MINUTE;
  const countedFrom = (minute: number): { counted: TermEnd; atOnce: boolean } => {
    const counted = calendar.end(term, new Date(minute), { office });
    return { counted, atOnce: counted.endsAt.getTime() - minute === length };
  };
  const before = countedFrom(Math.floor(startedAt.getTime() / MINUTE) * MINUTE);
  const after = countedFrom(Math.ceil(startedAt.getTime() / MINUTE) * MINUTE);
  const dueAt = before.atOnce && after.atOnce ? new Date(startedAt.getTime() + length) : after.counted.endsAt;
  return { dueAt, counted: after.counted };
}

export const RELEASE_TERM_REFUSALS = defineReasons({
  EXTENSION_BEYOND_TEN_WORKING_DAYS: {
    article: { CODE_2010: art(297, 4) },
    text: {
      en: 'The release term may end on the tenth working day at the latest.',
      ru: 'Срок выпуска может быть продлён не более чем до десятого рабочего дня.',
      kk: 'Шығару мерзімі оныншы жұмыс күнінен аспауы тиіс.',
    },
    cure: {
      en: 'Name a day that is not after the last day allowed.',
      ru: 'Укажите день не позднее последнего допустимого.',
      kk: 'Рұқсат етілген соңғы күннен кешікпейтін күнді көрсетіңіз.',
    },
  },
  EXTENSION_AFTER_TERM: {
    article: { CODE_2010: art(297, 4) },
    text: {
      en: 'The term that is to be extended has already ended.',
      ru: 'Продлеваемый срок уже истёк.',
      kk: 'Ұзартылатын мерзім өтіп кеткен.',
    },
    cure: {
      en: 'Decide on the release now; the declarant may appeal against the delay.',
      ru: 'Примите решение о выпуске сейчас; декларант вправе обжаловать просрочку.',
      kk: 'Шығару туралы шешімді қазір қабылдаңыз; декларант кешіктіруге шағымдана алады.',
    },
  },
  EXTENSION_NOT_BY_HEAD: {
    article: { CODE_2010: art(297, 4) },
    text: {
      en: 'Only the head of the customs body, a deputy or the one acting may extend the term.',
      ru: 'Срок продлевает только руководитель таможенного органа, его заместитель или исполняющий обязанности.',
      kk: 'Мерзімді тек кеден органының басшысы, орынбасары немесе міндетін атқарушы ұзартады.',
    },
    cure: {
      en: 'Ask the head for a written permission.',
      ru: 'Запросите письменное разрешение руководителя.',
      kk: 'Басшының жазбаша рұқсатын сұраңыз.',
    },
  },
  EXTENSION_WITHOUT_CONTROL: {
    article: { CODE_2010: art(297, 4) },
    text: {
      en: 'The control that needs the time is not named.',
      ru: 'Не указана форма контроля, для которой нужно время.',
      kk: 'Уақыт қажет бақылау нысаны көрсетілмеген.',
    },
    cure: {
      en: 'Name the control to be carried out or finished.',
      ru: 'Укажите контроль, который нужно провести или завершить.',
      kk: 'Жүргізілетін немесе аяқталатын бақылауды көрсетіңіз.',
    },
  },
});

export interface ExtendReleaseTerm {
  /** The new last day, `yyyy-mm-dd`; the term ends at closing of that day. */
  readonly newLastDay: string;
  readonly control: string;
  readonly signedBy: string;
  readonly signedAs: 'HEAD' | 'DEPUTY' | 'ACTING_HEAD' | 'OFFICER';
  readonly signedAt: Date;
}

export interface ReleaseTermExtended {
  readonly type: 'ReleaseTermExtended';
  readonly term: ReleaseTerm;
  readonly control: string;
  readonly signedBy: string;
  readonly signedAt: Date;
}

/** The last instant to which the term may be extended: closing of the 10th working day after its start (R-DEC-181). */
export function longestReleaseTerm(
  term: ReleaseTerm,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): TermEnd {
  return calendar.end(LONGEST_RELEASE_TERM, term.startedAt, { office });
}

/** The head extends the term in writing while it still runs, naming the control; never beyond the cap (R-DEC-181, R-DEC-182). */
export function extendReleaseTerm(
  term: ReleaseTerm,
  command: ExtendReleaseTerm,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): Decision<ReleaseTermExtended> {
  const longest = longestReleaseTerm(term, office, calendar);
  const { article } = LONGEST_RELEASE_TERM;
  const counted = calendar.endOnDate({ on: command.newLastDay, article, ...BY_THE_BODY }, office);
  const parameters = { lastDay: longest.lastDay, asked: command.newLastDay };
  return decide(
    [
      when(counted.endsAt > longest.endsAt, RELEASE_TERM_REFUSALS.EXTENSION_BEYOND_TEN_WORKING_DAYS, {
        pointer: '/newLastDay',
        parameters,
      }),
      when(command.signedAt > term.dueAt, RELEASE_TERM_REFUSALS.EXTENSION_AFTER_TERM),
      when(command.signedAs === 'OFFICER', RELEASE_TERM_REFUSALS.EXTENSION_NOT_BY_HEAD, {
        pointer: '/signedAs',
      }),
      when(command.control.trim() === '', RELEASE_TERM_REFUSALS.EXTENSION_WITHOUT_CONTROL, {
        pointer: '/control',
      }),
    ],
    () => [
      {
        type: 'ReleaseTermExtended',
        term: { ...term, deadline: LONGEST_RELEASE_TERM.id, article, dueAt: counted.endsAt, counted },
        control: command.control,
        signedBy: command.signedBy,
        signedAt: command.signedAt,
      },
    ],
  );
}

const ONE_DAY_MINUTES = 24 * 60;

/**
 * The term after a suspension for intellectual property: what was left of the office's time when the clock stopped is
 * left when it runs again (art. 297.3, R-DEC-183). @throws RangeError when the clock stopped after the term had ended.
 */
export function resumeReleaseTerm(
  term: ReleaseTerm,
  suspendedAt: Date,
  resumedAt: Date,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): ReleaseTerm {
  if (suspendedAt > term.dueAt) throw new RangeError('a term that has ended cannot be suspended');
  if (resumedAt < suspendedAt) throw new RangeError('resumed before suspended');
  const left = officeMinutesBetween(suspendedAt, term.dueAt, office, calendar);
  if (left === 0) return { ...term, dueAt: resumedAt };
  const counted = afterOfficeMinutes(resumedAt, left, office, calendar);
  return { ...term, dueAt: counted.endsAt, counted };
}

/** The fewest whole minutes of the office's time that reach from one instant to the other. */
function officeMinutesBetween(from: Date, to: Date, office: OfficeCalendar, calendar: LegalCalendar): number {
  const reaches = (minutes: number): boolean =>
    minutes > 0 ? afterOfficeMinutes(from, minutes, office, calendar).endsAt >= to : from >= to;
  let most = ONE_DAY_MINUTES;
  while (!reaches(most)) most *= 2;
  let least = 0;
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (reaches(middle)) most = middle;
    else least = middle + 1;
  }
  return least;
}

function afterOfficeMinutes(
  from: Date,
  minutes: number,
  office: OfficeCalendar,
  calendar: LegalCalendar,
): TermEnd {
  const span = { length: minutes, unit: 'MINUTES', hourMode: 'OFFICE_HOURS', article: 'art. 297.3' } as const;
  return calendar.end({ ...span, ...BY_THE_BODY }, from, { office });
}
