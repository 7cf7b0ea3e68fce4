import { officeMondayToFriday, standardCalendar } from '@shekara/calendar';
import { type Decision, Money } from '@shekara/kernel';
import { executionEnd } from '../debt-notice/execution-term.js';
import {
  acceptAppeal,
  type Appeal,
  APPEAL_QUERIES,
  type AppealDecision,
  type AppealEvent,
  type AppealQuery,
  decideAppeal,
  decideBy,
  evolve,
  followUp,
  recordCourtClaim,
  recordJudgment,
  refuseToConsider,
  resumeTerm,
  stopTerm,
} from './appeal.js';
import type { AppealContent } from './appeal-content.js';
import { type AppealedNotice, type AppealFiling, fileAppeal, fileBy } from './filing.js';
import { partsOn, suspensionsBy } from './suspension.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);
const at = (date: string, time = '12:00') => calendar.instantOf(date, time);
const PAYER = '980540000397';
const notice: AppealedNotice = {
  regime: 'CODE_2010',
  addressee: PAYER,
  deliveredOn: '2025-09-15',
  demanded: tenge('1000000'),
};
const content = (changes: Partial<AppealContent> = {}): AppealContent => ({
  addressee: 'State Revenue Committee',
  appellantName: 'Trade LLP',
  appellantAddress: 'Almaty, Abay 1',
  issuingBody: '55302',
  noticeNumber: 'N-1',
  circumstances: 'the value was right',
  evidence: 'contract',
  disputed: [{ kind: 'IMPORT_VAT', amount: tenge('1000000') }],
  enclosures: ['contract'],
  noticeCopyEnclosed: true,
  supportingDocumentsEnclosed: true,
  signed: true,
  ...changes,
});
const filing = (changes: Partial<AppealFiling> = {}): AppealFiling => ({
  appellant: PAYER,
  capacity: 'FOREIGN_TRADE_PARTICIPANT',
  addressedTo: 'HIGHER_BODY',
  copyToIssuer: true,
  channel: 'ELECTRONIC',
  receivedAt: at('2025-09-26'),
  content: content(),
  ...changes,
});
const file = (changes: Partial<AppealFiling> = {}) => fileAppeal(notice, filing(changes), calendar);
const codes = (decision: Decision<unknown>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);
const events = (decision: Decision<AppealEvent>) => (decision.accepted ? decision.events : []);
const marks = (changes: Partial<AppealFiling>) =>
  events(file(changes)).flatMap((event) => (event.type === 'AppealRegistered' ? event.marks : []));
const markCodes = (changes: Partial<AppealFiling>) => [...new Set(marks(changes).map(({ code }) => code))];

type Step = (appeal: Appeal) => Decision<AppealEvent>;
function given(changes: Partial<AppealFiling>, ...steps: Step[]): Appeal {
  let appeal: Appeal | undefined;
  for (const step of [() => file(changes), ...steps] as ((
    appeal: Appeal | undefined,
  ) => Decision<AppealEvent>)[]) {
    const decision = step(appeal);
    if (!decision.accepted) throw new Error(codes(decision).join());
    for (const event of decision.events) appeal = evolve(appeal, event);
  }
  if (appeal === undefined) throw new Error('not registered');
  return appeal;
}
const stop =
  (by: AppealQuery, from = '2025-10-06'): Step =>
  (appeal) =>
    stopTerm(appeal, { by, from, letter: 'L-1', reasons: 'a query' });
const decision = (changes: Partial<AppealDecision> = {}): AppealDecision => ({
  outcome: 'NOTICE_UNCHANGED',
  on: '2025-10-28',
  decidedBy: 'HIGHER_BODY',
  content: {
    body: '55001',
    appellant: 'Trade LLP',
    summaryOfNotice: 'VAT',
    summaryOfAppeal: 'value',
    reasons: 'the value was not proved',
    legalReferences: ['art. 111'],
  },
  unreadDocuments: [],
  ...changes,
});
const decided =
  (changes: Partial<AppealDecision> = {}): Step =>
  (appeal) =>
    decideAppeal(appeal, decision(changes));
const refused =
  (on: string): Step =>
  (appeal) =>
    refuseToConsider(appeal, on, fileBy(notice, calendar));

