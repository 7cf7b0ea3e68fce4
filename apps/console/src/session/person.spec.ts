import { hasAccount, hasQueue, personOf } from './person.js';

function token(claims: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(claims));
  const payload = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return `e30.${payload}.c2ln`;
}

describe('the person of a token', () => {
  it('is read with a Kazakh name', () => {
    const person = personOf(
      ` ${token({ sub: 'u1', name: 'Әсел Қойшыбаева', roles: ['RELEASE_OFFICER'], posts: ['55302'] })}\n`,
    );
    expect(person).toEqual({
      subject: 'u1',
      name: 'Әсел Қойшыбаева',
      roles: ['RELEASE_OFFICER'],
      organisation: undefined,
      posts: ['55302'],
    });
  });

  it.each(['', 'abc', 'a.b', 'a.!!.c', token('text'), token({ name: 'no subject' }), token(null)])(
    'is nobody for "%s"',
    (text) => {
      expect(personOf(text)).toBeUndefined();
    },
  );

  it('has a queue as an officer and an account as a trader', () => {
    const officer = personOf(token({ sub: 'o', roles: ['INSPECTION_OFFICER'] }));
    const trader = personOf(token({ sub: 't', roles: ['DECLARANT'], organisation: '980540000397' }));
    if (!officer || !trader) throw new Error('both tokens are readable');
    expect([hasQueue(officer), hasAccount(officer)]).toEqual([true, false]);
    expect([hasQueue(trader), hasAccount(trader)]).toEqual([false, true]);
  });
});
