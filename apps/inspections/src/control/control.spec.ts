import { officeMondayToFriday, checkpointRoundTheClock, standardCalendar } from '@shekara/calendar';
import { endsControl, informPerson, openControl } from './control.js';
import { documentCheck, examination, onTuesday } from './control.fixture.js';
import { reasonableTime } from './reasonable-time.js';

const codes = (decision: ReturnType<typeof openControl>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);

describe('opening a control', () => {
  it('opens at once for an instruction of risk management, with nobody asked (R-CTL-002, R-CTL-007)', () => {
    expect(openControl({ instructionId: 'i-1', measure: 'EXAMINATION' })).toEqual({
      accepted: true,
      events: [{ type: 'ControlOpened', form: 'EXAMINATION' }],
    });
  });

  it('refuses a form that the law does not list (R-CTL-003)', () => {
    expect(codes(openControl({ instructionId: 'i-1', measure: 'SNIFFING' }))).toEqual([
      'CTL_FORM_NOT_ALLOWED',
    ]);
  });

  it('refuses an order that names no instruction (R-CTL-002)', () => {
    expect(codes(openControl({ instructionId: '', measure: 'DOCUMENT_CHECK' }))).toEqual([
      'CTL_ORIGIN_MISSING',
    ]);
  });
});

describe('telling the declarant of an examination', () => {
  const calendar = standardCalendar();
  const post = officeMondayToFriday('55001', '09:00', '18:00');
  const notice = (time: string) => ({ person: 'B. Omarova', place: 'Hall 2', startsAt: onTuesday(time) });

  it('awaits the person for two office hours (worked case 9, R-CTL-110)', () => {
    const ends = reasonableTime(onTuesday('10:00'), post, calendar).endsAt;
    expect(ends).toEqual(onTuesday('12:00'));
    const decision = informPerson(examination(), notice('11:00'), onTuesday('10:00'), ends);
    expect(decision).toMatchObject({ accepted: true, events: [{ awaitPersonUntil: onTuesday('12:00') }] });
  });

  it('counts the two hours by the clock where the body works round the clock (R-CTL-110)', () => {
    const ends = reasonableTime(onTuesday('23:00'), checkpointRoundTheClock('55302'), calendar).endsAt;
    expect(ends).toEqual(new Date('2026-02-04T01:00:00+05:00'));
    expect(reasonableTime(onTuesday('17:00'), post, calendar).endsAt).toEqual(
      new Date('2026-02-04T10:00:00+05:00'),
    );
  });

  it('awaits the person until the time it was told, when that is later (R-CTL-110)', () => {
    const decision = informPerson(examination(), notice('15:00'), onTuesday('10:00'), onTuesday('12:00'));
    expect(decision).toMatchObject({ accepted: true, events: [{ awaitPersonUntil: onTuesday('15:00') }] });
  });

  it('keeps the first second of telling when the person is told again (R-CTL-111)', () => {
    const told = examination({ personInformedAt: onTuesday('10:00') });
    const decision = informPerson(told, notice('16:00'), onTuesday('11:00'), onTuesday('13:00'));
    expect(decision).toMatchObject({ accepted: true, events: [{ personInformedAt: onTuesday('10:00') }] });
  });

  it('has nothing to tell for a document check or a completed examination', () => {
    for (const control of [documentCheck(), examination({ status: 'COMPLETED' })]) {
      const decision = informPerson(control, notice('15:00'), onTuesday('10:00'), onTuesday('12:00'));
      expect(codes(decision)).toEqual(['CTL_CONTROL_STATE']);
    }
  });
});

describe('the need of a control ends', () => {
  it('with release, but for a request that goes on after it (art. 200.4, worked case 7)', () => {
    expect(endsControl('GOODS_RELEASED', { status: 'OPEN', continuesAfterRelease: false })).toBe(true);
    expect(endsControl('GOODS_RELEASED', { status: 'OPEN', continuesAfterRelease: true })).toBe(false);
    expect(endsControl('RELEASE_REFUSED', { status: 'OPEN', continuesAfterRelease: true })).toBe(true);
    expect(endsControl('RELEASE_REFUSED', { status: 'COMPLETED', continuesAfterRelease: false })).toBe(false);
  });
});