describe('filing an appeal (art. 173 to 177)', () => {
  it('is registered the day it is accepted (R-PAY-212) and opens its terms (R-PAY-216, worked case 14)', () => {
    expect(events(file())).toMatchObject([
      {
        registeredOn: '2025-09-26',
        marks: [],
        decideBy: { lastDay: '2025-10-28', shiftedFrom: '2025-10-26' },
      },
    ]);
  });

  it.each([
    ['electronically at 23:59', { receivedAt: at('2025-10-06', '23:59') }, []],
    ['electronically a day later', { receivedAt: at('2025-10-07', '00:00') }, ['APPEAL_LATE']],
    [
      'by mail posted at 23:10',
      { channel: 'POST', postedAt: at('2025-10-06', '23:10'), receivedAt: at('2025-10-10') },
      [],
    ],
    [
      'by mail posted a day later',
      { channel: 'POST', postedAt: at('2025-10-07'), receivedAt: at('2025-10-10') },
      ['APPEAL_LATE'],
    ],
    ['by hand before closing', { channel: 'COUNTER', receivedAt: at('2025-10-06', '18:30') }, []],
    ['by hand after closing', { channel: 'COUNTER', receivedAt: at('2025-10-06', '18:31') }, ['APPEAL_LATE']],
  ] satisfies [string, Partial<AppealFiling>, string[]][])(
    'filed %s on the last day or after (R-PAY-211, R-PAY-227, worked case 16)',
    (_how, changes, expected) => {
      const office = officeMondayToFriday('KZ-FIXTURE', '09:00', '18:30');
      expect(markCodes({ office, ...changes })).toEqual(expected);
    },
  );

  it('is for the addressee in foreign trade or customs business, or its representative (R-PAY-210)', () => {
    expect(markCodes({ capacity: 'CUSTOMS_ACTIVITY' })).toEqual([]);
    expect(markCodes({ capacity: 'OTHER' })).toEqual(['APPEAL_WRONG_PERSON']);
    expect(markCodes({ appellant: '191040012345' })).toEqual(['APPEAL_WRONG_PERSON']);
    expect(markCodes({ appellant: '191040012345', represents: PAYER })).toEqual([]);
  });

  it('names every missing item of art. 176 (R-PAY-213)', () => {
    const bare = content({
      addressee: '',
      appellantName: '',
      appellantAddress: '',
      issuingBody: '',
      noticeNumber: '',
      circumstances: '',
      evidence: '',
      disputed: [],
      enclosures: [],
      noticeCopyEnclosed: false,
      supportingDocumentsEnclosed: false,
      signed: false,
      powerOfRepresentative: '',
    });
    const found = marks({ content: bare });
    expect(found.every(({ code }) => code === 'APPEAL_FORM')).toBe(true);
    expect(found.map(({ pointer }) => pointer).sort()).toEqual(
      Object.keys(bare)
        .map((item) => `/content/${item}`)
        .sort(),
    );
  });

  it('gets all marks together: late and unsigned (R-PAY-226, worked case 16)', () => {
    const late = { receivedAt: at('2025-10-07'), content: content({ signed: false }) };
    expect(markCodes(late)).toEqual(['APPEAL_LATE', 'APPEAL_FORM']);
  });

  it('may go to the issuing or the higher body (R-PAY-225); a missing copy is a task, no ground (R-PAY-215)', () => {
    expect(
      events(file({ addressedTo: 'ISSUING_BODY', copyToIssuer: false })).map(({ type }) => type),
    ).toEqual(['AppealRegistered']);
    expect(events(file({ copyToIssuer: false })).map(({ type }) => type)).toEqual([
      'AppealRegistered',
      'CopyToIssuerMissing',
    ]);
    expect(markCodes({ copyToIssuer: false })).toEqual([]);
  });

  it('only marks the regime of a cameral notice (R-PAY-224)', () => {
    const cameral = fileAppeal({ ...notice, regime: 'CODE_2017_CAMERAL' }, filing(), calendar);
    expect(events(cameral)).toEqual([{ type: 'AppealUnderCode2017', chapter: 55 }]);
  });

  it('cannot dispute more than the notice demands, nor come before its delivery', () => {
    const above = content({ disputed: [{ kind: 'IMPORT_VAT', amount: tenge('1000000.01') }] });
    expect(codes(file({ content: above, receivedAt: at('2025-09-14') }))).toEqual([
      'DISPUTED_SUM_UNFIT',
      'APPEAL_DATES_CONTRADICT',
    ]);
  });
});

