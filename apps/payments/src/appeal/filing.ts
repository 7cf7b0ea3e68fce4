/** Filing an appeal (art. 173 to 176): who, within which term, with what; the marks of art. 177.1 it gets. */
import type { CivilDate, FilingChannel, LegalCalendar, OfficeCalendar, TermEnd } from '@shekara/calendar';
import { type Decision, decide, Money, reason, type Reason, when } from '@shekara/kernel';
import { debtNoticeReasons } from '../debt-notice/debt-notice-reasons.js';
import type { NoticeRegime } from '../debt-notice/execution-term.js';
import type { AppealEvent } from './appeal.js';
import { type AppealContent, missingItems } from './appeal-content.js';
import { appealReasons as reasons } from './appeal-reasons.js';
import { appealTermEnd } from './appeal-terms.js';

/** The notice appealed, as far as the filing needs it. */
export interface AppealedNotice {
  readonly regime: NoticeRegime;
  readonly addressee: string;
  readonly deliveredOn: CivilDate;
  readonly demanded: Money;
}

/** Art. 173.2; reading 37: a physical person who is neither may go to court only. */
export type AppellantCapacity = 'FOREIGN_TRADE_PARTICIPANT' | 'CUSTOMS_ACTIVITY' | 'OTHER';

export interface AppealFiling {
  readonly appellant: string;
  readonly capacity: AppellantCapacity;
  /** The appellant acts for this person. */
  readonly represents?: string;
  readonly addressedTo: 'ISSUING_BODY' | 'HIGHER_BODY';
  readonly copyToIssuer: boolean;
  readonly channel: FilingChannel;
  readonly receivedAt: Date;
  /** POST: as the postal operator's proof says. */
  readonly postedAt?: Date;
  /** COUNTER: the body that takes the papers. */
  readonly office?: OfficeCalendar;
  readonly content: AppealContent;
}

/** The last day to file: 20 calendar days from delivery (D-PAY-43). */
export function fileBy(notice: Pick<AppealedNotice, 'deliveredOn'>, calendar: LegalCalendar): TermEnd {
  return appealTermEnd('FILE', notice.deliveredOn, calendar);
}

/** The submission day: of a mailed appeal the posting day, else the day it came (reading 54). */
export function submittedOn(
  { channel, postedAt, receivedAt }: Pick<AppealFiling, 'channel' | 'postedAt' | 'receivedAt'>,
  calendar: LegalCalendar,
): CivilDate {
  return calendar.civilDate(channel === 'POST' ? (postedAt ?? receivedAt) : receivedAt);
}

/**
 * Registers an appeal on the day it is accepted (R-PAY-212), with every mark of art. 177.1 that it meets (R-PAY-226); marks
 * do not refuse it: a person decides. One in time suspends the disputed part from the submission day; a late one suspends
 * nothing, its term being over. Appeals of cameral notices get their regime marked only: Chapter 55 of Code 2017
 * (R-PAY-224). Refuses a disputed sum that the notice does not demand and a filing before delivery.
 */
export function fileAppeal(
  notice: AppealedNotice,
  filing: AppealFiling,
  calendar: LegalCalendar,
): Decision<AppealEvent> {
  if (notice.regime === 'CODE_2017_CAMERAL') {
    return decide<AppealEvent>([], () => [{ type: 'AppealUnderCode2017', chapter: 55 }]);
  }
  const disputed = Money.sum(filing.content.disputed.map(({ amount }) => amount));
  const submitted = submittedOn(filing, calendar);
  const registeredOn = calendar.civilDate(filing.receivedAt);
  const unfit =
    disputed.compare(notice.demanded) > 0 ||
    filing.content.disputed.some(({ amount }) => !amount.isPositive());
  return decide<AppealEvent>(
    [
      when(unfit, debtNoticeReasons.DISPUTED_SUM_UNFIT, { pointer: '/content/disputed' }),
      when(submitted < notice.deliveredOn || registeredOn < submitted, reasons.APPEAL_DATES_CONTRADICT, {
        pointer: '/receivedAt',
      }),
    ],
    () => {
      const marks = marksOf(notice, filing, calendar);
      const late = marks.some(({ code }) => code === 'APPEAL_LATE');
      return [
        {
          type: 'AppealRegistered',
          registeredOn,
          submittedOn: submitted,
          addressedTo: filing.addressedTo,
          disputed,
          marks,
          ...(late ? {} : { suspendsFrom: submitted }),
          tellRefusalBy: appealTermEnd('TELL_REFUSAL', registeredOn, calendar),
          decideBy: appealTermEnd('DECIDE', registeredOn, calendar),
        },
        ...(filing.addressedTo === 'HIGHER_BODY' && !filing.copyToIssuer
          ? [{ type: 'CopyToIssuerMissing' as const }]
          : []),
      ];
    },
  );
}

/** All grounds of art. 177.1 that are met, together (R-PAY-210, R-PAY-211, R-PAY-213, R-PAY-226). */
export function marksOf(
  notice: AppealedNotice,
  filing: AppealFiling,
  calendar: LegalCalendar,
): readonly Reason[] {
  const { channel, postedAt, office, receivedAt, content } = filing;
  const term = fileBy(notice, calendar);
  const inTime = calendar.onTime(receivedAt, term, {
    channel,
    ...(postedAt === undefined ? {} : { postedAt }),
    ...(office === undefined ? {} : { office }),
  });
  const forAddressee = (filing.represents ?? filing.appellant) === notice.addressee;
  const marks = [
    when(!inTime, reasons.APPEAL_LATE, { parameters: { lastDay: term.lastDay } }),
    ...missingItems(content).map(({ item, article }) =>
      reason(reasons.APPEAL_FORM, { pointer: `/content/${item}`, parameters: { article } }),
    ),
    when(!forAddressee || filing.capacity === 'OTHER', reasons.APPEAL_WRONG_PERSON, {
      pointer: '/appellant',
    }),
  ];
  return marks.filter((mark) => mark !== undefined);
}
