import { listScope, mayActFor, mayActOn, mayRead, NotYours, officerOf } from './ownership.js';
import { type Principal, principalOf } from './principal.js';

const OWN = '140340001224';
const OTHER = '120540000110';

function principal(claims: Record<string, unknown>): Principal {
  const read = principalOf({ sub: 's', ...claims });
  if (typeof read === 'string') throw new Error(read);
  return read;
}

function refusalOf(check: () => void): { status: number; code: string | undefined } | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!(error instanceof NotYours)) throw error;
    return { status: error.getStatus(), code: error.problem.reasons[0]?.code };
  }
}

describe('whose document it is', () => {
  const declarant = principal({ roles: ['DECLARANT'], organisation: OWN });
  const officer = principal({ roles: ['RELEASE_OFFICER'], posts: ['55302'] });

  it('lets a declarant act for its own organisation and for no other', () => {
    expect(refusalOf(() => mayActFor(declarant, OWN))).toBeUndefined();
    expect(refusalOf(() => mayActFor(declarant, [OTHER, OWN]))).toBeUndefined();
    expect(refusalOf(() => mayActFor(declarant, OTHER))).toEqual({ status: 403, code: 'NOT_YOUR_DOCUMENT' });
    expect(refusalOf(() => mayActFor(declarant, []))).toEqual({ status: 403, code: 'NOT_YOUR_DOCUMENT' });
  });

  it('lets nobody without an organisation act for one', () => {
    expect(refusalOf(() => mayActFor(officer, OWN))).toEqual({ status: 403, code: 'NOT_YOUR_DOCUMENT' });
  });

  it('lets an officer decide at the posts in scope only', () => {
    expect(refusalOf(() => officerOf(officer, '55302'))).toBeUndefined();
    expect(refusalOf(() => officerOf(officer, '55303'))).toEqual({ status: 403, code: 'NOT_YOUR_POST' });
  });

  it('does not take a trader for an officer, whatever posts its token names', () => {
    const trader = principal({ roles: ['DECLARANT'], organisation: OWN, posts: ['55302'] });
    expect(refusalOf(() => officerOf(trader, '55302'))).toEqual({ status: 403, code: 'NOT_YOUR_POST' });
  });

  it('lets officers of the roles named act at their posts, and everybody else for the own organisation', () => {
    const act = (who: Principal, organisation: string, customsBody: string) =>
      refusalOf(() => mayActOn(who, { organisation, customsBody }, ['RELEASE_OFFICER']));
    expect(act(officer, OTHER, '55302')).toBeUndefined();
    expect(act(officer, OTHER, '55303')).toEqual({ status: 403, code: 'NOT_YOUR_POST' });
    expect(act(declarant, OWN, '55303')).toBeUndefined();
    expect(act(declarant, OTHER, '55302')).toEqual({ status: 403, code: 'NOT_YOUR_DOCUMENT' });
    const inspector = principal({ roles: ['INSPECTION_OFFICER'], posts: ['55302'] });
    expect(act(inspector, OTHER, '55302')).toEqual({ status: 403, code: 'NOT_YOUR_DOCUMENT' });
  });

  it("answers 404 to whoever reads another's document, so that its existence stays unknown", () => {
    const document = { organisations: [OTHER], customsBody: '55303' };
    expect(refusalOf(() => mayRead(declarant, document))).toEqual({ status: 404, code: 'NOT_YOUR_DOCUMENT' });
    expect(refusalOf(() => mayRead(officer, document))).toEqual({ status: 404, code: 'NOT_YOUR_DOCUMENT' });
    expect(refusalOf(() => mayRead(declarant, { ...document, organisations: [OTHER, OWN] }))).toBeUndefined();
    expect(refusalOf(() => mayRead(officer, { ...document, customsBody: '55302' }))).toBeUndefined();
    expect(refusalOf(() => mayRead(principal({ roles: ['SYSTEM'] }), document))).toBeUndefined();
  });
});

describe('whose documents a list shows', () => {
  const OFFICIAL = ['ACCOUNT_OFFICER', 'AUDITOR'] as const;
  const trader = principal({ roles: ['DECLARANT'], organisation: OWN, posts: ['55302'] });
  const officer = principal({ roles: ['ACCOUNT_OFFICER'], posts: ['55302', '55311'] });

  it("shows a trader its own organisation's and no other's, whatever posts its token names", () => {
    expect(listScope(trader, undefined, OFFICIAL)).toEqual({ organisation: OWN });
    expect(listScope(trader, OWN, OFFICIAL)).toEqual({ organisation: OWN });
    expect(refusalOf(() => listScope(trader, OTHER, OFFICIAL))).toEqual({
      status: 403,
      code: 'NOT_YOUR_DOCUMENT',
    });
  });

  it('shows an officer those of its posts, of the party asked for', () => {
    const customsBodies = ['55302', '55311'];
    expect(listScope(officer, undefined, OFFICIAL)).toEqual({ customsBodies });
    expect(listScope(officer, OTHER, OFFICIAL)).toEqual({ organisation: OTHER, customsBodies });
  });

  it('refuses an officer of another role, which has no organisation', () => {
    const head = principal({ roles: ['HEAD_OF_POST'], posts: ['55302'] });
    expect(refusalOf(() => listScope(head, undefined, OFFICIAL))).toEqual({
      status: 403,
      code: 'NOT_YOUR_DOCUMENT',
    });
  });
});

describe('claims of a token', () => {
  it('ignores roles outside the closed set', () => {
    expect(principal({ roles: ['offline_access', 'CARRIER', 7] }).roles).toEqual(['CARRIER']);
  });

  it.each([
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['roles that are no list', { roles: 'CARRIER' }],
    ['an organisation with a wrong check digit', { organisation: '140340001225' }],
    ['an organisation that is no text', { organisation: 140340001224 }],
    ['a post that is no code', { posts: ['Khorgos'] }],
    ['posts that are no list', { posts: '55302' }],
    ['a name that is no text', { name: {} }],
  ])('trusts no token with %s', (_title, claims) => {
    expect(typeof principalOf({ sub: 's', ...claims })).toBe('string');
  });
});