describe('refusal to consider (art. 177)', () => {
  it('is told within 10 working days: 21 October and 20 October (R-PAY-214, worked case 16)', () => {
    expect(events(file({ receivedAt: at('2025-10-07') }))).toMatchObject([
      { tellRefusalBy: { lastDay: '2025-10-21' } },
    ]);
    const uncopied = { receivedAt: at('2025-10-06'), content: content({ noticeCopyEnclosed: false }) };
    expect(events(file(uncopied))).toMatchObject([{ tellRefusalBy: { lastDay: '2025-10-20' } }]);
  });

  it('is a choice on a marked ground: a marked appeal may be accepted, an unmarked one not refused (R-PAY-214)', () => {
    expect(codes(acceptAppeal(given({ receivedAt: at('2025-10-07') })))).toEqual([]);
    expect(codes(refused('2025-09-29')(given({})))).toEqual(['APPEAL_GROUND_NOT_MARKED']);
  });

  it('leaves a new filing open inside the original 20 days only (R-PAY-214, worked case 16)', () => {
    const unsigned = { content: content({ signed: false }) };
    expect(events(refused('2025-10-06')(given(unsigned)))).toMatchObject([
      { mayRefileUntil: { lastDay: '2025-10-06' } },
    ]);
    expect(events(refused('2025-10-07')(given(unsigned)))[0]).not.toHaveProperty('mayRefileUntil');
  });
});

describe('the term to decide (art. 178, 180)', () => {
  it('leaves out 46 days of a query to a foreign body: 11 December (R-PAY-216, R-PAY-217, worked case 15)', () => {
    const stopped = given({}, acceptAppeal, stop('FOREIGN_BODY'));
    expect(decideBy(stopped, calendar)).toBeUndefined();
    const resumed = resumeTerm(stopped, '2025-11-20', calendar);
    expect(events(resumed)).toMatchObject([{ decideBy: { lastDay: '2025-12-11' } }]);
  });

  it.each(Object.entries(APPEAL_QUERIES) as [AppealQuery, 'STOPS' | 'RUNS_ON'][])(
    'a query to %s: %s (R-PAY-217)',
    (by) => {
      const stops = [
        'STATE_BODY',
        'FOREIGN_BODY',
        'OTHER_ORGANIZATION',
        'COURT_CLAIM_ON_SAME_QUESTIONS',
      ].includes(by);
      expect(codes(stop(by)(given({}, acceptAppeal)))).toEqual(stops ? [] : ['APPEAL_STOP_UNLISTED']);
    },
  );

  it('a question to the appellant stops nothing: still 28 October (R-PAY-217, worked case 15)', () => {
    const asked = given({}, acceptAppeal);
    expect(codes(stop('APPELLANT')(asked))).toEqual(['APPEAL_STOP_UNLISTED']);
    expect(decideBy(asked, calendar)?.lastDay).toBe('2025-10-28');
  });

  it('must be announced in writing with reasons when stopped (R-PAY-218)', () => {
    const silent = stopTerm(given({}, acceptAppeal), {
      by: 'STATE_BODY',
      from: '2025-10-06',
      letter: '',
      reasons: ' ',
    });
    expect(codes(silent)).toEqual(['APPEAL_STOP_NOT_ANNOUNCED', 'APPEAL_STOP_NOT_ANNOUNCED']);
  });
});

