import { CodeList } from './code-list.js';

describe('a classifier', () => {
  const list = new CodeList([
    { code: '01', name: 'old', validFrom: '2020-01-01', validTo: '2024-12-31' },
    { code: '01', name: 'new', validFrom: '2025-01-01' },
    { code: '02', name: 'ended', validFrom: '2020-01-01', validTo: '2024-12-31' },
  ]);

  it('gives the entry of the day, its first and last day included', () => {
    expect(list.find('01', '2020-01-01')?.name).toBe('old');
    expect(list.find('01', '2024-12-31')?.name).toBe('old');
    expect(list.find('01', '2025-01-01')?.name).toBe('new');
    expect(list.find('01', '2019-12-31')).toBeUndefined();
    expect(list.has('02', '2024-12-31')).toBe(true);
    expect(list.has('02', '2025-01-01')).toBe(false);
  });

  it('lists what may be used on the day', () => {
    expect(list.all('2025-01-01').map((entry) => entry.name)).toEqual(['new']);
    expect(list.all('2024-06-01').map((entry) => entry.name)).toEqual(['old', 'ended']);
  });

  it('refuses a code that stands twice on one day', () => {
    const first = { code: '01', name: 'a', validFrom: '2020-01-01', validTo: '2025-01-01' };
    expect(() => new CodeList([first, { code: '01', name: 'b', validFrom: '2025-01-01' }])).toThrow('01');
    expect(() => new CodeList([{ code: '01', name: 'b', validFrom: '2025-01-01' }, first])).toThrow('01');
  });
});
