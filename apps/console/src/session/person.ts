/** Who a token speaks for, as shown on screen. Read without checking: the services check every request themselves. */
export interface Person {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation: string | undefined;
  readonly posts: readonly string[];
}

const OFFICER_ROLES: ReadonlySet<string> = new Set([
  'CHECKPOINT_OFFICER',
  'RELEASE_OFFICER',
  'INSPECTION_OFFICER',
  'ACCOUNT_OFFICER',
  'REGISTRAR',
  'RISK_ANALYST',
  'HEAD_OF_POST',
]);

/** Reads the claims of an access token (JWT). Undefined for a text that is none. */
export function personOf(token: string): Person | undefined {
  const claims = claimsOf(token);
  if (claims === undefined || typeof claims.sub !== 'string') return undefined;
  return {
    subject: claims.sub,
    name: typeof claims.name === 'string' ? claims.name : claims.sub,
    roles: textsOf(claims.roles),
    organisation: typeof claims.organisation === 'string' ? claims.organisation : undefined,
    posts: textsOf(claims.posts),
  };
}

/** Officers have queues; traders have documents and accounts. */
export function hasQueue(person: Person): boolean {
  return person.roles.some((role) => OFFICER_ROLES.has(role));
}

/** Whose account a person may read: its own organisation's, or any payer's as an officer of accounts. */
export function hasAccount(person: Person): boolean {
  return person.organisation !== undefined || person.roles.includes('ACCOUNT_OFFICER');
}

/** Who may ask what would be payable. */
const CALCULATING_ROLES: ReadonlySet<string> = new Set([
  'DECLARANT',
  'CUSTOMS_REPRESENTATIVE',
  'CARRIER',
  'ACCOUNT_OFFICER',
  'RELEASE_OFFICER',
  'AUDITOR',
]);

export function mayCalculate(person: Person): boolean {
  return person.roles.some((role) => CALCULATING_ROLES.has(role));
}

function claimsOf(token: string): Record<string, unknown> | undefined {
  const parts = token.trim().split('.');
  const payload = parts[1];
  if (parts.length !== 3 || payload === undefined) return undefined;
  try {
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
  } catch {
    return undefined;
  }
}

function textsOf(claim: unknown): readonly string[] {
  return Array.isArray(claim) ? claim.filter((entry) => typeof entry === 'string') : [];
}