describe('the decision (art. 179, 181)', () => {
  it('contains the items of art. 181 and goes to the appellant, of a higher body also to the issuer (R-PAY-223)', () => {
    const empty = {
      body: '',
      appellant: '',
      summaryOfNotice: '',
      summaryOfAppeal: '',
      reasons: '',
      legalReferences: [],
    };
    const bare = decided({ content: empty })(given({}, acceptAppeal));
    expect(bare.accepted ? [] : bare.reasons.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(
      Object.keys(empty).map((part) => `APPEAL_DECISION_INCOMPLETE /content/${part}`),
    );
    expect(events(decided()(given({}, acceptAppeal)))).toMatchObject([
      { copiesTo: ['APPELLANT', 'ISSUING_BODY'] },
    ]);
    expect(events(decided({ decidedBy: 'ISSUING_BODY' })(given({}, acceptAppeal)))).toMatchObject([
      { copiesTo: ['APPELLANT'] },
    ]);
  });

  it('considers new documents filed with the appeal (R-PAY-219)', () => {
    expect(codes(decided({ unreadDocuments: ['invoice 7'] })(given({}, acceptAppeal)))).toEqual([
      'APPEAL_NEW_DOCUMENTS_UNREAD',
    ]);
  });

  it('withdraws in 5 working days, replaces in 10, from the decision or its receipt (R-PAY-222, worked case 17)', () => {
    expect(followUp('NOTICE_PART_CANCELLED', '2025-10-28', calendar)).toMatchObject({
      duty: 'WITHDRAW_AND_REPLACE',
      by: { lastDay: '2025-11-11' },
    });
    expect(followUp('NOTICE_CANCELLED', '2025-10-28', calendar)).toMatchObject({
      duty: 'WITHDRAW',
      by: { lastDay: '2025-11-04' },
    });
    expect(followUp('NOTICE_UNCHANGED', '2025-10-28', calendar)).toBeUndefined();
  });

  it.each([
    ['NOTICE_UNCHANGED', 'UPHELD'],
    ['NOTICE_CANCELLED', 'CANCELLED'],
    ['NOTICE_PART_CANCELLED', 'PART_CANCELLED'],
  ] as const)('%s ends it as %s, once', (outcome, status) => {
    const ended = given({}, acceptAppeal, decided({ outcome }));
    expect(ended.status).toBe(status);
    expect(codes(decided()(ended))).toEqual(['APPEAL_STATE_UNFIT']);
  });
});

describe('what an appeal suspends (art. 160.3, 182)', () => {
  const lastDayToPay = (appeal: Appeal) =>
    executionEnd({ length: 20, unit: 'CALENDAR_DAYS' }, notice.deliveredOn, suspensionsBy(appeal), calendar)
      ?.lastDay;

  it('leaves out 26 September to 28 October, both included: last day to pay 7 November (R-PAY-220, worked case 14)', () => {
    expect(lastDayToPay(given({}, acceptAppeal))).toBeUndefined();
    expect(lastDayToPay(given({}, acceptAppeal, decided()))).toBe('2025-11-07');
  });

  it('starts on the posting day of a mailed appeal (R-PAY-220)', () => {
    const mailed = given({
      channel: 'POST',
      postedAt: at('2025-10-06', '23:10'),
      receivedAt: at('2025-10-10'),
    });
    expect(suspensionsBy(mailed)).toEqual([{ submittedOn: '2025-10-06' }]);
    expect(mailed.registeredOn).toBe('2025-10-10');
  });

  it('lasts until the judgment is in force when a court is asked (R-PAY-220, R-PAY-225)', () => {
    const claimed: Step = (appeal) => recordCourtClaim(appeal, '2025-10-29');
    const inCourt = given({}, acceptAppeal, decided(), claimed);
    expect(lastDayToPay(inCourt)).toBeUndefined();
    expect(partsOn(inCourt, notice.demanded, '2026-02-01').suspended.toString()).toBe('1000000.00');
    const ended = given({}, acceptAppeal, decided(), claimed, (appeal) =>
      recordJudgment(appeal, '2026-02-02'),
    );
    expect(partsOn(ended, notice.demanded, '2026-02-02').suspended.isPositive()).toBe(true);
    expect(partsOn(ended, notice.demanded, '2026-02-03').suspended.isZero()).toBe(true);
    expect(codes(claimed(ended))).toEqual(['APPEAL_STATE_UNFIT']);
  });

  it('suspends the disputed part only (R-PAY-221)', () => {
    const half = given({ content: content({ disputed: [{ kind: 'IMPORT_VAT', amount: tenge('400000') }] }) });
    const parts = partsOn(half, notice.demanded, '2025-09-26');
    expect([parts.undisputed.toString(), parts.suspended.toString()]).toEqual(['600000.00', '400000.00']);
    expect(partsOn(half, notice.demanded, '2025-09-25').undisputed.toString()).toBe('1000000.00');
  });

  it('suspends nothing when late; a refusal to consider ends it that day', () => {
    expect(suspensionsBy(given({ receivedAt: at('2025-10-07') }))).toEqual([]);
    const unsigned = given({ content: content({ signed: false }) }, refused('2025-10-03'));
    expect(suspensionsBy(unsigned)).toEqual([{ submittedOn: '2025-09-26', decidedOn: '2025-10-03' }]);
  });
});
