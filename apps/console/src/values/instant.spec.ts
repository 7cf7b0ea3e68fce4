import { formatDay, formatInstant, formatTime } from './instant.js';

describe('instants', () => {
  const late = new Date('2026-02-03T19:05:09Z');

  it('are shown in Asia/Almaty, also when the day changes', () => {
    expect(formatDay(late, 'en-GB')).toBe('4 February 2026');
    expect(formatTime(late, 'en-GB')).toBe('00:05:09');
    expect(formatInstant(late, 'en-GB')).toBe('04 Feb 2026, 00:05');
  });

  it('are shown in Russian and Kazakh', () => {
    expect(formatDay(late, 'ru-KZ')).toContain('4 февраля 2026');
    expect(formatDay(late, 'kk-KZ')).toBe('2026 ж. 4 ақпан');
    expect(formatInstant(late, 'kk-KZ')).toBe('2026 ж. 4 ақпан, 00:05');
    expect(formatTime(late, 'kk-KZ')).toBe('00:05:09');
  });
});
