import { pauseDisputed } from '../case/case-end.js';
import {
  calendar,
  codes,
  defaulted,
  demanded,
  events,
  given,
  noSecurity,
  offset,
  on,
  ownMoneyClosed,
  short,
  suspended,
  tenge,
} from '../collection.fixture.js';
import type { CollectionCase } from '../case/collection-case.js';
import { closeOwnMoneyStage, offsetOwnMoney, recordGuaranteeReport } from './own-money.js';

describe('stage 2: own money and securities (art. 161)', () => {
  it('tells the payer of an offset of 7 October by 9 October (R-PAY-157, worked case 12)', () => {
    expect(events(offset()(given(defaulted)))).toMatchObject([
      { type: 'OwnMoneyOffset', informPayerBy: { lastDay: '2025-10-09' } },
    ]);
  });

  it('records stage 2 as tried, with amounts, before stage 3 (R-PAY-156)', () => {
    expect(codes(suspended(given(defaulted, offset())))).toEqual(['STAGE_NOT_REACHED']);
    expect(events(ownMoneyClosed(given(defaulted, offset(), demanded, short)))).toMatchObject([
      { offset: tenge('300000'), recovered: tenge('100000'), remaining: tenge('600000'), next: 'S3_SECURE' },
    ]);
    const left = closeOwnMoneyStage(given(defaulted, noSecurity), { usable: tenge('0.01'), on });
    expect(codes(left)).toEqual(['STAGE_NOT_REACHED']);
  });

  it('counts a security as tried only when guarantees reports it recovered, short or absent (R-PAY-184)', () => {
    expect(codes(ownMoneyClosed(given(defaulted)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(ownMoneyClosed(given(defaulted, demanded)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(ownMoneyClosed(given(defaulted, demanded, noSecurity)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(ownMoneyClosed(given(defaulted, demanded, short)))).toEqual([]);
    expect(codes(ownMoneyClosed(given(defaulted, noSecurity)))).toEqual([]);
  });

  it('waits for guarantees to report a security that it was only named, and takes its demand then (R-PAY-184)', () => {
    const called: CollectionCase = { ...given(defaulted), covers: { 'S-1': 'CALLED' } };
    expect(codes(ownMoneyClosed(called))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(ownMoneyClosed({ ...called, noSecurity: true }))).toEqual(['STAGE_NOT_REACHED']);
    const report = { report: 'DEMANDED', coverId: 'S-1', on } as const;
    expect(codes(recordGuaranteeReport(called, report, calendar))).toEqual([]);
    const nothing = { report: 'SHORT', coverId: 'S-1', amount: tenge('0'), on } as const;
    expect(events(recordGuaranteeReport(called, nothing, calendar))).toMatchObject([
      { type: 'GuaranteeResultRecorded', result: 'SHORT', amount: tenge('0') },
    ]);
  });

  it('records a report during an appeal of the whole notice: its clock is not stopped (R-PAY-184)', () => {
    const appealed = given(defaulted, (one) => pauseDisputed(one, tenge('1000000')));
    expect(codes(offset()(appealed))).toContain('NOTICE_SUSPENDED_BY_APPEAL');
    expect(codes(demanded(appealed))).toEqual([]);
    expect(codes(short(appealed))).toEqual([]);
  });

  it('records a demand beside the notice, refuses a second for the same cover (R-PAY-183, worked case 18)', () => {
    expect(codes(demanded(given()))).toEqual([]);
    expect(codes(demanded(given(demanded)))).toEqual(['COVER_DEMANDED_TWICE']);
    expect(codes(demanded(given(defaulted, demanded, short)))).toEqual(['COVER_DEMANDED_TWICE']);
  });

  it.each([
    ['IMPORT_DUTY', 'IMPORT_VAT'],
    ['IMPORT_VAT', 'IMPORT_DUTY'],
  ] as const)('leaves an offset from %s to %s to an officer with a treaty rule (R-PAY-108)', (from, to) => {
    const crossing = { from, to, amount: tenge('1'), on };
    expect(codes(offsetOwnMoney(given(defaulted), crossing, calendar))).toEqual(['OFFSET_NEEDS_TREATY_RULE']);
    const ruled = { ...crossing, treatyRule: 'Treaty annex 5, 12' };
    expect(codes(offsetOwnMoney(given(defaulted), ruled, calendar))).toEqual([]);
  });

  it('records what a guarantee gave before the notice defaulted without closing the case (R-PAY-183)', () => {
    const early = given(demanded, short);
    expect([early.state, early.debt.toString(), early.recovered.toString()]).toEqual([
      'S1_NOTICE',
      '0.00',
      '100000.00',
    ]);
  });

  it('uses an advance for the debt (R-PAY-107)', () => {
    expect(given(defaulted, offset('300000')).debt.toString()).toBe('700000.00');
  });
});
